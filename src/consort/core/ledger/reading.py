"""Questions to the ledger: what happened to a thing, what is new, what speaks for and against."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import models

from consort.core.ledger.facts import sentence_of
from consort.core.models import Entry, Evidence, Partnership, Payload, Person


@dataclass(frozen=True)
class Happening:
    """One entry as a person reads it."""

    seq: int
    time: datetime
    type: str
    sentence: str
    actor: Person | None
    object_kind: str
    object_id: object
    strand: str = ""
    polarity: str = ""


def _read(payload: Payload, strand: str = "", polarity: str = "") -> Happening:
    entry = payload.entry
    name = payload.actor.first_name if payload.actor else ""
    sentence = sentence_of(entry.type, payload.body, name)
    where = (entry.object_kind, entry.object_id)
    return Happening(entry.seq, entry.time, entry.type, sentence, payload.actor, *where, strand, polarity)


def history_of(thing: models.Model, newest: int = 50) -> list[Happening]:
    """What happened to a thing its reader may see, newest first. Erased entries are left out. Runs one query."""
    payloads = Payload.objects.filter(entry__object_id=thing.pk).exclude(visibility="me")
    return [_read(payload) for payload in payloads.select_related("entry", "actor").order_by("-entry__seq")[:newest]]


def feed(person: Person, newest: int = 50, before: int | None = None) -> list[Happening]:
    """The newest entries that `person` may see, newest first. Runs at most two queries."""
    payloads = Payload.objects.visible_to(person).select_related("entry", "actor").order_by("-entry_id")
    if before is not None:
        payloads = payloads.filter(entry__seq__lt=before)
    return [_read(payload) for payload in payloads[:newest]]


def evidence_for(partnerships: Iterable[Partnership], since: datetime) -> dict[object, list[Happening]]:
    """Evidence since a moment by partnership id, oldest first. Runs one query. The reader may see the partnerships."""
    rows = Evidence.objects.filter(partnership__in=list(partnerships), time__gte=since, entry__payload__isnull=False)
    found: dict[object, list[Happening]] = {}
    for row in rows.select_related("entry__payload__actor").order_by("time"):
        found.setdefault(row.partnership_id, []).append(_read(row.entry.payload, row.strand, row.polarity))
    return found


def entries_after(organization_id: UUID, seq: int, limit: int) -> list[Entry]:
    """The entries at and after `seq`, oldest first."""
    rows = Entry.objects.filter(organization=organization_id, seq__gte=seq).select_related("payload__actor")
    return list(rows.order_by("seq")[:limit])
