"""Recall, coding, means and differences, against published numbers and SciPy."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some
from scipy import stats

from consort.reckon.agreement import differences, distances, kendall_w, mean_tau_b, shares_of_time
from consort.reckon.coding import coding_agreement, cohen_kappa, krippendorff_alpha
from consort.reckon.errors import TooFew
from consort.reckon.means import mean_of, t_quantile
from consort.reckon.recall import folded, lines_of, nearest, normal, recall

MATRICES = 1_000
KRIPPENDORFF_BINARY = ("0100000010", "1110010000")
KRIPPENDORFF_NOMINAL = ("aabbdcccedda", "babbbccceddd")
KRIPPENDORFF_MISSING = ("123321412...", "1233224125.3", ".3332342251.", "12332441251.")


def tie_heavy(generator):
    """A table of places in which few different ones are given."""
    people, items = generator.integers(3, 12), generator.integers(2, 10)
    return generator.integers(1, generator.integers(2, 5) + 1, (people, items))


def friedman_with_ties(table):
    """SciPy's Friedman test needs three items; its chi square over m (n - 1) is W."""
    return stats.friedmanchisquare(*table.T).statistic / (table.shape[0] * (table.shape[1] - 1))


def test_a_thousand_tables_full_of_ties_equal_scipy():
    generator, compared = np.random.default_rng(7), 0
    while compared < MATRICES:
        table = tie_heavy(generator)
        w = kendall_w(table)
        if table.shape[1] < 3 or w is None:
            continue
        assert abs(w - friedman_with_ties(table)) < 1e-9
        assert -1e-12 <= w <= 1 + 1e-12
        told = [row for row in table if len(set(row)) > 1]
        if len(told) > 1:
            taus = [stats.kendalltau(a, b).statistic for at, a in enumerate(told) for b in told[:at]]
            assert abs(mean_tau_b(table) - np.mean(taus)) < 1e-9
        compared += 1


def test_cohens_kappa_of_the_textbook():
    """Fifty applications, read by two (20 and 15 agreed, 5 and 10 not): kappa .40."""
    left = ["yes"] * 25 + ["no"] * 25
    right = ["yes"] * 20 + ["no"] * 5 + ["yes"] * 10 + ["no"] * 15
    assert cohen_kappa(left, right) == pytest.approx(0.40)
    figures = coding_agreement(left, right)
    assert figures.agreed == pytest.approx(0.70)
    low, high = figures.kappa_interval
    assert low == pytest.approx(0.15, abs=0.04)  # the large-sample error of .13 gives .15 to .65
    assert high == pytest.approx(0.65, abs=0.04)


@pytest.mark.parametrize(
    ("coders", "alpha"),
    [(KRIPPENDORFF_BINARY, 0.095), (KRIPPENDORFF_NOMINAL, 0.692), (KRIPPENDORFF_MISSING, 0.743)],
)
def test_krippendorffs_own_examples(coders, alpha):
    codes = [[None if code == "." else code for code in row] for row in coders]
    assert krippendorff_alpha(codes) == pytest.approx(alpha, abs=0.0005)


def test_agreement_of_coders_at_its_ends():
    assert cohen_kappa("abab", "abab") == pytest.approx(1)
    assert krippendorff_alpha(["abab", "abab"]) == pytest.approx(1)
    assert cohen_kappa("aaaa", "aaaa") is None
    assert krippendorff_alpha(["aaaa", "aaaa"]) is None
    assert coding_agreement("ab" * 3, "ab" * 3).kappa_interval is None
    assert coding_agreement("aaaaaaaaaaa", "aaaaaaaaaaa").alpha_interval is None
    with pytest.raises(TooFew):
        cohen_kappa("a", "a")
    with pytest.raises(ValueError, match="same units"):
        cohen_kappa("aa", "aaa")


@given(some.lists(some.tuples(some.sampled_from("abc"), some.sampled_from("abc")), min_size=2, max_size=40))
def test_alpha_nears_kappa_and_neither_passes_one(pairs):
    left, right = zip(*pairs, strict=True)
    kappa, alpha = cohen_kappa(left, right), krippendorff_alpha([left, right])
    assert kappa is None or -1 <= kappa <= 1 + 1e-12
    assert alpha is None or alpha <= 1 + 1e-12
    if left == right and alpha is not None:
        assert alpha == pytest.approx(1)


@given(some.integers(1, 200))
def test_students_t_is_scipys(freedom):
    assert t_quantile(freedom) == pytest.approx(stats.t.ppf(0.975, freedom), abs=1e-6)


@given(some.lists(some.integers(1, 7), min_size=3, max_size=30))
def test_a_mean_and_its_interval(answers):
    found = mean_of(answers, least=1, most=7)
    assert found.value == pytest.approx(np.mean(answers))
    assert 1 <= found.low <= found.value + 1e-9
    assert found.value - 1e-9 <= found.high <= 7
    if np.std(answers):
        low, high = stats.t.interval(0.95, len(answers) - 1, np.mean(answers), stats.sem(answers))
        assert found.low == pytest.approx(max(1, low), abs=1e-6)
        assert found.high == pytest.approx(min(7, high), abs=1e-6)


def test_no_mean_for_two_people():
    with pytest.raises(TooFew):
        mean_of([1, 2], least=1, most=7)


def test_who_speaks_first():
    ranks = [[1, 2, 3], [1, 3, 2], [3, 2, 1], [1, 2, 3]]
    found = differences(ranks)
    assert [each.item for each in found] == [2, 0, 1]
    assert found[1].speakers == (2,)
    assert not found[0].is_open
    assert distances(ranks)[2][0] == 2
    assert shares_of_time([3.0, 1.0], 10) == [7, 3]
    assert sum(shares_of_time([1.0, 1.0, 1.0], 10)) == 10
    assert shares_of_time([], 10) == []


def test_lines_as_people_write_them():
    assert lines_of("1. On-time delivery\n - Two sources;  break-even\n\n•\n") == [
        "On-time delivery",
        "Two sources",
        "break-even",
    ]
    assert normal("  On-Time   délivery! ") == "on time delivery"
    assert normal("品质") == "品质"


TITLES = ["On-time delivery at 95%", "180 °C platform certified", "Two sources for every part"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("on time delivery at 95 %", 0),
        ("deliver on time", 0),
        ("180 °C platform", 1),
        ("two sources", 2),
        ("the canteen", None),
    ],
)
def test_the_nearest_title(written, meant):
    assert nearest(written, TITLES) == meant


def test_how_much_could_be_named():
    found = recall([1, 3, 4, 2, 5], [5, 5, 3, None, 4], items=5, enough=3)
    assert (found.named, found.reached, found.claimed, found.thought) == (3.0, 0.6, 4.25, 1.0)
    assert found.gap == pytest.approx(1.25)
    assert recall([1] * 5, [None] * 5, items=5, enough=3).gap is None
    with pytest.raises(TooFew):
        recall([1], [1], items=5, enough=3)


@given(some.dictionaries(some.integers(0, 20), some.integers(0, 12), max_size=8), some.integers(0, 6))
def test_what_is_left_of_the_whole_is_never_a_small_group(sizes, rest):
    together = folded(sizes, least=5, rest=rest)
    weight = rest + sum(sizes[group] for group in together)
    assert all(size >= 5 for group, size in sizes.items() if group not in together)
    assert weight == 0 or weight >= 5 or together == set(sizes)
