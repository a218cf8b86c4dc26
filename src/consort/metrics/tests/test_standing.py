"""The published rule: silence is never green."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from consort.metrics.models import Direction, Metric, Reading
from consort.metrics.standing import Standing, corridor_on, find
from consort.metrics.tests.conftest import TODAY
from consort.metrics.values import in_words, plain
from consort.metrics.words import state_words, target_words


def metric(direction, **more) -> Metric:
    return Metric(**{"name": "M", "direction": direction, "decimals": 1} | more)


def standing(metric, value, at=TODAY) -> Standing:
    return find(metric, Reading(at=at, value=Decimal(str(value))), TODAY).standing


@pytest.mark.parametrize(
    ("direction", "bounds", "good", "bad"),
    [
        (Direction.KEEP_ABOVE, {"target_low": Decimal(5)}, (5, 6), (4.999,)),
        (Direction.KEEP_BELOW, {"target_high": Decimal(5)}, (5, -3), (5.001,)),
        (Direction.STAY_BETWEEN, {"target_low": Decimal(5), "target_high": Decimal(7)}, (5, 6, 7), (4.9, 7.1)),
        (Direction.INCREASE, {"target_low": Decimal(5)}, (5, 9), (4,)),
        (Direction.DECREASE, {"target_high": Decimal(5)}, (5, 1), (6,)),
    ],
)
def test_a_target_without_a_plan(direction, bounds, good, bad):
    found = metric(direction, **bounds)
    assert {standing(found, value) for value in good} == {Standing.ON_COURSE}
    assert {standing(found, value) for value in bad} == {Standing.OFF_COURSE}


def test_a_plan_is_a_straight_line_from_start_to_target():
    found = metric(
        Direction.INCREASE,
        baseline=Decimal(0),
        begins=date(2026, 1, 1),
        target_low=Decimal(100),
        target_date=date(2026, 1, 11),
    )
    expected = {date(2025, 12, 1): 0, date(2026, 1, 1): 0, date(2026, 1, 6): 50, date(2026, 1, 11): 100, TODAY: 100}
    assert {day: corridor_on(found, day).low for day in expected} == expected
    assert standing(found, 50, date(2026, 1, 6)) is Standing.ON_COURSE
    assert standing(found, 49, date(2026, 1, 6)) is Standing.OFF_COURSE
    assert corridor_on(found, TODAY).high is None


def test_a_plan_may_lead_down():
    found = metric(
        Direction.DECREASE,
        baseline=Decimal(20),
        begins=date(2026, 1, 1),
        target_high=Decimal(10),
        target_date=date(2026, 1, 11),
    )
    assert corridor_on(found, date(2026, 1, 6)).high == 15
    assert find(found, Reading(at=date(2026, 1, 6), value=Decimal(18)), TODAY).miss == 3


def test_no_readings_is_no_state_of_its_target():
    assert find(metric(Direction.KEEP_ABOVE, target_low=Decimal(1)), None, TODAY).standing is Standing.NO_READINGS


@pytest.mark.parametrize(("days", "word"), [(30, Standing.ON_COURSE), (31, Standing.STALE), (900, Standing.STALE)])
def test_silence_is_never_green(days, word):
    found = metric(Direction.KEEP_ABOVE, target_low=Decimal(1), every=30)
    assert standing(found, 99, TODAY - timedelta(days=days)) is word


def test_without_an_agreed_rhythm_nothing_gets_stale():
    assert standing(metric(Direction.KEEP_ABOVE, target_low=Decimal(1)), 99, date(2020, 1, 1)) is Standing.ON_COURSE


@pytest.mark.parametrize(
    ("value", "unit", "decimals", "words"),
    [
        ("86.44", "%", 1, "86.4%"),
        ("22.5", "weeks", 1, "22.5 weeks"),
        ("1500000", "", 0, "1,500,000"),
        ("1.5", "€m", 1, "€1.5m"),
        ("-3", "€", 0, "−€3"),
        ("-0.01", "%", 0, "0%"),
        ("7", "", 0, "7"),
    ],
)
def test_values_in_words(value, unit, decimals, words):
    assert in_words(Decimal(value), Metric(unit=unit, decimals=decimals)) == words
    assert in_words(None, Metric(unit=unit)) == ""


def test_values_for_machines_lose_nothing():
    assert plain(Decimal("86.400000"), 1) == "86.4"
    assert plain(Decimal("86.455000"), 1) == "86.455"
    assert plain(Decimal("1500000.000000"), 0) == "1500000"
    assert plain(Decimal("-0.500000"), 0) == "-0.5"


def test_words(on_time):
    finding = find(on_time, Reading(at=TODAY, value=Decimal("86.4")), TODAY)
    assert state_words(on_time, finding) == "Behind plan by 1.6 points"
    assert target_words(on_time) == "at least 95.0% by Fri 31 Dec 2027"
