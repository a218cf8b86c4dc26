"""At the review: how well we foretold, whether we are getting better, and how we decided, luck aside."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consort.core.models import Person
from consort.decisions.cases import Case
from consort.decisions.drawing import between
from consort.decisions.models import Estimate, Forecast
from consort.decisions.queries import Judged, estimates_of, judged
from consort.decisions.questions import POINTS
from consort.reckon.errors import TooFew
from consort.reckon.forecasts import CalibrationBin, brier_score, calibration_curve
from consort.rounds.models import Question, Round
from consort.web import charts


@dataclass(frozen=True)
class Foretold:
    """One forecast with every last estimate. `is_due`: about what was done, and known by now."""

    forecast: Forecast
    percents: list[int]
    yours: int | None
    drawing: SafeString
    is_due: bool


@dataclass(frozen=True)
class Errors:
    """Mean squared distances. `yours` is for the reader alone."""

    team: float | None
    yours: float | None
    questions: int
    people: int


@dataclass(frozen=True)
class Calibration:
    """`drawing` is None where there is too little to say, and `refusal` says so."""

    finding: str
    drawing: SafeString | None
    rows: list[CalibrationBin]
    refusal: str
    yours: str
    error: float | None
    questions: int
    forecasts: int


@dataclass(frozen=True)
class Pole:
    low: str
    high: str
    drawing: SafeString
    mean: float | None


def foretold(case: Case, reader: Person) -> tuple[list[Foretold], Errors]:
    """Every forecast beside what happened, and the errors on this decision. Runs one query."""
    forecasts = list(case.decision.forecasts.all())
    estimates = estimates_of(forecasts)
    rows = [_foretold(case, each, _last(each, estimates), reader) for each in forecasts]
    return rows, _errors(rows, estimates, reader)


def _last(forecast: Forecast, estimates: Sequence[Estimate]) -> dict[Person, int]:
    """Each person's newest estimate; the rounds come in order."""
    return {each.person: each.percent for each in estimates if each.forecast_id == forecast.pk}


def _foretold(case: Case, forecast: Forecast, last: dict[Person, int], reader: Person) -> Foretold:
    said = ", ".join(f"{percent}%" for percent in sorted(last.values())) or _("nobody said")
    came = {True: _("it happened"), False: _("it did not"), None: _("not known yet")}[forecast.happened]
    label = _("%(statement)s: forecasts %(said)s; %(came)s") % {
        "statement": forecast.statement, "said": said, "came": came
    }  # fmt: skip
    outcome = None if forecast.happened is None else 100 * forecast.happened
    drawing = charts.forecasts(list(last.values()), label, outcome=outcome)
    return Foretold(forecast, list(last.values()), last.get(reader), drawing, case.is_known(forecast.pk))


def _errors(rows: Sequence[Foretold], estimates: Sequence[Estimate], reader: Person) -> Errors:
    settled = [row for row in rows if row.forecast.happened is not None and row.percents]
    team = [(percent / 100, bool(row.forecast.happened)) for row in settled for percent in row.percents]
    own = [(row.yours / 100, bool(row.forecast.happened)) for row in settled if row.yours is not None]
    people = len({each.person_id for each in estimates})
    return Errors(_brier(team), _brier(own), len(settled), people)


def _brier(pairs: Sequence[tuple[float, bool]]) -> float | None:
    return brier_score([said for said, _came in pairs], [came for _said, came in pairs]) if pairs else None


def calibration(reader: Person) -> Calibration:
    """Over every closed review the reader may see. Runs one query."""
    every = judged(reader)
    own = [each for each in every if each.person_id == reader.pk]
    questions = len({each.forecast_id for each in every})
    error = _brier([(each.share, each.happened) for each in every])
    shared: dict[str, Any] = {"yours": _own(own), "error": error, "questions": questions, "forecasts": len(every)}
    try:
        curve = _curve(every)
    except TooFew as few:
        refusal = _("Too little to say more: %(given)s forecasts are settled, %(needed)s are needed.")
        return Calibration("", None, [], refusal % {"given": few.given, "needed": few.needed}, **shared)
    points = [
        charts.Point(100 * bin.mean_forecast, 100 * bin.share, bin.forecasts, 100 * bin.lower, 100 * bin.upper)
        for bin in curve
    ]
    finding = _finding(curve)
    return Calibration(finding, charts.calibration(points, _spoken(curve), height=270), curve, "", **shared)


def _curve(every: Sequence[Judged]) -> list[CalibrationBin]:
    return calibration_curve([each.share for each in every], [each.happened for each in every])


def _finding(curve: Sequence[CalibrationBin]) -> str:
    """The bin with most forecasts, as a sentence."""
    bin = max(curve, key=lambda each: each.forecasts)
    known = {"said": round(100 * bin.mean_forecast), "came": round(100 * bin.share)}
    return _("When we say about %(said)s%%, it happens %(came)s%% of the time") % known


def _spoken(curve: Sequence[CalibrationBin]) -> str:
    points = [f"{round(100 * bin.mean_forecast)}: {round(100 * bin.share)}" for bin in curve]
    return _("Said, and how often it happened, in per cent: %(points)s") % {"points": "; ".join(points)}


def _own(own: Sequence[Judged]) -> str:
    """What the reader alone reads about their own judgement."""
    error = _brier([(each.share, each.happened) for each in own])
    if error is None:
        return _("You have no settled forecast yet.")
    count = ngettext("%(n)s settled forecast", "%(n)s settled forecasts", len(own)) % {"n": len(own)}
    return _("Yours: %(count)s, mean error %(error)s.") % {"count": count, "error": f"{error:.2f}"}


def process(round: Round) -> list[Pole]:
    """The opened judgement of the process, scale by scale. Runs one query."""
    questions = (round.result or {}).get("questions", {})
    return [_pole(question, questions.get(question.key, {})) for question in round.questions.all()]


def _pole(question: Question, summary: dict[str, Any]) -> Pole:
    low, high = question.settings["ends"]
    lowest = summary.get("lowest", 1)
    values = [lowest + place for place, count in enumerate(summary.get("counts", [])) for _one in range(count)]
    return Pole(low, high, between(values, low, high, least=1, most=POINTS), summary.get("mean"))


def weakest(poles: Sequence[Pole]) -> str:
    """The link with the lowest mean, said by its low end; several where they are level, none where nothing is known."""
    known = [(round(pole.mean, 6), pole.low) for pole in poles if pole.mean is not None]
    least = min((mean for mean, _low in known), default=None)
    return "; ".join(low for mean, low in known if mean == least)
