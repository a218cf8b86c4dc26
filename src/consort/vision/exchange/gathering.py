"""What of the strategy leaves: all that a reader may see of it, or of one plan that was brought in."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, Q

from consort.core.models import Link, Person
from consort.metrics.models import Metric, Reading
from consort.vision.exchange.items import Kind
from consort.vision.exchange.standing import fetched
from consort.vision.models import (
    CheckIn,
    Cycle,
    Dependency,
    Initiative,
    KeyResult,
    Objective,
    Priority,
    Purpose,
    Source,
)


@dataclass(frozen=True)
class Wish:
    """What shall leave: one plan that was brought in, or everything; of everything, the objectives of one cycle."""

    source: Source | None = None
    cycle: Cycle | None = None
    with_status: bool = True


@dataclass
class Strategy:
    """All by id, as far as the reader may see it. `serves` are the keys of what an objective serves, in order."""

    purpose: Purpose | None
    priorities: list[Priority]
    objectives: list[Objective]
    key_results: dict[UUID, list[KeyResult]]
    metrics: dict[UUID, Metric]
    serves: dict[UUID, list[UUID]]
    initiatives: dict[UUID, list[Initiative]]
    dependencies: dict[UUID, list[Dependency]] = field(default_factory=dict)
    check_ins: dict[UUID, list[CheckIn]] = field(default_factory=dict)


def gather(reader: Person, wish: Wish) -> Strategy:
    """Runs at most fourteen queries, however much there is."""
    purpose = _purpose(reader, wish)
    priorities = list(_priorities(reader, wish))
    objectives = list(_objectives(reader, wish, priorities))
    keys = [each.pk for each in objectives]
    key_results = _by_objective(
        KeyResult.objects.filter(objective__in=keys).select_related("owner", "objective").order_by("position")
    )
    links = Link.objects.filter(kind=Link.Kind.SERVES, to_id__in=[*keys, *(each.pk for each in priorities)])
    pairs = list(links.order_by("made").values_list("from_kind", "from_id", "to_id"))
    return Strategy(
        purpose,
        priorities,
        objectives,
        key_results,
        _metrics(reader, key_results),
        _serves(pairs),
        _initiatives(reader, pairs),
        _by_objective(Dependency.objects.visible_to(reader).open().filter(objective__in=keys).select_related("giving")),
        _by_objective(CheckIn.objects.filter(objective__in=keys).order_by("at")),
    )


def _purpose(reader: Person, wish: Wish) -> Purpose | None:
    """Of a plan the version that it became, else the one in force, else the newest draft."""
    seen = fetched(Kind.PURPOSE, reader).order_by("-version")
    if wish.source is not None:
        became = wish.source.parts.filter(kind=Kind.PURPOSE).values("thing")
        return seen.filter(pk__in=became).first()  # type: ignore[no-any-return]
    in_force = seen.filter(state=Purpose.State.AGREED).first()
    return in_force or seen.filter(state=Purpose.State.DRAFT).first()  # type: ignore[no-any-return]


def _priorities(reader: Person, wish: Wish) -> Any:
    seen = fetched(Kind.PRIORITY, reader)
    if wish.source is None:
        return seen.filter(closed=None)
    return seen.filter(pk__in=wish.source.parts.filter(kind=Kind.PRIORITY).values("thing"))


def _objectives(reader: Person, wish: Wish, priorities: Sequence[Priority]) -> Any:
    seen = fetched(Kind.OBJECTIVE, reader)
    if wish.source is not None:
        serving = Link.objects.filter(kind=Link.Kind.SERVES, to_id__in=[each.pk for each in priorities])
        came = wish.source.parts.filter(kind=Kind.OBJECTIVE).values("thing")
        return seen.filter(Q(pk__in=came) | Q(pk__in=serving.filter(from_kind="objective").values("from_id")))
    if wish.cycle is not None:
        return seen.filter(cycle=wish.cycle)
    return seen.exclude(state=Objective.State.CLOSED)


def _by_objective(queryset: Any) -> dict[UUID, list[Any]]:
    found: dict[UUID, list[Any]] = {}
    for each in queryset:
        found.setdefault(each.objective_id, []).append(each)
    return found


def _metrics(reader: Person, key_results: dict[UUID, list[KeyResult]]) -> dict[UUID, Metric]:
    keys = {each.metric_id for several in key_results.values() for each in several if each.metric_id}
    seen = Metric.objects.visible_to(reader).filter(pk__in=keys)
    ordered = Prefetch("readings", Reading.objects.order_by("at"))
    return {metric.pk: metric for metric in seen.prefetch_related(ordered)}


def _serves(pairs: list[tuple[str, UUID, UUID]]) -> dict[UUID, list[UUID]]:
    found: dict[UUID, list[UUID]] = {}
    for kind, source, target in pairs:
        if kind == "objective":
            found.setdefault(source, []).append(target)
    return found


def _initiatives(reader: Person, pairs: list[tuple[str, UUID, UUID]]) -> dict[UUID, list[Initiative]]:
    wanted = {source for kind, source, _target in pairs if kind == "initiative"}
    seen = {each.pk: each for each in Initiative.objects.visible_to(reader).filter(pk__in=wanted)}
    found: dict[UUID, list[Initiative]] = {}
    for kind, source, target in pairs:
        if kind == "initiative" and source in seen:
            found.setdefault(target, []).append(seen[source])
    return found
