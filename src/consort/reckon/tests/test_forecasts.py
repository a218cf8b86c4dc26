"""Forecasts: known values, identities and refusals."""

from fractions import Fraction
from math import log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from consort.reckon.errors import TooFew
from consort.reckon.forecasts import (
    Range,
    aggregate,
    brier_score,
    calibration_curve,
    geometric_mean_of_odds,
    hit_rate,
    interval_score,
    log_score,
    murphy,
    trimmed_mean,
    wilson_interval,
)

PROBABILITIES = some.lists(some.integers(0, 20).map(lambda twentieth: twentieth / 20), min_size=1, max_size=40)
RESOLVED = PROBABILITIES.flatmap(
    lambda said: some.tuples(some.just(said), some.lists(some.booleans(), min_size=len(said), max_size=len(said)))
)


def test_known_scores():
    assert brier_score([0.5, 0.5], [True, False]) == 0.25
    assert brier_score([1, 0], [False, True]) == 1
    assert log_score([0.5], [True]).value == pytest.approx(log(2))
    assert log_score([0.0, 0.4], [True, False]).clipped == 1
    assert log_score([0.0], [True]).value == pytest.approx(-log(0.001))


@given(RESOLVED)
def test_murphys_parts_make_the_brier_score(resolved):
    for bins in (None, 5):
        parts = murphy(*resolved, bins=bins)
        whole = parts.reliability - parts.resolution + parts.uncertainty + parts.within
        assert whole == pytest.approx(parts.brier)
        assert parts.brier == pytest.approx(brier_score(*resolved))
        assert min(parts.reliability, parts.resolution, parts.uncertainty) >= 0
    assert murphy(*resolved).within == 0


def test_murphy_by_hand():
    parts = murphy([0.8, 0.8, 0.2, 0.2], [True, False, False, False])
    assert parts.reliability == pytest.approx((2 * 0.3**2 + 2 * 0.2**2) / 4)
    assert parts.resolution == pytest.approx(0.0625)
    assert parts.uncertainty == pytest.approx(0.1875)
    assert parts.groups == 2


def test_the_calibration_curve():
    curve = calibration_curve([0.1] * 10 + [0.7] * 9 + [1.0], [False] * 9 + [True] + [True] * 10)
    assert [point.forecasts for point in curve] == [10, 9, 1]
    assert [point.start for point in curve] == [0.1, 0.7, 0.9]
    assert curve[0].share == pytest.approx(0.1)
    assert curve[0].lower < 0.1 < curve[0].upper
    assert curve[1].upper == 1


def test_no_curve_through_too_few_forecasts():
    with pytest.raises(TooFew, match="At least 20 resolved forecasts"):
        calibration_curve([0.5] * 19, [True] * 19)
    with pytest.raises(TooFew):
        brier_score([], [])
    with pytest.raises(TooFew):
        hit_rate([Range(0, 1, 0.5)] * 4)


@pytest.mark.parametrize(
    ("hits", "size", "lower", "upper"), [(0, 10, 0, 0.2775), (5, 10, 0.2366, 0.7634), (81, 263, 0.2553, 0.3662)]
)
def test_wilson_intervals(hits, size, lower, upper):
    assert wilson_interval(hits, size) == pytest.approx((lower, upper), abs=5e-5)


def test_wilson_needs_cases():
    for hits, size in ((1, 0), (3, 2), (-1, 2)):
        with pytest.raises(ValueError, match="share"):
            wilson_interval(hits, size)


@given(PROBABILITIES)
def test_aggregates_stay_between_the_forecasts(said):
    pooled = aggregate(said)
    for value in (pooled.mean, pooled.median, pooled.trimmed):
        assert min(said) - 1e-9 <= value <= max(said) + 1e-9
    clipped = [min(max(each, 0.01), 0.99) for each in said]
    assert min(clipped) - 1e-9 <= pooled.geometric_odds <= max(clipped) + 1e-9
    assert abs(pooled.extremized - 0.5) >= abs(pooled.geometric_odds - 0.5) - 1e-9
    assert pooled.people == len(said)


def test_one_certain_person_does_not_decide_alone():
    assert 0 < geometric_mean_of_odds([0.0, 0.9, 0.9]) < 0.9
    assert aggregate([0.0, 0.9, 0.9]).clipped == 1
    assert geometric_mean_of_odds([0.2, 0.8]) == pytest.approx(0.5)


def test_trimming_leaves_out_both_ends():
    assert trimmed_mean([0, 0.4, 0.5, 0.6, 1]) == pytest.approx(0.5)
    assert trimmed_mean([0, 1]) == 0.5
    with pytest.raises(ValueError, match="half"):
        trimmed_mean([0.5], trim=0.5)


def test_ranges():
    assert interval_score(Range(10, 20, 15)) == 10
    assert interval_score(Range(10, 20, 22)) == pytest.approx(10 + 2 * 2 / 0.2)
    assert interval_score(Range(10, 20, 7)) == pytest.approx(10 + 3 * 2 / 0.2)
    rate = hit_rate([Range(0, 1, truth) for truth in (0, 0.5, 1, 2, 3)])
    assert (rate.hits, rate.share, rate.expected) == (3, 0.6, pytest.approx(0.8))
    assert rate.lower < 0.6 < rate.upper
    with pytest.raises(ValueError, match="above its upper"):
        Range(2, 1, 0)


def test_an_honest_range_scores_best():
    draws = np.random.default_rng(7).normal(size=4000)
    mean = {half: np.mean([interval_score(Range(-half, half, x)) for x in draws]) for half in (0.6, 1.2816, 2.5)}
    assert min(mean, key=mean.get) == 1.2816


@pytest.mark.parametrize("said", [[1.2], [-0.1], [float("nan")]])
def test_numbers_that_are_no_probabilities(said):
    with pytest.raises(ValueError, match="between 0 and 1"):
        brier_score(said, [True])
    with pytest.raises(ValueError, match="between 0 and 1"):
        aggregate(said)
    with pytest.raises(ValueError, match="one outcome"):
        brier_score([0.5], [])


@given(RESOLVED)
def test_brier_and_murphys_parts_equal_exact_fractions(resolved):
    said = [Fraction(round(20 * share), 20) for share in resolved[0]]
    came = [Fraction(int(each)) for each in resolved[1]]
    size, base = len(said), sum(came) / len(came)
    brier = sum((a - b) ** 2 for a, b in zip(said, came, strict=True)) / size
    groups = {share: [b for a, b in zip(said, came, strict=True) if a == share] for share in set(said)}
    shares = {share: sum(group) / len(group) for share, group in groups.items()}
    reliability = sum(len(group) * (share - shares[share]) ** 2 for share, group in groups.items()) / size
    resolution = sum(len(group) * (shares[share] - base) ** 2 for share, group in groups.items()) / size
    parts = murphy(*resolved)
    exact = (brier, reliability, resolution, base * (1 - base))
    found = (parts.brier, parts.reliability, parts.resolution, parts.uncertainty)
    assert all(abs(one - float(other)) <= 1e-12 for one, other in zip(found, exact, strict=True))
    assert brier == reliability - resolution + base * (1 - base)
