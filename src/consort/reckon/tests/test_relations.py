"""The Social Relations Model, against published cases, other formulas and simulated teams."""

import csv
import json
from itertools import combinations
from math import inf
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from scipy import stats

from consort.reckon.distributions import beta_below, f_below, f_quantile
from consort.reckon.errors import TooFew
from consort.reckon.relations import (
    Pattern,
    decompose,
    pool,
    pooled_reciprocity,
    reciprocity,
    self_enhancement,
    standard_errors,
    table_of,
    variation,
)
from consort.reckon.tests.teams import Truth, estimates, gaps, size_and_power, teams

DATA = Path(__file__).parent / "data" / "round_robins"
PARTS = ("perceiver", "target", "perceiver_target", "relationship", "reciprocity")
WAVES = ("prop.T1", "prop.T2", "prop.T3")
NEAR = {"abs": 1e-9, "rel": 1e-9}


def kenny():
    rows = list(csv.DictReader((DATA / "kenny_six.csv").read_text().splitlines()))
    place = {name: number for number, name in enumerate("ABCDEF")}
    return table_of({(place[row["perceiver"]], place[row["target"]]): float(row["value"]) for row in rows}, 6)


def warner(wave):
    rows = list(csv.DictReader((DATA / "warner1979_n8.csv").read_text().splitlines()))
    return table_of({(int(row["actor.id"]) - 1, int(row["partner.id"]) - 1): float(row[wave]) for row in rows}, 8)


def expected(name):
    return json.loads((DATA / f"expected_{name}.json").read_text())


def parts(components):
    return [getattr(components, name) for name in PARTS]


def test_kennys_six_people_come_out_as_published():
    published = expected("kenny_six")
    effects, components = decompose(kenny())
    assert effects.perceiver == pytest.approx(published["computed"]["actor_effects"], **NEAR)
    assert effects.perceiver.round(3) == pytest.approx(published["published"]["actor_effects"], abs=0.0006)
    assert effects.target == pytest.approx(published["computed"]["partner_effects"], **NEAR)
    assert effects.mean == pytest.approx(published["computed"]["grand_mean"], **NEAR)
    names = ("sa", "sb", "sab", "sg", "sgg")
    assert parts(components) == pytest.approx([published["computed"]["components"][name] for name in names], **NEAR)
    errors = standard_errors(components)
    assert parts(errors) == pytest.approx([published["computed"]["se"][name] for name in names], **NEAR)


@pytest.mark.parametrize("wave", WAVES)
def test_warner_1979_comes_out_as_published(wave):
    published = expected("warner1979_univariate")[wave]
    effects, components = decompose(warner(wave))
    kinds = {row["type"]: row for row in published["varComp"]}
    order = ("actor variance", "partner variance", "actor-partner covariance", "relationship variance")
    rows = [kinds[name] for name in (*order, "relationship covariance")]
    assert parts(components) == pytest.approx([row["estimate"] for row in rows], **NEAR)
    assert parts(standard_errors(components)) == pytest.approx([row["se"] for row in rows], **NEAR)
    assert components.shares == pytest.approx([kinds[name]["standardized"] for name in (*order[:2], order[3])], **NEAR)
    assert components.perceiver_reliability == pytest.approx(published["reliability"]["actor"], **NEAR)
    assert components.target_reliability == pytest.approx(published["reliability"]["partner"], **NEAR)
    assert effects.perceiver == pytest.approx([each[f"{wave}.a"] for each in published["effects"]], **NEAR)
    assert effects.target == pytest.approx([each[f"{wave}.p"] for each in published["effects"]], **NEAR)


@pytest.mark.parametrize("wave", WAVES)
def test_the_exact_test_of_reciprocity_on_warner(wave):
    published, found = expected("warner_exactF")[wave], reciprocity(warner(wave))
    assert found.f == pytest.approx(published["F"], **NEAR)
    assert found.freedom == (published["df1"], published["df2"])
    assert found.p == pytest.approx(published["p_two_sided"], **NEAR)
    assert found.correlation == pytest.approx(published["rho"], **NEAR)
    assert [found.low, found.high] == pytest.approx(published["rho_ci95"], **NEAR)
    assert variation(warner(wave), "perceiver").f == pytest.approx(published["F_perceiver"], **NEAR)


