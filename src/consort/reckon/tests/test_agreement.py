"""Agreement, against published numbers, other formulas and other ways to compute it."""

from itertools import permutations, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from consort.reckon.agreement import (
    average_deviation,
    chance_line,
    chance_of,
    critical_deviation,
    critical_r_wg,
    kendall_w,
    lindell_r_wg,
    list_agreement,
    mean_rank_biased_overlap,
    mean_tau_b,
    order_agreement,
    p_value,
    r_wg,
    r_wg_j,
    rank_biased_overlap,
    scale_agreement,
)
from consort.reckon.errors import TooFew

TABLES = some.tuples(some.integers(3, 6), some.integers(2, 6)).flatmap(
    lambda shape: some.lists(
        some.lists(some.integers(1, 4), min_size=shape[1], max_size=shape[1]), min_size=shape[0], max_size=shape[0]
    )
)
RATINGS = some.lists(some.integers(1, 5), min_size=3, max_size=12)


def friedman(table):
    """Friedman's chi square with ties, from its own textbook formula (Conover 1999, section 5.8)."""
    table = np.asarray(table)
    people, items = table.shape
    ranks = np.array([[(row < x).sum() + ((row == x).sum() + 1) / 2 for x in row] for row in table])
    squares = (ranks**2).sum()
    expected = people * items * (items + 1) ** 2 / 4
    deviation = ((ranks.sum(axis=0) - people * (items + 1) / 2) ** 2).sum()
    return (items - 1) * deviation / (squares - expected)


@given(TABLES)
def test_w_is_friedmans_chi_square_rescaled(table):
    w = kendall_w(table)
    if w is None:
        assert all(len(set(row)) == 1 for row in table)
    else:
        assert w == pytest.approx(friedman(table) / (len(table) * (len(table[0]) - 1)))
        assert -1e-12 <= w <= 1 + 1e-12


def test_one_order_is_full_agreement():
    figures = order_agreement([[1, 2, 3, 4]] * 4)
    assert figures.w == pytest.approx(1)
    assert figures.tau_b == pytest.approx(1)
    assert figures.p_value < 0.01


@pytest.mark.parametrize(("people", "line"), [(2, 0.84), (3, 0.61), (5, 0.40), (10, 0.20), (15, 0.14)])
def test_the_chance_line_of_seven_items(people, line):
    assert chance_line(people, 7) == pytest.approx(line, abs=0.015)


def test_the_p_value_is_that_of_all_orders():
    table = [[1, 2, 3, 4], [1, 3, 2, 4], [2, 1, 3, 4]]
    every = [kendall_w([table[0], first, second]) for first, second in product(permutations(range(4)), repeat=2)]
    exact = np.mean([w >= kendall_w(table) - 1e-9 for w in every])
    assert p_value(table) == pytest.approx(exact, abs=0.01)
    assert p_value(table) == p_value(table)


@settings(max_examples=40)
@given(TABLES)
def test_tau_b_by_counting_pairs(table):
    def tau(left, right):
        pairs = [(np.sign(left[i] - left[j]), np.sign(right[i] - right[j])) for i in range(len(left)) for j in range(i)]
        lengths = sum(a != 0 for a, _ in pairs) * sum(b != 0 for _, b in pairs)
        return sum(a * b for a, b in pairs) / np.sqrt(lengths) if lengths else None

    taus = [tau(a, b) for place, a in enumerate(table) for b in table[:place]]
    known = [value for value in taus if value is not None]
    assert mean_tau_b(table) == (pytest.approx(np.mean(known)) if known else None)


def test_nobody_told_items_apart():
    figures = order_agreement([[1, 1, 1]] * 3)
    assert (figures.w, figures.p_value, figures.tau_b) == (None, None, None)


def extended_overlap(left, right, p, depth=3000):
    """Rank-biased overlap with both lists carried on at the rate they end with, summed term by term."""
    short, long = sorted((left, right), key=len)
    s, n = len(short), len(long)
    shared = [len(set(short[:d]) & set(long[:d])) for d in range(1, n + 1)]
    rate = shared[s - 1] / s

    def agreement(d):
        if d <= s:
            return shared[d - 1] / d
        if d <= n:
            return (shared[d - 1] + rate * (d - s)) / d
        return agreement(n)

    end = agreement(n)
    return (1 - p) * sum((agreement(d) if d <= n else end) * p ** (d - 1) for d in range(1, depth))


