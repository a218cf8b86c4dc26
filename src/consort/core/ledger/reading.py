"""Questions to the ledger: what happened to a thing, what is new, what speaks for and against."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import BigIntegerField, Subquery
from django.db.models.functions import Coalesce

from consort.core.ledger.facts import sentence_of
from consort.core.models import Entry, Evidence, Partnership, Payload, Person


@dataclass(frozen=True)
class Happening:
    """One entry as a person reads it."""

    seq: int
    time: datetime
    type: str
    body: dict[str, Any]
    actor: str
    strand: str = ""
    polarity: str = ""

    @property
    def sentence(self) -> str:
        return sentence_of(self.type, self.body, self.actor)


READ = ("entry__seq", "entry__time", "entry__type", "body", "actor__first_name")


def _read(payloads: models.QuerySet[Payload]) -> list[Happening]:
    rows = payloads.values_list(*READ)
    return [Happening(seq, time, type, body, actor or "") for seq, time, type, body, actor in rows]


def history_of(thing: models.Model, newest: int = 50) -> list[Happening]:
    """What happened to a thing its reader may see, newest first. Erased entries are left out. Runs one query."""
    payloads = Payload.objects.filter(entry__object_id=thing.pk).exclude(visibility="me")
    return _read(payloads.order_by("-entry__seq")[:newest])


def feed(person: Person, newest: int = 50, before: int | None = None) -> list[Happening]:
    """The newest entries that `person` may see, newest first; those before the one numbered `before`, if given.

    Runs at most two queries. They walk the payloads of the organization by the ids of their entries, which grow with
    their numbers: on a large ledger anything else sorts all that the person may see.
    """
    payloads = Payload.objects.visible_to(person).order_by("-entry_id")
    if before is not None:
        later = Entry.objects.filter(organization=person.organization_id, seq__gte=before).order_by("seq")
        payloads = payloads.filter(entry_id__lt=Coalesce(Subquery(later.values("id")[:1]), BigIntegerField.MAX_BIGINT))
    return _read(payloads[:newest])


def evidence_for(partnerships: Iterable[Partnership], since: datetime) -> dict[object, list[Happening]]:
    """Evidence since a moment by partnership id, oldest first. Runs one query. The reader may see the partnerships."""
    rows = Evidence.objects.filter(partnership__in=list(partnerships), time__gte=since, entry__payload__isnull=False)
    read = ("entry__seq", "entry__time", "entry__type", "entry__payload__body", "entry__payload__actor__first_name")
    columns = rows.order_by("time").values_list("partnership_id", *read, "strand", "polarity")
    found: dict[object, list[Happening]] = {}
    for partnership, seq, time, type, body, actor, strand, polarity in columns:
        happening = Happening(seq, time, type, body, actor or "", strand, polarity)
        found.setdefault(partnership, []).append(happening)
    return found


def entries_after(organization_id: UUID, seq: int, limit: int) -> list[Entry]:
    """The entries at and after `seq`, oldest first."""
    rows = Entry.objects.filter(organization=organization_id, seq__gte=seq).select_related("payload__actor")
    return list(rows.order_by("seq")[:limit])