def test_without_gaps_the_formulas_of_the_textbook_give_the_same():
    table = warner("prop.T1")
    n, k = 8, 8 * 6
    filled = np.nan_to_num(table)
    rows, columns, mean = filled.sum(1) / (n - 1), filled.sum(0) / (n - 1), filled.sum() / (n * (n - 1))
    perceiver = (n - 1) ** 2 / k * rows + (n - 1) / k * columns - (n - 1) / (n - 2) * mean
    left = filled - perceiver[:, None] - ((n - 1) ** 2 / k * columns + (n - 1) / k * rows - (n - 1) / (n - 2) * mean)
    np.fill_diagonal(left := left - mean, 0)
    d = (((left + left.T) / 2) ** 2).sum() / ((n - 1) * (n - 2) / 2 - 1)
    e = ((left - left.T) ** 2).sum() / 4 / ((n - 1) * (n - 2) / 2)
    effects, components = decompose(table)
    assert effects.perceiver == pytest.approx(perceiver)
    assert components.relationship + components.reciprocity == pytest.approx(d)
    assert components.relationship - components.reciprocity == pytest.approx(e)


@settings(max_examples=25, deadline=None)
@given(some.integers(5, 7), some.integers(0, 10_000))
def test_the_mean_over_all_smaller_teams_is_the_whole_team(people, seed):
    table = np.random.default_rng(seed).integers(1, 8, (people, people)).astype(float)
    whole = parts(decompose(table)[1])
    for size in range(4, people):
        smaller = [parts(decompose(table[np.ix_(who, who)])[1]) for who in combinations(range(people), size)]
        assert np.mean(smaller, axis=0) == pytest.approx(whole, abs=1e-9)


@settings(max_examples=25, deadline=None)
@given(some.integers(4, 9), some.integers(0, 10_000), some.floats(0.5, 3), some.floats(-4, 4))
def test_another_unit_and_another_order_of_people_change_nothing_else(people, seed, unit, shift):
    random = np.random.default_rng(seed)
    table, order = random.normal(size=(people, people)), random.permutation(people)
    effects, components = decompose(table)
    turned, again = decompose(unit * table[np.ix_(order, order)] + shift)
    assert parts(again) == pytest.approx([unit**2 * part for part in parts(components)], abs=1e-9)
    assert turned.target == pytest.approx(unit * effects.target[order], abs=1e-9)
    assert turned.mean == pytest.approx(unit * effects.mean + shift, abs=1e-9)


def test_effects_and_what_is_left_add_up_to_each_answer():
    table = warner("prop.T2")
    table[0, 3] = table[5, 2] = np.nan
    effects, _ = decompose(table)
    built = effects.mean + effects.perceiver[:, None] + effects.target + effects.relationship
    present = ~np.isnan(effects.relationship)
    assert built[present] == pytest.approx(table[present])
    assert np.isnan(effects.relationship[0, 3])


def test_who_answered_nothing_is_still_seen_by_the_others():
    table = warner("prop.T1")
    table[2] = np.nan
    effects, components = decompose(table)
    assert np.isnan(effects.perceiver[2])
    assert not np.isnan(effects.target).any()
    assert components.people == 8


@pytest.mark.parametrize(
    "table",
    [
        np.ones((3, 3)),
        np.where(np.eye(6, dtype=bool), 1, np.nan),
        np.where(np.arange(36).reshape(6, 6) % 5 < 1, 3.0, np.nan),
        np.where(np.triu(np.ones((5, 5)), 1) > 0, 3.0, np.nan),
    ],
    ids=["three people", "only about themselves", "a few answers", "nobody both ways"],
)
def test_too_few_answers_give_no_figures(table):
    with pytest.raises(TooFew):
        decompose(table)


def test_a_table_that_is_not_square_is_refused():
    with pytest.raises(ValueError, match="as many perceivers"):
        decompose(np.ones((4, 5)))