@given(
    some.lists(some.integers(0, 9), min_size=1, max_size=8, unique=True),
    some.lists(some.integers(0, 9), min_size=1, max_size=8, unique=True),
    some.sampled_from([0.5, 0.8, 0.9]),
)
def test_rank_biased_overlap_is_the_extended_sum(left, right, p):
    overlap = rank_biased_overlap(left, right, persistence=p)
    assert overlap == pytest.approx(extended_overlap(left, right, p))
    assert overlap == rank_biased_overlap(right, left, persistence=p)
    assert rank_biased_overlap(left, left, persistence=p) == pytest.approx(1)


@pytest.mark.parametrize(("persistence", "weight"), [(0.8, 0.86), (0.9, 0.67)])
def test_the_weight_of_the_first_five_places(persistence, weight):
    shared = [*"abcde", *range(100)]
    other = [*"abcde", *range(100, 200)]
    assert rank_biased_overlap(shared, other, persistence=persistence) > weight  # what follows still shares the top
    depths = range(1, 2000)
    own = sum((1 - persistence) * persistence ** (d - 1) * min(d, 5) / d for d in depths)
    assert own == pytest.approx(weight, abs=0.005)


def test_core_and_singletons():
    figures = list_agreement([["growth", "people"], ["people", "cost"], ["people", "growth", "quality"]])
    assert figures.core == ("people",)
    assert figures.singletons == ("cost", "quality")
    assert 0 < figures.overlap < 1
    assert mean_rank_biased_overlap([[], [], ["growth"]]) is None
    with pytest.raises(ValueError, match="twice"):
        list_agreement([["a", "a"], [], []])


@pytest.mark.parametrize(("people", "chance"), [(3, 0.23), (4, 0.10), (5, 0.06), (8, 0.02)])
def test_the_usual_cut_off_passes_by_chance(people, chance):
    assert chance_of(0.70, people, 5) == pytest.approx(chance, abs=0.005)


@pytest.mark.parametrize(
    ("people", "critical"), [(3, 1.0), (4, 1.0), (5, 0.85), (6, 0.72), (8, 0.61), (10, 0.53), (15, 0.40)]
)
def test_exact_critical_values(people, critical):
    assert critical_r_wg(people, 5) == pytest.approx(critical, abs=0.005)
    assert chance_of(critical_r_wg(people, 5), people, 5) <= 0.05


def test_critical_deviation_by_trying_all_answers():
    limit = critical_deviation(4, 3)
    within = [average_deviation(answers) <= limit + 1e-9 for answers in product(range(3), repeat=4)]
    assert np.mean(within) <= 0.05
    assert critical_deviation(5, 5) == pytest.approx(0.40)


def test_where_nothing_is_critical():
    assert critical_r_wg(3, 3) is None  # three equal answers of three: one chance in nine
    assert critical_r_wg(200, 7) is None
    assert scale_agreement([2, 2, 2], points=3).beyond_chance is None
    with pytest.raises(ValueError, match="Too many"):
        chance_of(0.7, 200, 7)


@given(RATINGS)
def test_indexes_on_a_scale(ratings):
    assert average_deviation(ratings) == pytest.approx(np.mean(np.abs(np.array(ratings) - np.mean(ratings))))
    assert r_wg(ratings, points=5) == pytest.approx(max(0, 1 - np.var(ratings, ddof=1) / 2))
    column = [[rating] for rating in ratings]
    assert max(0, lindell_r_wg(column, points=5)) == pytest.approx(r_wg(ratings, points=5))
    assert r_wg_j(column, points=5) == pytest.approx(r_wg(ratings, points=5))


def test_more_items_raise_r_wg_j_but_not_lindells():
    once = [[3, 4], [4, 4], [3, 5]]
    thrice = [row * 3 for row in once]
    assert r_wg_j(thrice, points=5) > r_wg_j(once, points=5)
    assert lindell_r_wg(thrice, points=5) == pytest.approx(lindell_r_wg(once, points=5))


@pytest.mark.parametrize(
    "index",
    [
        lambda: kendall_w([[1, 2], [1, 2]]),
        lambda: mean_tau_b([[1, 2], [1, 2]]),
        lambda: list_agreement([["a"], ["a"]]),
        lambda: mean_rank_biased_overlap([["a"], ["a"]]),
        lambda: r_wg([1, 1], points=5),
        lambda: average_deviation([1, 1]),
        lambda: lindell_r_wg([[1], [1]], points=5),
        lambda: critical_r_wg(2, 5),
    ],
)
def test_no_index_for_fewer_than_three_people(index):
    with pytest.raises(TooFew) as refused:
        index()
    assert (refused.value.needed, refused.value.given) == (3, 2)


def test_missing_ranks_are_refused():
    with pytest.raises(ValueError, match="all of at least two"):
        kendall_w([[1, float("nan")]] * 3)
    with pytest.raises(ValueError, match="more than 5 points"):
        scale_agreement([1, 9, 3], points=5)
