"""What a person sees of their own calibration. No function here takes another reader."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consort.core.models import Person
from consort.decisions.calibration.judging import LEVEL, Given, Judged, judge
from consort.decisions.calibration.questions import ALL, Quantity, Statement
from consort.decisions.models import Exercise, ExerciseAnswer
from consort.reckon.errors import TooFew
from consort.reckon.forecasts import CalibrationBin, Range, brier_score, calibration_curve, hit_rate
from consort.web import charts


@dataclass(frozen=True)
class Curve:
    """`drawing` is None where there is too little to say, and `refusal` says so."""

    drawing: SafeString | None
    rows: list[CalibrationBin]
    refusal: str
    finding: str


def home(person: Person) -> dict[str, Any]:
    """All sittings together. Runs two queries."""
    exercises = list(Exercise.objects.filter(person=person))
    given = ExerciseAnswer.objects.filter(exercise__person=person)
    judged = judge(map(_given, given))
    return {
        "open": next((each for each in exercises if each.finished is None), None),
        "done": [each for each in exercises if each.finished],
        "curve": _curve(judged),
        "ranges": _ranges(judged),
        "total": len(ALL),
    }


def finished(exercise: Exercise) -> dict[str, Any]:
    """Each question with the answer, the truth and where it stands. Runs one query."""
    by_key = {each.question: _given(each) for each in exercise.answers.all()}
    judged = judge(by_key[key] for key in exercise.questions if key in by_key)
    return {
        "exercise": exercise,
        "statements": [_told(each) for each in judged if isinstance(each.question, Statement)],
        "quantities": [_told(each) for each in judged if isinstance(each.question, Quantity)],
        "ranges": _ranges(judged),
        "error": _error(judged),
    }


def _given(answer: ExerciseAnswer) -> Given:
    return Given(answer.question, answer.percent, answer.low, answer.high)


def _pairs(judged: Sequence[Judged]) -> tuple[list[float], list[bool]]:
    """What was said, from 0 to 1, and what was true."""
    told = [(each.given.percent, each.question.truth) for each in judged if isinstance(each.question, Statement)]
    known = [(percent, bool(truth)) for percent, truth in told if percent is not None]
    return [percent / 100 for percent, _truth in known], [truth for _percent, truth in known]


def _error(judged: Sequence[Judged]) -> float | None:
    said, truths = _pairs(judged)
    return brier_score(said, truths) if said else None


def _curve(judged: Sequence[Judged]) -> Curve:
    said, truths = _pairs(judged)
    try:
        rows = calibration_curve(said, truths)
    except TooFew as few:
        missing = few.needed - few.given
        refusal = ngettext(
            "A curve needs %(n)d answer more: with fewer it would be noise.",
            "A curve needs %(n)d answers more: with fewer it would be noise.",
            missing,
        )
        return Curve(None, [], refusal % {"n": missing}, "")
    points = [
        charts.Point(100 * row.mean_forecast, 100 * row.share, row.forecasts, 100 * row.lower, 100 * row.upper)
        for row in rows
    ]
    finding = _finding(said, truths)
    return Curve(charts.calibration(points, finding), rows, "", finding)


def _finding(said: Sequence[float], truths: Sequence[bool]) -> str:
    """How sure the person was of the side they took, beside how often that side was right."""
    told = [(share, truth) for share, truth in zip(said, truths, strict=True) if share != 0.5]
    sides = [(max(share, 1 - share), (share > 0.5) == truth) for share, truth in told]
    if not sides:
        return _("You said 50% throughout, so nothing can be said of how sure you are.")
    sure = round(100 * sum(share for share, _right in sides) / len(sides))
    right = round(100 * sum(is_right for _share, is_right in sides) / len(sides))
    return _("You were %(sure)d%% sure on average, and right %(right)d%% of the time.") % {"sure": sure, "right": right}


def _ranges(judged: Sequence[Judged]) -> str:
    stated = [
        Range(each.given.low, each.given.high, float(each.question.truth), LEVEL)
        for each in judged
        if isinstance(each.question, Quantity) and each.given.low is not None and each.given.high is not None
    ]
    try:
        rate = hit_rate(stated)
    except TooFew:
        return ""
    words = {"hits": rate.hits, "ranges": rate.ranges, "expected": round(rate.ranges * LEVEL)}
    return _("%(hits)d of %(ranges)d ranges held the truth; about %(expected)d would be well judged.") % words


def _told(each: Judged) -> dict[str, Any]:
    words = {True: ("done", _("Right")), False: ("caution", _("Not so")), None: ("thin", _("Even odds"))}
    question, given = each.question, each.given
    state, word = words[each.is_hit]
    if isinstance(question, Quantity):
        unit = f" {question.unit}" if question.unit else ""
        said = _("You said %(low)s to %(high)s") % {"low": _plain(given.low), "high": _plain(given.high)}
        truth = f"{_plain(question.truth)}{unit}"
    else:
        said = _("You said %(percent)d%%") % {"percent": given.percent}
        truth = _("True") if question.truth else _("False")
    source = question.source
    return {"text": question.text, "said": said, "truth": truth, "source": source, "state": state, "word": word}


def _plain(value: float | None) -> str:
    return "" if value is None else f"{value:.10g}"
