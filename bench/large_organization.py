"""Makes the organization the bars are measured on: 500 leaders, five years, 1,000,000 ledger entries.

Rows are written in bulk, past the actions, but through the same hashing: the ledger of the result verifies.
Takes about three minutes. Deterministic: the same seed makes the same people, partnerships and history.
"""

import json
import random
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from consort.core import clock
from consort.core.actions.people import found_organization
from consort.core.ledger import hashing
from consort.core.ledger.leaves import written
from consort.core.models import Chain, Department, Entry, Organization, Partnership, Person, Seat, User

LEADERS, PAIRS, TEAMS, DEPARTMENTS = 500, 400, 40, 40
YEARS = 5
BATCH = 20_000
KINDS: tuple[tuple[str, dict[str, str], str, str], ...] = (
    ("partnership.chartered", {}, "vision", "up"),
    ("partnership.joined", {"who": "Kim Example"}, "", ""),
    ("commitment.kept", {"what": "Send the figures"}, "trust", "up"),
    ("commitment.missed", {"what": "Send the figures"}, "trust", "down"),
    ("decision.resolved", {"question": "Which of the two?"}, "decisions", "up"),
)


@dataclass
class _Place:
    """Where an entry is recorded: a partnership and somebody who sits there."""

    partnership: UUID
    actor: Person


def make(slug: str = "large", entries: int = 1_000_000, seed: int = 7) -> Organization:
    """Make it in the present database."""
    choose = random.Random(seed)
    with transaction.atomic():
        person = founder(slug)
        people = [*_people(person.organization, choose), person]
        places = _partnerships(person.organization, people, choose)
        _ledger(person.organization, places, entries, choose)
    return person.organization


def founder(slug: str) -> Person:
    """Found the organization with its first leader."""
    user = User.objects.create_user(f"first@{slug}.example", "a long enough sentence")
    return found_organization(name="Large", slug=slug, user=user, first_name="First", last_name="Leader")


def _people(organization: Organization, choose: random.Random) -> list[Person]:
    departments = Department.objects.bulk_create(
        Department(organization=organization, name=f"Department {number}") for number in range(DEPARTMENTS)
    )
    return Person.objects.bulk_create(
        Person(
            organization=organization,
            first_name=f"Leader {number}",
            last_name="Example",
            email=f"leader{number}@{organization.slug}.example",
            department=choose.choice(departments),
        )
        for number in range(LEADERS - 1)
    )


def _partnerships(organization: Organization, people: list[Person], choose: random.Random) -> list[_Place]:
    places, seats = [], []
    for number in range(PAIRS + TEAMS):
        size = 2 if number < PAIRS else choose.randint(5, 15)
        members = choose.sample(people, size)
        if number % 60 == 0 and people[-1] not in members:
            members[0] = people[-1]
        partnership = Partnership(organization=organization, name="" if size == 2 else f"Team {number}")
        seats += [Seat(partnership=partnership, person=member) for member in members]
        places += [_Place(partnership.id, member) for member in members[:2]]
        partnership.save()
    Seat.objects.bulk_create(seats)
    return places


def _ledger(organization: Organization, places: list[_Place], entries: int, choose: random.Random) -> None:
    """Extend the ledger to `entries` entries, spread over the years up to now."""
    chain = Chain.objects.get(organization=organization)
    first = (Entry.objects.order_by("-id").values_list("id", flat=True).first() or 0) + 1
    rows = _rows(organization, places, chain, first, entries, choose)
    with connection.cursor() as cursor:
        while batch := [row for row, _ in zip(rows, range(BATCH), strict=False)]:
            cursor.executemany(_insert("core_entry", ENTRY), [row[0] for row in batch])
            cursor.executemany(_insert("core_payload", PAYLOAD), [row[1] for row in batch])
            cursor.executemany(_insert("core_evidence", EVIDENCE), [row[2] for row in batch if row[2]])
    chain.save()


ENTRY = ("id", "organization_id", "seq", "time", "type", "object_kind", "object_id", "pseudonym", "commitment", "chain")
PAYLOAD = ("entry_id", "organization_id", "visibility", "owner_id", "partnership_id", "salt", "body", "actor_id")
EVIDENCE = ("partnership_id", "entry_id", "strand", "polarity", "time")


def _insert(table: str, columns: tuple[str, ...]) -> str:
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join(['%s'] * len(columns))})"


def _identity(value: UUID) -> object:
    return value.hex if connection.vendor == "sqlite" else value


def _moment(value: datetime) -> object:
    return value.astimezone(UTC).replace(tzinfo=None).isoformat(" ") if connection.vendor == "sqlite" else value


def _rows(
    organization: Organization, places: list[_Place], chain: Chain, first: int, entries: int, choose: random.Random
) -> Iterator[tuple[tuple[Any, ...], tuple[Any, ...], tuple[Any, ...] | None]]:
    """(entry, payload, evidence or None) for each entry to be added; keeps `chain` up to date."""
    head, frontier = bytes.fromhex(chain.head), [bytes.fromhex(node) for node in chain.frontier]
    start, step = clock.now() - timedelta(days=365 * YEARS), timedelta(days=365 * YEARS) / entries
    for number, seq in enumerate(range(chain.size, entries)):
        place, (kind, body, strand, polarity) = choose.choice(places), choose.choice(KINDS)
        time, salt = start + step * seq, secrets.token_bytes(32)
        commitment = hashing.commitment(salt, body).hex()
        leaf = {
            "seq": seq,
            "time": written(time),
            "type": kind,
            "object": f"partnership:{place.partnership}",
            "actor": place.actor.pseudonym,
            "commitment": commitment,
        }
        hashed = hashing.leaf_hash(leaf)
        head, frontier = hashing.chain_hash(head, hashed), hashing.grow(frontier, seq, hashed)
        partnership, owner, at = _identity(place.partnership), _identity(place.actor.id), _moment(time)
        own = (first + number, _identity(organization.id))
        entry = (*own, seq, at, kind, "partnership", partnership, place.actor.pseudonym, commitment, head.hex())
        payload = (*own, "partnership", owner, partnership, salt.hex(), json.dumps(body), owner)
        evidence = (partnership, own[0], strand, polarity, at) if strand else None
        chain.size, chain.head, chain.frontier = seq + 1, head.hex(), [node.hex() for node in frontier]
        yield entry, payload, evidence
