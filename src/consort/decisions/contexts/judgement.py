"""How well we decide, over everything the reader may see: foresight, process beside outcome, pace, who was heard."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import fmean
from typing import Any
from uuid import UUID

from django.db.models import Count, Q

from consort.core.models import Person
from consort.decisions import queries
from consort.decisions.contexts.judging import calibration
from consort.decisions.models import Consideration, Decision, Estimate, Forecast, Method, Stage
from consort.decisions.questions import POINTS
from consort.decisions.rounds_of import INPUT, PROCESS
from consort.reckon.errors import TooFew
from consort.reckon.forecasts import Murphy, murphy
from consort.reckon.middles import Middle, middle
from consort.rounds.models import Round

FEWEST_FORECASTS = 20
MOST = 300


@dataclass(frozen=True)
class Pace:
    """How many days a stretch took. `middle` is None below six decisions, and `given` says how many there are."""

    middle: Middle | None
    given: int


@dataclass(frozen=True)
class Quadrants:
    """Reviewed decisions of one way to decide, by process and outcome."""

    name: str
    earned: int
    unlucky: int
    lucky: int
    foreseeable: int


@dataclass(frozen=True)
class Heard:
    """Over all opened rounds of input. `moved` people said something else in a later round."""

    invited: int
    heard: int
    moved: int
    answered: int
    used: int


def judgement(reader: Person) -> dict[str, Any]:
    """Runs ten queries."""
    decided = _decided(reader)
    team = queries.judged(reader)
    reopened = sum(1 for each in decided if each.was_reopened)
    return {
        "counts": queries.counts(reader),
        "calibration": calibration(reader),
        "parts": _parts(team),
        "quadrants": _quadrants([each for each in decided if each.stage == Stage.CLOSED]),
        "to_decide": _pace(decided, Stage.FRAME, Stage.COMMIT),
        "to_begin": _pace(decided, Stage.COMMIT, Stage.EXECUTE),
        "decided": len(decided),
        "reopened": reopened,
        "departed": sum(1 for each in decided if each.differs_since),
        "heard": _heard(decided),
    }


def _decided(reader: Person) -> list[Decision]:
    """The newest of those that were decided here. Runs one query."""
    found = Decision.objects.visible_to(reader).filter(outcome_text__gt="", reached__has_key=str(Stage.FRAME))
    return list(found.order_by("-number")[:MOST])


def _parts(team: Sequence[queries.Judged]) -> Murphy | None:
    if len(team) < FEWEST_FORECASTS:
        return None
    return murphy([each.share for each in team], [each.happened for each in team])


def _pace(decisions: Iterable[Decision], start: str, end: str) -> Pace:
    spans = [(each.began(start), each.began(end)) for each in decisions]
    days = [_days(first, last) for first, last in spans if first and last and last > first]
    try:
        return Pace(middle(days), len(days))
    except TooFew:
        return Pace(None, len(days))


def _days(first: datetime, last: datetime) -> float:
    return (last - first) / timedelta(days=1)


def _quadrants(closed: Sequence[Decision]) -> list[Quadrants]:
    """Good process: the mean of the links lies above the middle of the scale. Good outcome: more of what was foretold
    for what was chosen came true than not. Runs two queries.
    """
    process, outcome = _process(closed), _outcome(closed)
    known = [each for each in closed if each.pk in process and each.pk in outcome]
    rows = []
    for method in Method:
        cells = [(process[each.pk], outcome[each.pk]) for each in known if each.method == method]
        if cells:
            count: Callable[[tuple[bool, bool]], int] = cells.count
            numbers = [count(cell) for cell in ((True, True), (True, False), (False, True), (False, False))]
            rows.append(Quadrants(str(method.label), *numbers))
    return rows


def _process(closed: Sequence[Decision]) -> dict[UUID, bool]:
    rounds = Round.objects.filter(kind=PROCESS, state=Round.State.OPENED, about_id__in=[each.pk for each in closed])
    found: dict[UUID, bool] = {}
    for about, result in rounds.values_list("about_id", "result"):
        means = [each["mean"] for each in (result or {}).get("questions", {}).values() if each.get("mean") is not None]
        if means and about:
            found[about] = fmean(means) > (POINTS + 1) / 2
    return found


def _outcome(closed: Sequence[Decision]) -> dict[UUID, bool]:
    chosen = {each.pk: each.outcome_id for each in closed}
    came: dict[UUID, list[bool]] = {}
    rows = Forecast.objects.filter(decision__in=list(chosen), happened__isnull=False)
    for decision, option, happened in rows.values_list("decision_id", "option_id", "happened"):
        if option is None or option == chosen[decision]:
            came.setdefault(decision, []).append(bool(happened))
    return {key: sum(each) * 2 > len(each) for key, each in came.items()}


def _heard(decided: Sequence[Decision]) -> Heard:
    """Runs three queries."""
    keys = [each.pk for each in decided]
    rounds = Round.objects.filter(kind=INPUT, state=Round.State.OPENED, about_id__in=keys)
    results = [result or {} for result in rounds.values_list("result", flat=True)]
    answered = Consideration.objects.filter(decision__in=keys).aggregate(
        answered=Count("pk"), used=Count("pk", filter=Q(used=True))
    )
    return Heard(
        sum(each.get("asked") or 0 for each in results),
        sum(each.get("answered") or 0 for each in results),
        _moved(keys),
        **answered,
    )


def _moved(keys: Sequence[UUID]) -> int:
    """How many people changed an estimate from one round to the next, each counted once per decision."""
    said: dict[tuple[UUID, UUID], int] = {}
    moved: set[tuple[UUID, UUID]] = set()
    rows = Estimate.objects.filter(forecast__decision__in=keys).order_by("round_number")
    for decision, forecast, person, percent in rows.values_list(
        "forecast__decision_id", "forecast_id", "person_id", "percent"
    ):
        if said.setdefault((forecast, person), percent) != percent:
            moved.add((decision, person))
    return len(moved)
