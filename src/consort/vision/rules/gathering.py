"""Reads the strategy as one reader may see it. What they may not see is not in it, so no finding can tell of it."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils import timezone

from consort.commitments.models import Commitment
from consort.core import kinds
from consort.core.models import Link, Person
from consort.metrics.models import Metric, Reading
from consort.vision import models
from consort.vision.rules import strategy as snapshot
from consort.vision.rules.strategy import Strategy

READ_ALREADY = {"priority", "objective", "initiative", "dependency", "commitment"}


def gather(reader: Person, today: date) -> Strategy:
    """Runs at most 14 queries, however large the strategy is."""
    leads = _leads(reader)
    priorities, goals, works = _priorities(reader, leads), _goals(reader, leads), _works(reader, leads)
    needs, commitments = _needs(reader), _commitments(reader)
    own = {goal.id for goal in goals}
    seen = own | {id for id, *_rest in commitments}
    seen |= {each.id for each in priorities} | {each.id for each in works} | {each.id for each in needs}
    ties = _ties(reader, seen)
    return Strategy(
        today=today,
        priorities=priorities,
        goals=goals,
        results=tuple(each for each in _results(reader) if each.goal in own),
        works=works,
        measures=_measures(reader),
        ties=ties,
        carriages=tuple(each for each in _carriages(reader) if each.goal in own),
        needs=needs,
        pledges=_pledges(commitments, ties),
        **_will_nots(reader, own),
    )


def _leads(reader: Person) -> dict[UUID, tuple[UUID, ...]]:
    """Who leads what, in one query. A lead who left leads nothing."""
    led = ((models.Objective, "objective"), (models.Priority, "priority"), (models.Initiative, "initiative"))
    rows = []
    for model, name in led:
        through = model.leads.through.objects.filter(
            **{f"{name}__organization": reader.organization_id, "person__left": None}
        )
        rows.append(through.values_list(f"{name}_id", "person_id"))
    found: dict[UUID, list[UUID]] = defaultdict(list)
    for thing, person in rows[0].union(*rows[1:], all=True):
        found[thing].append(person)
    return {thing: tuple(people) for thing, people in found.items()}


def _goals(reader: Person, leads: dict[UUID, tuple[UUID, ...]]) -> tuple[snapshot.Goal, ...]:
    last = models.CheckIn.objects.filter(objective=OuterRef("pk")).order_by("-at").values("at")[:1]
    rows = models.Objective.objects.visible_to(reader).annotate(touched=Subquery(last)).order_by("created", "pk")
    columns = "created scope state due agreed touched owner_id department__name"
    return tuple(
        snapshot.Goal(
            id,
            title,
            _day(created),
            scope,
            state,
            due,
            _day_or_none(agreed),
            _day_or_none(touched),
            owner,
            leads.get(id, ()),
            department or "",
        )
        for id, title, created, scope, state, due, agreed, touched, owner, department in rows.values_list(
            "id", "title", *columns.split()
        )
    )


def _priorities(reader: Person, leads: dict[UUID, tuple[UUID, ...]]) -> tuple[snapshot.Priority, ...]:
    rows = models.Priority.objects.visible_to(reader).values_list("id", "title", "closed")
    return tuple(snapshot.Priority(id, title, closed is not None, leads.get(id, ())) for id, title, closed in rows)


def _works(reader: Person, leads: dict[UUID, tuple[UUID, ...]]) -> tuple[snapshot.Work, ...]:
    rows = models.Initiative.objects.visible_to(reader).values_list("id", "title", "state", "owner_id")
    return tuple(snapshot.Work(id, title, state, leads.get(id, ()), owner) for id, title, state, owner in rows)


def _results(reader: Person) -> Iterable[snapshot.Result]:
    columns = "id objective_id title aim metric_id baseline target_low target_high due"
    rows = models.KeyResult.objects.filter(objective__organization=reader.organization_id).order_by(
        "objective_id", "position"
    )
    return (snapshot.Result(*row) for row in rows.values_list(*columns.split()))


def _measures(reader: Person) -> tuple[snapshot.Measure, ...]:
    newest = Reading.objects.filter(metric=OuterRef("pk")).order_by("-at").values("at")[:1]
    columns = "definition unit direction every read owner_id"
    rows = Metric.objects.visible_to(reader).annotate(read=Subquery(newest)).order_by("defined", "pk")
    return tuple(
        snapshot.Measure(id, name, _day(defined), *rest)
        for id, name, defined, *rest in rows.values_list("id", "name", "defined", *columns.split())
    )


def _carriages(reader: Person) -> Iterable[snapshot.Carriage]:
    rows = models.Carrier.objects.filter(objective__organization=reader.organization_id).order_by("asked", "pk")
    for goal, department, asked, confirmed in rows.values_list(
        "objective_id", "department__name", "asked", "confirmed"
    ):
        yield snapshot.Carriage(goal, department, _day(asked), confirmed is not None)


def _needs(reader: Person) -> tuple[snapshot.Need, ...]:
    rows = models.Dependency.objects.visible_to(reader).order_by("made", "pk")
    columns = "what asking__name giving__name needed state since objective_id promised owner_id"
    return tuple(
        snapshot.Need(id, what, asking, giving, needed, state, _day(since), goal, promised, owner)
        for id, what, asking, giving, needed, state, since, goal, promised, owner in rows.values_list(
            "id", *columns.split()
        )
    )


Pledged = tuple[UUID, UUID | None, date, bool]


def _commitments(reader: Person) -> list[Pledged]:
    """(id, objective it is about, day it was made or settled, whether it is open)."""
    rows = Commitment.objects.visible_to(reader).values_list("id", "about_kind", "about_id", "made", "settled")
    return [
        (id, about if kind == "objective" else None, _day(settled or made), settled is None)
        for id, kind, about, made, settled in rows
    ]


def _pledges(commitments: Iterable[Pledged], ties: Iterable[snapshot.Tie]) -> tuple[snapshot.Pledge, ...]:
    """Commitments about an objective, or tied to it."""
    tied: dict[UUID, list[UUID]] = defaultdict(list)
    for tie in ties:
        if tie.from_kind == "commitment" and tie.to_kind == "objective":
            tied[tie.source].append(tie.target)
    return tuple(
        snapshot.Pledge(goal, moved, is_open)
        for id, about, moved, is_open in commitments
        for goal in (*tied.get(id, ()), *([about] if about else []))
    )


def _ties(reader: Person, seen: set[UUID]) -> tuple[snapshot.Tie, ...]:
    """The links of which the reader may see both ends."""
    links = Link.objects.filter(organization=reader.organization_id).order_by("made", "pk")
    rows = list(links.values_list("kind", "from_kind", "from_id", "to_kind", "to_id"))
    seen |= _seen_elsewhere({row[1] for row in rows} - READ_ALREADY, links, reader)
    return tuple(snapshot.Tie(*row) for row in rows if row[2] in seen and row[4] in seen)


def _seen_elsewhere(names: set[str], links: QuerySet[Link], reader: Person) -> set[UUID]:
    """Which things of other packages, such as decisions, the reader may see. Runs one query for each kind."""
    found: set[UUID] = set()
    for name in names & {kind.name for kind in kinds.known()}:
        model = kinds.named(name).model
        tied = links.filter(from_kind=name).order_by().values("from_id")
        found.update(model.objects.visible_to(reader).filter(pk__in=tied).values_list("pk", flat=True))
    return found


def _will_nots(reader: Person, goals: set[UUID]) -> dict[str, Any]:
    """Those of the vision in force, and what people have marked as going against them."""
    in_force = models.Purpose.objects.visible_to(reader).filter(state=models.Purpose.State.AGREED)
    rows = models.WillNot.objects.filter(purpose__in=in_force).order_by("position")
    found, marks = {}, []
    for id, text, goal, because in rows.values_list(
        "id", "text", "contradictions__objective_id", "contradictions__because"
    ):
        found[id] = snapshot.WillNot(id, text)
        if goal in goals:
            marks.append(snapshot.Mark(goal, id, because))
    return {"will_nots": tuple(found.values()), "marks": tuple(marks)}


def _day(moment: datetime) -> date:
    return timezone.localdate(moment)


def _day_or_none(moment: datetime | None) -> date | None:
    return timezone.localdate(moment) if moment else None
