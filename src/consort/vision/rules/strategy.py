"""The strategy as one reader may see it, read once. Nothing here asks the database."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from uuid import UUID

from consort.vision.rules.rule import Thing


@dataclass(frozen=True, slots=True)
class Priority:
    id: UUID
    title: str
    is_closed: bool
    leads: tuple[UUID, ...] = ()

    @property
    def thing(self) -> Thing:
        return Thing("priority", self.id, self.title)


@dataclass(frozen=True, slots=True)
class Goal:
    """An objective. `touched` is the last day on which somebody checked in, `leads` answer for it."""

    id: UUID
    title: str
    written: date
    scope: str = "organization"
    state: str = "agreed"
    due: date | None = None
    agreed: date | None = None
    touched: date | None = None
    writer: UUID | None = None
    leads: tuple[UUID, ...] = ()
    department: str = ""

    @property
    def thing(self) -> Thing:
        return Thing("objective", self.id, self.title)

    @property
    def is_open(self) -> bool:
        return self.state != "closed"

    @property
    def people(self) -> tuple[UUID, ...]:
        """Who can change it: its leads, else who wrote it."""
        return self.leads or ((self.writer,) if self.writer else ())

    @property
    def departments(self) -> tuple[str, ...]:
        return (self.department,) if self.department else ()


@dataclass(frozen=True, slots=True)
class Result:
    """A key result; without a metric it is a milestone, or its metric is hidden from the reader."""

    id: UUID
    goal: UUID
    title: str
    aim: str
    metric: UUID | None = None
    baseline: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    due: date | None = None

    @property
    def target(self) -> Decimal | None:
        """Where it should arrive; None for a range and for a milestone."""
        if self.aim in ("increase", "keep_above"):
            return self.low
        return self.high if self.aim in ("decrease", "keep_below") else None


@dataclass(frozen=True, slots=True)
class Work:
    """An initiative."""

    id: UUID
    title: str
    state: str = "running"
    leads: tuple[UUID, ...] = ()
    writer: UUID | None = None

    @property
    def thing(self) -> Thing:
        return Thing("initiative", self.id, self.title)

    @property
    def is_open(self) -> bool:
        return self.state in ("planned", "running")

    @property
    def people(self) -> tuple[UUID, ...]:
        return self.leads or ((self.writer,) if self.writer else ())


@dataclass(frozen=True, slots=True)
class Measure:
    """A metric. `read` is the day of its newest reading; `every` how many days may pass between two."""

    id: UUID
    name: str
    defined: date
    definition: str = ""
    unit: str = ""
    direction: str = "increase"
    every: int | None = None
    read: date | None = None
    keeper: UUID | None = None

    @property
    def thing(self) -> Thing:
        return Thing("metric", self.id, self.name)

    @property
    def people(self) -> tuple[UUID, ...]:
        return (self.keeper,) if self.keeper else ()


@dataclass(frozen=True, slots=True)
class Tie:
    kind: str
    from_kind: str
    source: UUID
    to_kind: str
    target: UUID


@dataclass(frozen=True, slots=True)
class Carriage:
    """A department that was asked to carry an objective."""

    goal: UUID
    department: str
    asked: date
    is_confirmed: bool = False


@dataclass(frozen=True, slots=True)
class Need:
    """A dependency contract. `day` is the promised one, else the day it is needed."""

    id: UUID
    what: str
    asking: str
    giving: str
    needed: date
    state: str
    since: date
    goal: UUID | None = None
    promised: date | None = None
    asker: UUID | None = None

    @property
    def thing(self) -> Thing:
        return Thing("dependency", self.id, self.what)

    @property
    def day(self) -> date:
        return self.promised or self.needed

    @property
    def is_open(self) -> bool:
        return self.state not in ("confirmed", "withdrawn", "delivered")


@dataclass(frozen=True, slots=True)
class Pledge:
    """A commitment about an objective."""

    goal: UUID
    moved: date
    is_open: bool = True


@dataclass(frozen=True, slots=True)
class WillNot:
    id: UUID
    text: str

    @property
    def thing(self) -> Thing:
        return Thing("will_not", self.id, self.text)


@dataclass(frozen=True, slots=True)
class Mark:
    """A person said that the objective contradicts the "will not"."""

    goal: UUID
    will_not: UUID
    because: str


@dataclass(frozen=True)
class Strategy:
    today: date
    priorities: tuple[Priority, ...] = ()
    goals: tuple[Goal, ...] = ()
    results: tuple[Result, ...] = ()
    works: tuple[Work, ...] = ()
    measures: tuple[Measure, ...] = ()
    ties: tuple[Tie, ...] = ()
    carriages: tuple[Carriage, ...] = ()
    needs: tuple[Need, ...] = ()
    pledges: tuple[Pledge, ...] = ()
    will_nots: tuple[WillNot, ...] = ()
    marks: tuple[Mark, ...] = ()

    @cached_property
    def open_goals(self) -> list[Goal]:
        return [goal for goal in self.goals if goal.is_open]

    @cached_property
    def goal_by_id(self) -> dict[UUID, Goal]:
        return {goal.id: goal for goal in self.goals}

    @cached_property
    def priority_by_id(self) -> dict[UUID, Priority]:
        return {priority.id: priority for priority in self.priorities}

    @cached_property
    def measure_by_id(self) -> dict[UUID, Measure]:
        return {measure.id: measure for measure in self.measures}

    @cached_property
    def work_by_id(self) -> dict[UUID, Work]:
        return {work.id: work for work in self.works}

    @cached_property
    def results_of(self) -> dict[UUID, list[Result]]:
        return _by(self.results, "goal")

    @cached_property
    def open_results_on(self) -> dict[UUID, list[Result]]:
        """Key results of open objectives, by the metric they are measured on."""
        found = [each for each in self.results if each.metric in self.measure_by_id and self._is_open(each.goal)]
        return _by(found, "metric")

    @cached_property
    def carriages_of(self) -> dict[UUID, list[Carriage]]:
        return _by(self.carriages, "goal")

    @cached_property
    def pledges_of(self) -> dict[UUID, list[Pledge]]:
        return _by(self.pledges, "goal")

    @cached_property
    def serves(self) -> dict[UUID, list[Tie]]:
        """What each thing serves or carries out."""
        return _by(self._upward, "source")

    @cached_property
    def served_by(self) -> dict[UUID, list[Tie]]:
        return _by(self._upward, "target")

    @cached_property
    def _upward(self) -> list[Tie]:
        return [tie for tie in self.ties if tie.kind in ("serves", "carries_out")]

    def ties_of_kind(self, kind: str) -> list[Tie]:
        return [tie for tie in self.ties if tie.kind == kind]

    def departments_of(self, goal: Goal) -> tuple[str, ...]:
        """Whose it is, and who was asked to carry it."""
        carrying = (each.department for each in self.carriages_of.get(goal.id, ()))
        return tuple(dict.fromkeys((*goal.departments, *carrying)))

    def thing_of(self, kind: str, id: UUID) -> Thing | None:
        """A priority, objective or initiative that the reader may see."""
        found = {"priority": self.priority_by_id, "objective": self.goal_by_id, "initiative": self.work_by_id}
        thing: Priority | Goal | Work | None = found.get(kind, {}).get(id)  # type: ignore[attr-defined]
        return thing.thing if thing else None

    def _is_open(self, goal: UUID) -> bool:
        found = self.goal_by_id.get(goal)
        return found is not None and found.is_open


def _by(things: Iterable[object], name: str) -> dict[UUID, list]:  # type: ignore[type-arg]
    found: dict[UUID, list] = defaultdict(list)  # type: ignore[type-arg]
    for thing in things:
        found[getattr(thing, name)].append(thing)
    return found
