"""Medians and their intervals, against published ranks."""

import pytest

from consort.reckon.errors import TooFew
from consort.reckon.middles import middle


@pytest.mark.parametrize(("size", "low", "high"), [(6, 1, 6), (8, 1, 8), (10, 2, 9), (20, 6, 15), (30, 10, 21)])
def test_the_interval_lies_between_the_published_ranks(size, low, high):
    found = middle([float(value) for value in range(size, 0, -1)])
    assert (found.lower, found.upper) == (low, high)
    assert found.median == (size + 1) / 2
    assert found.confidence >= 0.95


def test_five_values_are_too_few():
    with pytest.raises(TooFew):
        middle([1, 2, 3, 4, 5])
