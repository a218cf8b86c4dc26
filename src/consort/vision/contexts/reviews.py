"""Reviewing one objective, and the review of a whole cycle."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from consort.core import clock
from consort.core.models import Person
from consort.metrics.models import Metric
from consort.metrics.values import in_words
from consort.vision.contexts.check_ins import horizon, moments_of, percent
from consort.vision.contexts.cycles import names, stage_marks, steps
from consort.vision.drawing.confidence import confidence_chart, spoken
from consort.vision.forecasting import judge
from consort.vision.models import CheckIn, Cycle, Objective
from consort.vision.policy.cycles import leads_of, may_review, may_steer
from consort.vision.queries.cycles import Pursued, foretold, objectives_in, open_cycles, pursued
from consort.vision.scoring import Attained, progress
from consort.vision.where import review_url
from consort.vision.words import target_alone
from consort.web import charts

Ending = Objective.Ending
ENDING_SHAPES = {
    Ending.REACHED: "good",
    Ending.CARRIED_OVER: "open",
    Ending.ADAPTED: "caution",
    Ending.STOPPED: "thin",
}
DETAILS: dict[str, str | Promise] = {
    Ending.REACHED: gettext_lazy("It is done"),
    Ending.CARRIED_OVER: gettext_lazy("Into the next cycle, as it is"),
    Ending.ADAPTED: gettext_lazy("Into the next cycle, changed"),
    Ending.STOPPED: gettext_lazy("We no longer pursue it"),
}


@dataclass(frozen=True)
class Result:
    """A key result at the review: where it was to go, where it is, how far that is in per cent."""

    title: str
    target: str
    now: str
    percent: int | None


@dataclass(frozen=True)
class Line:
    """An objective in the review of its cycle. `drawing` shows every confidence, with the outcome once it is known."""

    objective: Objective
    leads: str
    shape: str
    suggested: str
    drawing: SafeString
    said: int
    review_url: str
    because: str
    next: Objective | None


def page(objective: Objective, reader: Person, form: Any) -> dict[str, Any]:
    """The review of one objective: how it went, what was learned, what becomes of it. Runs at most six queries."""
    (found,) = pursued([objective], clock.today())
    moments = moments_of(found.check_ins)
    return {
        "objective": objective,
        "form": form,
        "details": DETAILS,
        "results": results_of(found.attained, reader),
        "progress": percent(progress(found.attained)),
        "suggested": suggested(found.attained),
        "moments": moments,
        "chart": confidence_chart(found.check_ins, reader, horizon(objective), spoken(found.check_ins)),
        "leads": names(leads_of(objective), reader),
        "has_next": open_cycles(reader, objective.cycle).exists(),
    }


def whole(cycle: Cycle, reader: Person, form: Any) -> dict[str, Any]:
    """The review of a cycle: scores, what was learned, what was foretold against what happened. Seven queries."""
    every = pursued(list(objectives_in(cycle, reader)), clock.today())
    lines = [_line(each, reader) for each in every]
    reviewed = [line for line in lines if line.objective.state == Objective.State.CLOSED]
    return {
        "cycle": cycle,
        "form": form,
        "stages": stage_marks(cycle),
        "steps": [step for step in steps(cycle, reader) if step.name in ("close", "reopen", "begin_review")],
        "reviewed": reviewed,
        "missing": [line for line in lines if line not in reviewed],
        "lede": _lede(cycle, reviewed, len(lines)),
        "judged": judge(foretold(reader, cycle)),
        "judged_ever": judge(foretold(reader)),
        "may_steer": may_steer(cycle, reader) and cycle.stage != Cycle.Stage.CLOSED,
        "learned": [line.objective for line in reviewed if line.objective.learned],
    }


def results_of(every: Sequence[Attained], reader: Person) -> list[Result]:
    """The key results as rows; what a metric read that the reader may not see is left out. Runs one query."""
    metrics = Metric.objects.visible_to(reader).filter(pk__in=[each.key_result.metric_id for each in every])
    seen = set(metrics.values_list("pk", flat=True))
    return [_result(each, each.key_result.metric_id in seen) for each in every]


def _result(attained: Attained, is_seen: bool) -> Result:
    key_result, newest = attained.key_result, attained.newest
    share = percent(attained.share)
    if key_result.metric is None:
        return Result(key_result.title, target_alone(key_result), _("passed") if share else _("not passed"), share)
    if not is_seen:
        return Result(key_result.title, target_alone(key_result), _("not shown to you"), None)
    now = in_words(newest.value, key_result.metric) if newest else _("never read")
    return Result(key_result.title, target_alone(key_result), now, share)


def suggested(attained: Sequence[Attained]) -> Decimal | None:
    """The score that the published rule suggests, None without key results."""
    share = progress(attained)
    return None if share is None else share.quantize(Decimal("0.01"))


def _line(each: Pursued, reader: Person) -> Line:
    objective = each.objective
    review = getattr(objective, "review", None)
    closed = objective.state == Objective.State.CLOSED
    given = suggested(each.attained) if review is None else review.suggested
    return Line(
        objective,
        names(leads_of(objective), reader),
        ENDING_SHAPES[Ending(objective.ending)] if closed else "open",
        "" if given is None else f"{given:.2f}",
        _drawn(objective, each.check_ins),
        len(each.check_ins),
        review_url(objective) if not closed and may_review(objective, reader) else "",
        review.because if review else "",
        review.next if review and review.next_id else None,
    )


def _drawn(objective: Objective, check_ins: Sequence[CheckIn]) -> SafeString:
    said = [check_in.confidence for check_in in check_ins]
    if not said:
        return SafeString()
    closed = objective.state == Objective.State.CLOSED
    came = (100 if objective.ending == Ending.REACHED else 0) if closed else None
    words = ", ".join(f"{value}%" for value in said)
    outcome = _("reached") if came else _("not reached by its date") if closed else _("not reviewed yet")
    label = _("%(title)s: held %(said)s likely; %(outcome)s")
    return charts.forecasts(said, label % {"title": objective.title, "said": words, "outcome": outcome}, outcome=came)


def _lede(cycle: Cycle, reviewed: Sequence[Line], total: int) -> str:
    if not total:
        return _("No objective was in it.")
    endings = Counter(line.objective.ending for line in reviewed)
    known = {"reached": endings[Ending.REACHED], "total": total, "left": total - len(reviewed)}
    if known["left"]:
        words = ngettext(
            "%(left)s of %(total)s objectives is not reviewed yet.",
            "%(left)s of %(total)s objectives are not reviewed yet.",
            known["left"],
        )
        return words % known
    return _("%(reached)s of %(total)s objectives were reached.") % known
