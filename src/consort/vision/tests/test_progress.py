"""Worked by hand: 78% on 1 January 2026, 95% on 31 December 2027, 17 points over 729 days."""

from datetime import date
from decimal import Decimal

import pytest

from consort.metrics.models import Metric, Reading
from consort.vision.progress import Pace, of_metric, of_milestone, overall

BEGINS, DUE = date(2026, 1, 1), date(2027, 12, 31)
TODAY = date(2026, 10, 5)


def aimed(direction="increase", low="95", high=None, baseline="78", begins=BEGINS, due=DUE, every=35):
    return Metric(
        direction=direction,
        target_low=None if low is None else Decimal(low),
        target_high=None if high is None else Decimal(high),
        baseline=None if baseline is None else Decimal(baseline),
        begins=begins,
        target_date=due,
        every=every,
        unit="%",
        decimals=1,
    )


def read(value, at=date(2026, 10, 1)):
    return Reading(at=at, value=Decimal(value))


def pace(metric, reading, today=TODAY):
    return of_metric(metric, reading, today).pace


def test_the_plan_is_a_straight_line():
    # 273 of 729 days have passed on 1 October: 78 + 17 * 273 / 729 = 84.366; today 277 days: 84.460
    found = of_metric(aimed(), read("84.4"), TODAY)
    assert found.pace == Pace.ON_PLAN
    assert round(found.expected, 3) == Decimal("84.460")
    assert round(found.share, 4) == Decimal("0.3765")  # 6.4 of 17 points


@pytest.mark.parametrize(
    ("value", "expected"),
    # a twentieth of 17 points is 0.85: from 83.516 to 85.216 is on plan
    [
        ("83.51", Pace.BEHIND),
        ("83.52", Pace.ON_PLAN),
        ("85.21", Pace.ON_PLAN),
        ("85.22", Pace.AHEAD),
        ("95", Pace.REACHED),
        ("97", Pace.REACHED),
    ],
)
def test_a_twentieth_of_the_way_is_on_plan(value, expected):
    assert pace(aimed(), read(value)) == expected


def test_how_far_it_is_behind_is_said():
    found = of_metric(aimed(), read("82"), TODAY)
    assert found.pace == Pace.BEHIND
    assert round(found.short_by, 3) == Decimal("-2.366")


@pytest.mark.parametrize(("value", "expected"), [("23", Pace.ON_PLAN), ("21", Pace.AHEAD), ("24.5", Pace.BEHIND)])
def test_what_should_fall(value, expected):
    # from 26 to 18: 26 - 8 * 273 / 729 = 23.004 on 1 October, give or take 0.4
    assert pace(aimed("decrease", None, "18", "26"), read(value)) == expected


def test_silence_is_never_green():
    last = date(2026, 8, 31)
    assert pace(aimed(), read("99", last), date(2026, 10, 5)) == Pace.REACHED  # 35 days
    assert pace(aimed(), read("99", last), date(2026, 10, 6)) == Pace.SILENT
    assert pace(aimed(), None) == Pace.SILENT


def test_after_its_date_only_the_target_counts():
    after = date(2028, 1, 3)
    found = of_metric(aimed(), read("94.9", date(2028, 1, 1)), after)
    assert (found.pace, found.is_late, found.short_by) == (Pace.BEHIND, True, Decimal("-0.1"))
    assert pace(aimed(), read("95", date(2028, 1, 1)), after) == Pace.REACHED


@pytest.mark.parametrize("missing", [{"baseline": None}, {"begins": None}, {"due": None}])
def test_without_start_or_dates_there_is_no_plan(missing):
    found = of_metric(aimed(**missing), read("86.4"), TODAY)
    assert (found.pace, found.expected) == (Pace.UNPLANNED, None)


@pytest.mark.parametrize(
    ("metric", "inside", "outside"),
    [
        (aimed("keep_above", "31", None), "31", "30.9"),
        (aimed("keep_below", None, "2.2"), "2.2", "2.3"),
        (aimed("stay_between", "80", "90"), "85", "93"),
    ],
)
def test_what_should_stay_somewhere(metric, inside, outside):
    assert pace(metric, read(inside)) == Pace.ON_PLAN
    found = of_metric(metric, read(outside), TODAY)
    assert (found.pace, found.share, found.expected) == (Pace.BEHIND, None, None)


@pytest.mark.parametrize(
    ("passed", "due", "expected"),
    [
        (date(2026, 9, 1), date(2026, 8, 1), Pace.REACHED),
        (None, date(2026, 10, 5), Pace.NOT_DUE),
        (None, date(2026, 10, 4), Pace.BEHIND),
        (None, None, Pace.NOT_DUE),
    ],
)
def test_milestones(passed, due, expected):
    assert of_milestone(passed, due, TODAY).pace == expected


def test_the_whole_is_as_its_part_that_needs_a_look_first():
    assert overall([Pace.AHEAD, Pace.SILENT, Pace.REACHED]) == Pace.SILENT
    assert overall([Pace.SILENT, Pace.BEHIND]) == Pace.BEHIND
    assert overall([]) is None
