"""Placements on scales: means, the pooled doubt, lanes."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from consort.reckon.placements import LEAST_REACH, lanes, placements, t_within


@pytest.mark.parametrize("freedom", [1, 2, 14, 60])
def test_the_t_is_that_of_scipy(freedom):
    assert t_within(freedom) == pytest.approx(stats.t.ppf(0.9, freedom), rel=1e-9)


def test_the_doubt_is_pooled_over_the_scales():
    calm, torn = placements([[50, 50, 50], [20, 50, 80]])
    assert (calm.middle, torn.middle) == (50, 50)
    assert calm.high - calm.low == pytest.approx(torn.high - torn.low)
    reach = stats.t.ppf(0.9, 4) * (1800 / 4 / 3) ** 0.5
    assert torn.high == pytest.approx(50 + reach)


def test_no_bar_is_narrower_than_a_hand_is_steady_nor_leaves_the_scale():
    alike, edge = placements([[40, 40, 40], [0, 0, 0]])
    assert (alike.low, alike.high) == (40 - LEAST_REACH, 40 + LEAST_REACH)
    assert edge.low == 0
    assert alike.is_apart_from(edge)
    assert not alike.is_apart_from(alike)


@pytest.mark.parametrize("scales", [[], [[1]]])
def test_too_few_answers_are_refused(scales):
    with pytest.raises(ValueError, match="two answers"):
        placements(scales)


@given(st.lists(st.floats(0, 100), max_size=40))
def test_nobody_stands_on_somebody_else(places):
    found = lanes(places, 8)
    for lane in set(found):
        row = sorted(place for place, own in zip(places, found, strict=True) if own == lane)
        assert all(second - first >= 8 for first, second in pairwise(row))
