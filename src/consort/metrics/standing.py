"""How a metric stands, by a published rule. Silence is never green.

1. Without any reading nothing is known: "No readings".
2. When more days than agreed have passed since the newest reading: "Stale", however good that reading was.
3. Otherwise the newest reading is held against the corridor of its own day: on its better side "On course", else
   "Off course". The corridor of a metric that should stay somewhere is its target. The corridor of one that should
   rise or fall runs straight from the start, on its date, to the target, on its date; without a start or a target date
   it is the target alone.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.db import models
from django.utils.translation import gettext_lazy as _

from consort.metrics.models import MOVING, Direction, Metric, Reading


class Standing(models.TextChoices):
    ON_COURSE = "on_course", _("On course")
    OFF_COURSE = "off_course", _("Off course")
    STALE = "stale", _("Stale")
    NO_READINGS = "no_readings", _("No readings")


SHAPES = {
    Standing.ON_COURSE: "good",
    Standing.OFF_COURSE: "caution",
    Standing.STALE: "open",
    Standing.NO_READINGS: "thin",
}


@dataclass(frozen=True)
class Corridor:
    """Where a metric should be on a day: at least `low`, at most `high`; None leaves a side open."""

    low: Decimal | None
    high: Decimal | None

    def miss(self, value: Decimal) -> Decimal:
        """How far `value` lies outside, 0 inside; negative below, positive above."""
        if self.low is not None and value < self.low:
            return value - self.low
        if self.high is not None and value > self.high:
            return value - self.high
        return Decimal(0)


@dataclass(frozen=True)
class Finding:
    """How a metric stands, and how far its newest reading lies outside the corridor."""

    standing: Standing
    newest: Reading | None
    miss: Decimal = Decimal(0)

    @property
    def shape(self) -> str:
        return SHAPES[self.standing]


def corridor_on(metric: Metric, day: date) -> Corridor:
    """Where the metric should be on `day`."""
    match Direction(metric.direction):
        case Direction.INCREASE:
            return Corridor(_planned(metric, metric.target_low, day), None)
        case Direction.DECREASE:
            return Corridor(None, _planned(metric, metric.target_high, day))
        case Direction.KEEP_ABOVE:
            return Corridor(metric.target_low, None)
        case Direction.KEEP_BELOW:
            return Corridor(None, metric.target_high)
        case Direction.STAY_BETWEEN:
            return Corridor(metric.target_low, metric.target_high)


def has_plan(metric: Metric) -> bool:
    """Whether a line leads from a start to a target."""
    dated = metric.begins is not None and metric.target_date is not None
    return metric.direction in MOVING and dated and metric.baseline is not None


def _planned(metric: Metric, target: Decimal | None, day: date) -> Decimal | None:
    if target is None or metric.baseline is None or metric.begins is None or metric.target_date is None:
        return target
    share = Decimal((day - metric.begins).days) / Decimal((metric.target_date - metric.begins).days)
    return metric.baseline + (target - metric.baseline) * min(max(share, Decimal(0)), Decimal(1))


def stale_since(metric: Metric, newest: Reading) -> date | None:
    """The first day on which a further reading was overdue; None when none is expected."""
    return newest.at + timedelta(days=metric.every + 1) if metric.every else None


def find(metric: Metric, newest: Reading | None, today: date) -> Finding:
    """Apply the rule to the newest reading."""
    if newest is None:
        return Finding(Standing.NO_READINGS, None)
    miss = corridor_on(metric, newest.at).miss(newest.value)
    overdue = stale_since(metric, newest)
    if overdue and today >= overdue:
        return Finding(Standing.STALE, newest, miss)
    return Finding(Standing.OFF_COURSE if miss else Standing.ON_COURSE, newest, miss)
