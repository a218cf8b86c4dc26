"""The page of an objective."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from consort.core import clock, kinds
from consort.core.models import Person
from consort.metrics.drawing import line_chart
from consort.metrics.models import Metric, Reading
from consort.metrics.standing import corridor_on
from consort.metrics.values import in_words
from consort.metrics.words import trend_sentence
from consort.vision import sections
from consort.vision.contexts.key_results import Row, row_of
from consort.vision.models import Carrier, Objective
from consort.vision.policy import objectives as policy
from consort.vision.progress import room_of
from consort.vision.queries.measuring import Measured, measure
from consort.vision.queries.objectives import Ties, ties_of
from consort.vision.words import pace_words

ON_CHART, IN_TABLE = 600, 24


@dataclass(frozen=True)
class Numbered:
    """A reading in the table, with what was expected then."""

    at: date
    value: str
    expected: str
    note: str


@dataclass(frozen=True)
class First:
    """The first key result, drawn as a line."""

    row: Row
    word: str
    trend: str
    chart: SafeString
    numbers: list[Numbered]
    metric: Metric


@dataclass(frozen=True)
class Tied:
    """A thing that moves the objective, in one line."""

    kind: str
    noun: str
    title: str
    standing: str
    thing: Any


def page(objective: Objective, reader: Person) -> dict[str, Any]:
    """Everything on it, for an objective from `queries.objectives.complete`."""
    today = clock.today()
    measured = measure(objective.key_results.all(), reader, today)
    ties = ties_of(objective, reader)
    may_change = policy.may_change(objective, reader)
    carriers = list(objective.carriers.all())
    return {
        "objective": objective,
        "first": _first(objective, measured, today),
        "rows": [row_of(each) for each in measured],
        "priorities": ties.priorities,
        "serves": ties.serves,
        **tied(ties),
        "carriers": carriers,
        "mine": _asked_of(carriers, reader),
        "leads": objective.leads.all(),
        "may_change": may_change,
        "may_agree": _may_agree(objective, reader),
        "may_tie": reader.sees_leaders,
        "is_open": objective.state != Objective.State.CLOSED,
        "sections": sections.shown(objective, reader),
        "topic": f"objective:{objective.pk}",
    }


def _may_agree(objective: Objective, reader: Person) -> bool:
    """Whether the reader leads it and has not said yet that they answer for it."""
    leads = objective.leads.all()
    return objective.state != Objective.State.CLOSED and any(
        person == reader and not person.has_agreed  # type: ignore[attr-defined]
        for person in leads
    )


def _asked_of(carriers: list[Carrier], reader: Person) -> Carrier | None:
    return policy.carried_by(carriers, reader)


def tied(ties: Ties) -> dict[str, list[Tied]]:
    """What moves it: decisions, below them what else is done for it, and the objectives under it."""
    lines = {name: [_line(name, thing) for thing in things] for name, things in ties.served_by.items()}
    below = lines.pop("objective", [])
    decisions = lines.pop("decision", [])
    return {"decisions": decisions, "work": [line for each in lines.values() for line in each], "below": below}


def _line(name: str, thing: Any) -> Tied:
    kind = kinds.named(name)
    noun = capfirst(str(kind.noun))
    if kind.work is None:
        return Tied(name, noun, str(thing), "", thing)
    line = kind.work.line(thing)
    return Tied(name, noun, line.title, capfirst(line.standing), thing)


def _first(objective: Objective, measured: Sequence[Measured], today: date) -> First | None:
    """None without a key result, and for a milestone or a metric that is not open to the reader. Runs one query."""
    found = measured[0] if measured else None
    if found is None or found.metric is None or found.progress is None or found.key_result.metric is None:
        return None
    metric = found.metric
    readings = list(Reading.objects.filter(metric=metric.pk).order_by("-at")[:ON_CHART])[::-1]
    row, word = row_of(found), pace_words(found.key_result, found.progress)
    trend = trend_sentence(metric, readings)
    label = f"{found.key_result.title}. {trend} {word}."
    return First(
        row,
        word,
        trend,
        line_chart(metric, readings, today, label, events=_events(objective), room=room_of(metric)),
        [_numbered(metric, reading) for reading in readings[: -IN_TABLE - 1 : -1]],
        found.key_result.metric,
    )


def _events(objective: Objective) -> list[tuple[date, str]]:
    return [(timezone.localdate(objective.agreed), _("Agreed"))] if objective.agreed else []


def _numbered(metric: Metric, reading: Reading) -> Numbered:
    corridor = corridor_on(metric, reading.at)
    bounds = [in_words(bound, metric) for bound in (corridor.low, corridor.high) if bound is not None]
    return Numbered(reading.at, in_words(reading.value, metric), " – ".join(bounds), reading.note)
