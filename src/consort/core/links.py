"""Ties between any two things: serves, carries out, depends on, conflicts with, evidence for, supersedes, and more."""

from dataclasses import dataclass
from typing import Any

from django.db import models, transaction

from consort.core import kinds
from consort.core.facts import LinkTied, LinkUntied
from consort.core.ledger import record
from consort.core.models import Link, Person, Visible


@dataclass(frozen=True)
class Tie:
    """A link seen from one end: the thing at the other."""

    link: Link
    thing: Any


@transaction.atomic
def tie(kind: Link.Kind, source: models.Model, target: models.Model, *, by: Person) -> Link:
    """Tie `source` to `target`; a tie that stands already is given back unchanged."""
    (from_kind, from_id), (to_kind, to_id) = kinds.reference(source), kinds.reference(target)
    link, made = Link.objects.get_or_create(
        kind=kind,
        from_id=from_id,
        to_id=to_id,
        defaults={"organization": by.organization, "from_kind": from_kind, "to_kind": to_kind, "by": by},
    )
    if made:
        record(LinkTied(str(kind), _title(target, source)), on=source, by=by)
    return link


@transaction.atomic
def untie(link: Link, *, by: Person) -> None:
    """Remove a tie."""
    source = kinds.fetch(link.from_kind, link.from_id, by)
    target = kinds.find(link.to_kind, link.to_id, by)
    link.delete()
    record(LinkUntied(link.kind, _title(target, source) if target else ""), on=source, by=by)


def _title(thing: models.Model, read_on: models.Model) -> str:
    """What `thing` is called where the readers of `read_on` read it; what it is, where they may not know its name."""
    if isinstance(thing, Visible) and not (isinstance(read_on, Visible) and thing.is_open_to_readers_of(read_on)):
        return str(kinds.of(thing).noun)
    return str(thing)


def from_here(thing: models.Model, reader: Person, *only: str) -> list[Tie]:
    """What `thing` serves, depends on, …, as far as the reader may see it. Runs one query and one per kind."""
    rows = Link.objects.filter(from_id=thing.pk, **({"kind__in": only} if only else {}))
    return _seen(list(rows), reader, "to")


def to_here(thing: models.Model, reader: Person, *only: str) -> list[Tie]:
    """What serves, depends on, … `thing`, as far as the reader may see it. Runs one query and one per kind."""
    rows = Link.objects.filter(to_id=thing.pk, **({"kind__in": only} if only else {}))
    return _seen(list(rows), reader, "from")


def _seen(links: list[Link], reader: Person, end: str) -> list[Tie]:
    found = kinds.fetch_many({(getattr(link, f"{end}_kind"), getattr(link, f"{end}_id")) for link in links}, reader)
    return [Tie(link, found[key]) for link in links if (key := getattr(link, f"{end}_id")) in found]
