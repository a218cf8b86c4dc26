"""Alpha, omega, intraclass correlations and reliable change, against published numbers and other formulas."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from scipy import optimize

from consort.reckon.errors import TooFew
from consort.reckon.psychometrics import (
    Change,
    alpha,
    change_of,
    omega,
    one_factor,
    printed,
    rater_agreement,
    reliable_change,
)
from consort.reckon.psychometrics.consistency import omega_of

SHROUT_AND_FLEISS = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]
ATTITUDE = np.loadtxt(Path(__file__).parent / "data" / "items" / "attitude.csv", delimiter=",", skiprows=1)


def rounded(estimate):
    return [round(each, 2) for each in (estimate.value, estimate.low, estimate.high)]


def test_the_six_correlations_of_shrout_and_fleiss_1979_with_their_intervals():
    found = rater_agreement(SHROUT_AND_FLEISS)
    assert rounded(found.one_way) == [0.17, -0.13, 0.72]
    assert rounded(found.one_random) == [0.29, 0.02, 0.76]
    assert rounded(found.one_fixed) == [0.71, 0.34, 0.95]
    assert rounded(found.mean_way) == [0.44, -0.88, 0.91]
    assert rounded(found.mean_random) == [0.62, 0.07, 0.93]
    assert rounded(found.mean_fixed) == [0.91, 0.68, 0.99]


def test_alpha_of_the_attitude_survey_is_the_published_one():
    found = alpha(ATTITUDE)
    assert round(found.value, 2) == 0.84
    assert found.low < found.value < found.high
    assert (found.people, found.items) == (30, 7)


def test_alpha_is_the_fixed_correlation_of_the_mean():
    found, raters = alpha(SHROUT_AND_FLEISS), rater_agreement(SHROUT_AND_FLEISS).mean_fixed
    assert [found.value, found.low, found.high] == pytest.approx([raters.value, raters.low, raters.high])


@settings(max_examples=20, deadline=None)
@given(some.lists(some.floats(0.3, 0.9), min_size=3, max_size=8))
def test_omega_finds_the_loadings_a_covariance_was_made_of(loadings):
    made = np.array(loadings)
    factor = one_factor(np.outer(made, made) + np.diag(1 - made**2))
    assert factor.loadings == pytest.approx(made, abs=2e-4)
    assert omega_of(factor) == pytest.approx(made.sum() ** 2 / (made.sum() ** 2 + (1 - made**2).sum()), abs=2e-4)


def test_the_factor_is_the_likeliest_one():
    covariance = np.cov(ATTITUDE, rowvar=False)

    def distance(numbers):
        model = np.outer(numbers[:7], numbers[:7]) + np.diag(np.exp(numbers[7:]))
        return np.linalg.slogdet(model)[1] + np.trace(covariance @ np.linalg.inv(model))

    start = np.concatenate([np.sqrt(covariance.diagonal()) * 0.6, np.log(covariance.diagonal() * 0.6)])
    best = optimize.minimize(distance, start, options={"gtol": 1e-7, "maxiter": 2000})
    assert one_factor(covariance).loadings == pytest.approx(best.x[:7], abs=1e-2)
    assert one_factor(covariance).own == pytest.approx(np.exp(best.x[7:]), rel=1e-2)


def test_omega_equals_alpha_where_all_items_load_alike():
    common = np.full((4, 4), 0.49) + np.diag([0.51] * 4)
    factor = one_factor(common)
    assert omega_of(factor) == pytest.approx(4 / 3 * (1 - 4 / common.sum()), abs=1e-6)


def test_omega_of_answers():
    assert 0.80 < omega(ATTITUDE) < 0.90


def test_the_example_of_jacobson_and_truax_1991():
    assert round(reliable_change(32.5, 47.5, deviation=10, reliability=0.80), 2) == 2.37
    assert change_of(32.5, 47.5, deviation=10, reliability=0.80) is Change.RISEN
    assert change_of(47.5, 32.5, deviation=10, reliability=0.80) is Change.FALLEN
    assert change_of(32.5, 44.5, deviation=10, reliability=0.80) is Change.NOTHING


@pytest.mark.parametrize(("deviation", "reliability"), [(0, 0.8), (1, 1.0), (1, -0.1)])
def test_change_needs_a_scale(deviation, reliability):
    with pytest.raises(ValueError, match="deviation above 0"):
        reliable_change(1, 2, deviation=deviation, reliability=reliability)


def test_a_figure_is_printed_as_exactly_as_it_is_known():
    assert printed(3.4, people=4, least=5, deviation=0.5, reliability=0.9) is None
    band = printed(3.4, people=5, least=5, deviation=0.5, reliability=0.59)
    assert band.value is None
    assert (round(band.low, 2), round(band.high, 2)) == (2.77, 4.03)
    assert printed(3.4, people=5, least=5, deviation=0.5, reliability=0.60).value == 3.4


@pytest.mark.parametrize(
    ("reckon", "answers"),
    [
        (alpha, [[1, 2], [2, 1]]),
        (alpha, [[1], [2], [3]]),
        (omega, [[1, 2], [2, 3], [3, 5]]),
        (rater_agreement, [[1, 2]]),
    ],
)
def test_too_few_give_no_figure(reckon, answers):
    with pytest.raises(TooFew):
        reckon(answers)


@pytest.mark.parametrize(
    ("reckon", "answers"),
    [
        (alpha, [[2, 2], [2, 2], [2, 2]]),
        (alpha, [[2, np.nan], [2, 1], [2, 2]]),
        (omega, [[1, 2, 3], [1, 3, 2], [1, 1, 1]]),
        (rater_agreement, [[1, 2], [2, 3], [3, 4]]),
        (rater_agreement, [[1, np.nan], [2, 3]]),
    ],
)
def test_answers_that_cannot_be_reckoned_with_are_refused(reckon, answers):
    with pytest.raises(ValueError):
        reckon(answers)