def test_gaps_leave_the_components_without_bias():
    """A small version of `bench/round_robins.py`: .60 of relationship stays .60 with 15 % missing."""
    truth = Truth(perceiver=0.2, target=0.2, relationship=0.6, reciprocity=0.3)
    random = np.random.default_rng(7)
    found = estimates(gaps(teams(truth, 8, 400, random), 0.15, random))
    assert found.mean(axis=0) == pytest.approx([0.2, 0.2, 0.0, 0.6, 0.18], abs=0.045)


def test_the_small_group_test_holds_its_level_and_finds_what_is_there():
    """A small version of `bench/round_robins.py`, for which the t test finds next to nothing."""
    held = size_and_power(8, share=0.0, draws=400, seed=3)
    found = size_and_power(8, share=0.25, draws=400, seed=4)
    assert held.simulated == pytest.approx(0.05, abs=0.03)
    assert found.simulated == pytest.approx(0.74, abs=0.08)
    assert found.student < 0.15


def test_the_same_table_gives_the_same_p_each_time():
    assert variation(kenny(), "target") == variation(kenny(), "target")


def test_reciprocity_is_not_tested_exactly_where_answers_are_missing():
    table = kenny()
    table[0, 1] = np.nan
    assert reciprocity(table) is None


def test_full_agreement_of_pairs_has_a_correlation_of_one():
    half = np.random.default_rng(2).normal(size=(6, 6))
    found = reciprocity(half + half.T)
    assert found.correlation == pytest.approx(1)
    assert found.p < 1e-6


def test_teams_pool_with_one_less_than_their_people():
    first, second = warner("prop.T1"), kenny()
    pooled, single = pool([first, second])
    weighed = (7 * single[0].components.relationship + 5 * single[1].components.relationship) / 12
    assert pooled.relationship == pytest.approx(weighed)
    assert [team.weight for team in single] == [7, 5]
    assert pooled.people == 14


def test_pooled_reciprocity_adds_the_degrees_of_freedom():
    assert pooled_reciprocity([warner("prop.T1")]) == reciprocity(warner("prop.T1"))
    assert pooled_reciprocity([warner("prop.T1"), kenny()]).freedom == (29, 31)
    with pytest.raises(ValueError, match="every answer"):
        pooled_reciprocity([np.where(np.eye(5)[::-1] > 0, np.nan, 2.0)])
    with pytest.raises(TooFew):
        pool([])


def test_who_sees_oneself_as_all_see_and_are_seen_does_not_enhance():
    effects, _ = decompose(kenny())
    neutral = effects.mean + effects.perceiver + effects.target
    assert self_enhancement(neutral, effects) == pytest.approx(np.zeros(6))
    assert self_enhancement(neutral + 1, effects) == pytest.approx(np.ones(6))


def test_a_negative_variance_has_no_reliability():
    _, components = decompose(kenny())
    assert components.target < 0
    assert components.target_reliability is None
    assert components.shares[1] == 0


def test_people_who_see_all_alike_leave_no_relationship():
    table = np.arange(5)[:, None] + np.zeros((5, 5))
    assert variation(table, "perceiver").f == inf or variation(table, "perceiver").p < 0.01
    assert decompose(table)[1].relationship == pytest.approx(0)


def test_patterns_are_compared_by_what_is_there():
    assert Pattern.of(kenny()) == Pattern.of(np.ones((6, 6)))
    assert Pattern.of(kenny()).is_complete


@settings(max_examples=60, deadline=None)
@given(some.floats(0.001, 0.999), some.integers(1, 120), some.integers(1, 120))
def test_the_distributions_are_those_of_scipy(share, first, second):
    assert beta_below(share, first / 2, second / 2) == pytest.approx(stats.beta.cdf(share, first / 2, second / 2))
    assert f_quantile(share, first, second) == pytest.approx(stats.f.ppf(share, first, second), rel=1e-8)
    assert f_below(3 * share, first, second) == pytest.approx(stats.f.cdf(3 * share, first, second))


def test_the_ends_of_the_distributions():
    assert (beta_below(0, 1, 1), beta_below(1, 1, 1), f_below(inf, 2, 3)) == (0, 1, 1)
    with pytest.raises(ValueError, match="between 0 and 1"):
        f_quantile(1, 2, 3)
