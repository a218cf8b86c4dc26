"""The chart of a metric: readings by day, and the corridor they should keep to."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from django.utils import formats
from django.utils.safestring import SafeString

from consort.metrics.models import MOVING, Metric, Reading
from consort.metrics.standing import has_plan
from consort.metrics.values import in_words
from consort.web import charts

MOST_SLOTS = 240
MOST_TICKS = 6
SILENCE = 2  # a gap of more than so many expected readings breaks the line


@dataclass(frozen=True)
class _Axis:
    """Days as slots from left to right, several days in one where there are many."""

    first: date
    last: date

    @property
    def unit(self) -> int:
        return max(1, -(-(self.last - self.first).days // MOST_SLOTS))

    @property
    def slots(self) -> int:
        return (self.last - self.first).days // self.unit + 1

    def slot(self, day: date) -> int:
        return min(max((day - self.first).days, 0) // self.unit, self.slots - 1)


def line_chart(
    metric: Metric,
    readings: Sequence[Reading],
    today: date,
    label: str,
    *,
    events: Sequence[tuple[date, str]] = (),
    room: Decimal | None = None,
) -> SafeString:
    """The drawing; the line breaks where readings stayed out. Empty without readings.

    `events` are written under the line. With `room` the corridor of a plan is so wide on both sides of it, else it is
    open on its better side.
    """
    if not readings:
        return SafeString()
    axis = _axis(metric, readings, today)
    values = _values(readings, axis, _longest_gap(metric, readings))
    planned = _planned(metric, axis, room) if room is not None else None
    corridor = planned or _corridor(metric, readings, axis)
    return charts.line(
        values,
        label=label,
        ticks=_ticks(axis),
        corridor=corridor,
        is_below=metric.target_low is None,
        events=[(axis.slot(day), words) for day, words in events],
        end=in_words(readings[-1].value, metric),
        target=_target(metric),
        span=axis.slots,
    )


def _target(metric: Metric) -> str:
    """What is written beside the corridor: its bounds."""
    return " – ".join(in_words(bound, metric) for bound in (metric.target_low, metric.target_high) if bound is not None)


def spark_of(metric: Metric, readings: Sequence[Reading]) -> SafeString:
    """The newest readings as small as a word."""
    if len(readings) < 2:
        return SafeString()
    first, last = in_words(readings[0].value, metric), in_words(readings[-1].value, metric)
    return charts.spark([reading.value for reading in readings], f"{first} → {last}")


def _axis(metric: Metric, readings: Sequence[Reading], today: date) -> _Axis:
    days = [readings[0].at, readings[-1].at, today]
    if has_plan(metric):
        days += [day for day in (metric.begins, metric.target_date) if day]
    return _Axis(min(days), max(days))


def _longest_gap(metric: Metric, readings: Sequence[Reading]) -> int:
    """After how many days without a reading the line breaks."""
    gaps = sorted((after.at - before.at).days for before, after in pairwise(readings))
    usual = metric.every or (gaps[len(gaps) // 2] if gaps else 1)
    return max(usual, 1) * SILENCE + 1


def _values(readings: Sequence[Reading], axis: _Axis, longest_gap: int) -> list[Decimal | None]:
    """A value per slot: straight between neighbours, nothing across a silence; a lonely reading is a short dash."""
    values: list[Decimal | None] = [None] * (axis.slot(readings[-1].at) + 1)
    for before, after in pairwise(readings):
        start, end = axis.slot(before.at), axis.slot(after.at)
        if (after.at - before.at).days <= longest_gap:
            for slot in range(start, end):
                values[slot] = before.value + (after.value - before.value) * (slot - start) / (end - start)
        else:
            values[start : start + 2] = [before.value] * len(values[start : start + 2])
    values[-1] = readings[-1].value
    return values


def _corridor(metric: Metric, readings: Sequence[Reading], axis: _Axis) -> list[charts.Corridor]:
    """From the start to the target where there is a plan, else straight; an open side ends where the chart does."""
    low, high = metric.target_low, metric.target_high
    seen = [reading.value for reading in readings] + [each for each in (low, high, metric.baseline) if each is not None]
    room = (max(seen) - min(seen)) / 20
    floor, ceiling = min(seen) - room, max(seen) + room
    ends = (floor if low is None else low, ceiling if high is None else high)
    if metric.direction in MOVING and has_plan(metric) and metric.begins and metric.target_date:
        begin = (floor if low is None else metric.baseline, ceiling if high is None else metric.baseline)
        places = [(axis.slot(metric.begins), begin), (axis.slot(metric.target_date), ends)]
    else:
        places = [(0, ends), (axis.slots - 1, ends)]
    return [charts.Corridor(slot, float(bottom or 0), float(top or 0)) for slot, (bottom, top) in places]


def _planned(metric: Metric, axis: _Axis, room: Decimal) -> list[charts.Corridor] | None:
    """The way from the start to the target, `room` wide on both sides; None without a plan."""
    target = metric.target_high if metric.target_low is None else metric.target_low
    if not has_plan(metric) or metric.begins is None or metric.target_date is None or target is None:
        return None
    ends = ((metric.begins, metric.baseline or Decimal(0)), (metric.target_date, target))
    return [charts.Corridor(axis.slot(day), float(value - room), float(value + room)) for day, value in ends]


def _ticks(axis: _Axis) -> list[tuple[int, str]]:
    """A few first days of months, the year with the first and with each January; days where it is only weeks."""
    months = _months(axis)
    if len(months) < 2:
        return [(axis.slot(day), formats.date_format(day, "j M")) for day in dict.fromkeys((axis.first, axis.last))]
    step = -(-len(months) // MOST_TICKS)
    shown = months[::step]
    years = [day.year for day in shown]
    return [
        (axis.slot(day), formats.date_format(day, "M" if number and years[number - 1] == day.year else "M y"))
        for number, day in enumerate(shown)
    ]


def _months(axis: _Axis) -> list[date]:
    day = axis.first.replace(day=1)
    months = []
    while day <= axis.last:
        if day >= axis.first:
            months.append(day)
        day = (day + timedelta(days=32)).replace(day=1)
    return months
