"""How a key result stands, by a published rule. Silence is never green.

1. Without a reading, or when more days than agreed have passed since the newest one: "Silent", however good it was.
2. What should rise or fall and has come to its target: "Reached".
3. With a start, a target and dates, the plan is the straight line between them. The newest reading is held against the
   plan of its own day: within a twentieth of the whole way it is "On plan", better "Ahead", worse "Behind". When the
   date has passed it is "Behind" until the target is reached.
4. Without a start or dates nobody has said where it should be today: "No plan".
5. What should stay somewhere is "On plan" there, and "Behind" anywhere else.
6. A milestone is "Reached" when it was passed, "Behind" when its date has passed, and else "Not due yet".
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import models
from django.utils.translation import gettext_lazy as _

from consort.metrics import standing
from consort.metrics.models import MOVING, Direction, Metric, Reading
from consort.metrics.standing import Standing

TOLERANCE = Decimal(1) / 20


class Pace(models.TextChoices):
    """From what needs a look first to what needs none."""

    BEHIND = "behind", _("Behind")
    SILENT = "silent", _("Silent")
    UNPLANNED = "unplanned", _("No plan")
    NOT_DUE = "not_due", _("Not due yet")
    ON_PLAN = "on_plan", _("On plan")
    AHEAD = "ahead", _("Ahead")
    REACHED = "reached", _("Reached")


SHAPES = {
    Pace.BEHIND: "caution",
    Pace.SILENT: "open",
    Pace.UNPLANNED: "thin",
    Pace.NOT_DUE: "open",
    Pace.ON_PLAN: "good",
    Pace.AHEAD: "good",
    Pace.REACHED: "done",
}


@dataclass(frozen=True)
class Progress:
    """`share` of the way from start to target, may lie outside 0 to 1, None where there is no way; `short_by` how far
    the newest reading misses what was expected, negative below and positive above; `expected` where the plan has it
    today."""

    pace: Pace
    newest: Reading | None = None
    share: Decimal | None = None
    expected: Decimal | None = None
    short_by: Decimal = Decimal(0)
    has_plan: bool = False
    is_late: bool = False

    @property
    def shape(self) -> str:
        return SHAPES[self.pace]


def of_milestone(passed: date | None, due: date | None, today: date) -> Progress:
    """How a milestone stands."""
    if passed is not None:
        return Progress(Pace.REACHED, share=Decimal(1))
    is_late = due is not None and due < today
    return Progress(Pace.BEHIND if is_late else Pace.NOT_DUE, share=Decimal(0), is_late=is_late)


def of_metric(metric: Metric, newest: Reading | None, today: date) -> Progress:
    """How a metric stands that a key result has aimed."""
    has_plan = standing.has_plan(metric)
    expected = target_of(standing.corridor_on(metric, today)) if has_plan else None
    if newest is None:
        return Progress(Pace.SILENT, expected=expected, has_plan=has_plan)
    finding = standing.find(metric, newest, today)
    is_late = metric.target_date is not None and metric.target_date < today
    pace = Pace.SILENT if finding.standing is Standing.STALE else _pace(metric, newest, is_late)
    late_miss = is_late and metric.direction in MOVING and pace == Pace.BEHIND
    short_by = newest.value - _target(metric) if late_miss else finding.miss
    return Progress(pace, newest, _share(metric, newest.value), expected, short_by, has_plan, late_miss)


def target_of(corridor: standing.Corridor) -> Decimal | None:
    """The one bound of what should rise or fall."""
    return corridor.high if corridor.low is None else corridor.low


def overall(paces: Iterable[Pace]) -> Pace | None:
    """The one that needs a look first; None without any."""
    order = list(Pace)
    return min(paces, key=order.index, default=None)


def room_of(metric: Metric) -> Decimal | None:
    """How far on both sides of the plan is still on plan; None where there is no way from a start to a target."""
    if metric.direction not in MOVING or metric.baseline is None:
        return None
    return abs(_target(metric) - metric.baseline) * TOLERANCE


def _target(metric: Metric) -> Decimal:
    target = metric.target_low if metric.direction == Direction.INCREASE else metric.target_high
    if target is None:
        raise ValueError("What should rise or fall has a target")
    return target


def _pace(metric: Metric, newest: Reading, is_late: bool) -> Pace:
    """The rule for a reading that is not stale."""
    if metric.direction not in MOVING:
        return Pace.BEHIND if standing.corridor_on(metric, newest.at).miss(newest.value) else Pace.ON_PLAN
    sign = 1 if metric.direction == Direction.INCREASE else -1
    if sign * (newest.value - _target(metric)) >= 0:
        return Pace.REACHED
    if is_late:
        return Pace.BEHIND
    planned = target_of(standing.corridor_on(metric, newest.at))
    if not standing.has_plan(metric) or planned is None or metric.baseline is None:
        return Pace.UNPLANNED
    ahead_by, room = sign * (newest.value - planned), room_of(metric)
    if room is None or abs(ahead_by) <= room:
        return Pace.ON_PLAN
    return Pace.AHEAD if ahead_by > 0 else Pace.BEHIND


def _share(metric: Metric, value: Decimal) -> Decimal | None:
    if metric.direction not in MOVING or metric.baseline is None or _target(metric) == metric.baseline:
        return None
    return (value - metric.baseline) / (_target(metric) - metric.baseline)
