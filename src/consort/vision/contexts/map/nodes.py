"""The nodes of the map as they are drawn."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from consort.core import kinds
from consort.vision.chain.placing import Place
from consort.vision.contexts.key_results import Row, row_of
from consort.vision.contexts.map.wanted import departments_of
from consort.vision.models import Objective, Priority
from consort.vision.progress import Pace
from consort.vision.queries.findings import Numbered
from consort.vision.queries.map import Tied
from consort.vision.queries.measuring import Measured


@dataclass(frozen=True)
class Carrier:
    """A decision, a commitment, an initiative: "Decision, in execution"."""

    title: str
    url: str
    meta: str


@dataclass(frozen=True)
class ResultNode:
    """A key result with what carries it; without a `row` the objective as a whole, or that nothing measures it."""

    row: Row | None
    carriers: list[Carrier]
    is_gap: bool = False
    is_uncarried: bool = False


@dataclass(frozen=True)
class ObjectiveNode:
    """`depth` below other objectives; one that is drawn `elsewhere` only refers to it."""

    objective: Objective
    meta: str
    conflicts: list[Numbered]
    depth: int
    elsewhere: bool
    results: list[ResultNode]


@dataclass(frozen=True)
class PriorityNode:
    """A priority with its objectives, or None for those that lead up to no open one. Folded, it only counts them."""

    priority: Priority | None
    meta: str
    count: int
    is_open: bool
    objectives: list[ObjectiveNode] = field(default_factory=list)


DRAWN_RESULT, WORDS, ONE_CARRIER, BETWEEN = 5.2, 4.0, 3.1, 1.0  # in rem, as it prints


def height(nodes: Iterable[PriorityNode]) -> int:
    """About how high the map is on paper, in rem, so that its print can be fitted to one page."""
    return round(sum(max(WORDS, sum(map(_height, node.objectives))) + BETWEEN for node in nodes))


def _height(node: ObjectiveNode) -> float:
    rows = (max(DRAWN_RESULT if each.row else WORDS, ONE_CARRIER * len(each.carriers)) for each in node.results)
    return max(WORDS, sum(rows))


@dataclass(frozen=True)
class Drawn:
    """What the nodes are made of, each looked up by id."""

    objectives: Mapping[UUID, Objective]
    tied: Tied
    measured: Mapping[UUID, list[Measured]]
    works: Mapping[UUID, Any]
    conflicts: Mapping[UUID, list[Numbered]]

    def objective(self, place: Place) -> ObjectiveNode:
        objective = self.objectives[place.objective]
        names = [name for _key, name in departments_of(objective, self.tied)]
        return ObjectiveNode(
            objective,
            ", ".join(names) or named(self.tied.leads.get(objective.pk, ())),
            self.conflicts.get(objective.pk, []),
            place.depth,
            place.elsewhere,
            [] if place.elsewhere else self._results(objective),
        )

    def is_carried(self, objective: Objective) -> bool:
        """Whether anything under way serves it or one of its key results."""
        ends = [objective.pk, *(each.key_result.pk for each in self.measured.get(objective.pk, ()))]
        return any(key in self.works for end in ends for _kind, key in self.tied.down.get(end, ()))

    def _results(self, objective: Objective) -> list[ResultNode]:
        """What carries the whole stands beside its only key result, else on its own."""
        whole, measured = self._carriers(objective.pk), self.measured.get(objective.pk, [])
        if not measured:
            return [ResultNode(None, whole, is_gap=True)]
        if len(measured) == 1:
            (only,) = measured
            return [self._result(only, [*whole, *self._carriers(only.key_result.pk)], False)]
        nodes = [self._result(each, self._carriers(each.key_result.pk), bool(whole)) for each in measured]
        return [*nodes, ResultNode(None, whole)] if whole else nodes

    def _result(self, measured: Measured, carriers: list[Carrier], is_carried: bool) -> ResultNode:
        is_reached = measured.progress is not None and measured.progress.pace == Pace.REACHED
        return ResultNode(row_of(measured), carriers, is_uncarried=not (carriers or is_carried or is_reached))

    def _carriers(self, target: UUID) -> list[Carrier]:
        tied = (key for _kind, key in self.tied.down.get(target, ()))
        return [carrier(self.works[key]) for key in dict.fromkeys(tied) if key in self.works]


def carrier(thing: Any) -> Carrier:
    kind, work_line = kinds.of(thing), line(thing)
    return Carrier(work_line.title, thing.get_absolute_url(), stands(kind, work_line))


def line(thing: Any) -> kinds.Line:
    work = kinds.of(thing).work
    return work.line(thing) if work else kinds.Line(str(thing), "", None)


def stands(kind: kinds.Kind, line: kinds.Line) -> str:
    """ "Decision, in execution"."""
    return ", ".join(part for part in (capfirst(str(kind.noun)), line.standing) if part)


def named(people: Iterable[tuple[UUID, str]]) -> str:
    """Hélène and Mats."""
    names = [name for _key, name in people]
    return _(" and ").join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
