"""Questions about objectives: lists, one with what its page shows, what serves what."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from consort.core import kinds
from consort.core.models import Link, Person
from consort.vision.models import Agreement, Carrier, KeyResult, Objective, Priority


def visible(reader: Person) -> QuerySet[Objective]:
    """Every objective the reader may see, with what it belongs to. One query."""
    related = ("organization", "owner", "cycle", "department", "partnership")
    return Objective.objects.visible_to(reader).select_related(*related)


def with_key_results(objectives: QuerySet[Objective]) -> QuerySet[Objective]:
    """The same with leads and key results on their metrics. Two more queries."""
    measured = KeyResult.objects.select_related("metric", "metric__owner", "owner")
    return objectives.prefetch_related("leads", Prefetch("key_results", measured))


def complete(objectives: QuerySet[Objective]) -> QuerySet[Objective]:
    """The same for the page of one: leads know whether they agreed. Three more queries than `visible`."""
    agreed = Agreement.objects.filter(person=OuterRef("pk"), objective__in=objectives.order_by().values("pk"))
    leads = Person.objects.annotate(has_agreed=Exists(agreed))
    measured = KeyResult.objects.select_related("metric", "metric__owner", "owner")
    carriers = Carrier.objects.select_related("department", "by")
    return objectives.prefetch_related(
        Prefetch("leads", leads), Prefetch("key_results", measured), Prefetch("carriers", carriers)
    )


@dataclass(frozen=True)
class Ties:
    """What a thing serves, and what serves it, by kind and as far as the reader may see it."""

    serves: list[Any]
    served_by: dict[str, list[Any]]

    @property
    def priorities(self) -> list[Priority]:
        return [thing for thing in self.serves if isinstance(thing, Priority)]


def ties_of(thing: Objective | Priority, reader: Person) -> Ties:
    """Runs one query, and one for each kind of thing tied."""
    rows = Link.objects.filter(Q(from_id=thing.pk) | Q(to_id=thing.pk), kind=Link.Kind.SERVES).order_by("made")
    links = list(rows)
    ends = [
        (link.to_kind, link.to_id) if link.from_id == thing.pk else (link.from_kind, link.from_id) for link in links
    ]
    found = kinds.fetch_many(set(ends), reader)
    serves: list[Any] = []
    served_by: dict[str, list[Any]] = {}
    for link, (kind, key) in zip(links, ends, strict=True):
        if key in found and link.from_id == thing.pk:
            serves.append(found[key])
        elif key in found:
            served_by.setdefault(kind, []).append(found[key])
    return Ties(serves, served_by)


def served_by_each(objectives: Iterable[Objective]) -> dict[UUID, list[tuple[str, UUID]]]:
    """What each objective serves itself, as (kind, id). Runs one query."""
    keys = [objective.pk for objective in objectives]
    rows = Link.objects.filter(kind=Link.Kind.SERVES, from_id__in=keys).order_by("made")
    served: dict[UUID, list[tuple[str, UUID]]] = {}
    for source, kind, target in rows.values_list("from_id", "to_kind", "to_id"):
        served.setdefault(source, []).append((kind, target))
    return served


def priorities_served(objective: Objective) -> list[UUID]:
    """The ids of the priorities it serves itself. Runs one query."""
    return [key for kind, key in served_by_each([objective]).get(objective.pk, []) if kind == "priority"]


def open_priorities(reader: Person) -> QuerySet[Priority]:
    """In their order."""
    return Priority.objects.visible_to(reader).filter(closed=None)
