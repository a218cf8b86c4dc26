"""Criteria: totals, where they break, and what other methods would say."""

import numpy as np
import pytest

from consort.reckon.criteria import (
    acceptability,
    reversals,
    rivals,
    score_shifts,
    shared_scores,
    weigh,
    weigh_each,
    weight_shifts,
)

SCORES = [[8, 3, 6], [5, 9, 6], [4, 4, 4]]
WEIGHTS = [5, 3, 2]


def test_totals_are_weighted_means_on_the_scale_of_the_scores():
    weighed = weigh(SCORES, WEIGHTS)
    assert weighed.totals == pytest.approx((6.1, 6.4, 4.0))
    assert weighed.tiers == ((1,), (0,), (2,))


def test_equal_totals_share_a_tier():
    assert weigh([[1, 3], [3, 1], [0, 0]], [1, 1]).tiers == ((0, 1), (2,))


def test_rounding_makes_no_winner():
    assert weigh([[0.1, 0.2, 0.3], [0.3, 0.2, 0.1]], [1, 1, 1]).winners == (0, 1)


def test_each_leader_weighs_for_themselves():
    assert [each.winners for each in weigh_each(SCORES, [[1, 0, 0], [0, 1, 0]])] == [(0,), (1,)]


def test_scores_of_several_are_averaged_and_gaps_left_out():
    shared = shared_scores([[[2, np.nan]], [[4, 6]]])
    assert shared.tolist() == [[3, 6]]
    assert np.isnan(shared_scores([[[np.nan]]])).all()


@pytest.mark.parametrize(
    ("scores", "weights"),
    [
        ([[1, np.nan]], [1, 1]),
        ([[1, 2]], [0, 0]),
        ([[1, 2]], [1, -1]),
        ([[1, 2]], [1, np.inf]),
        ([[1, 2]], [1]),
        ([], []),
    ],
)
def test_what_cannot_be_weighed_is_refused(scores, weights):
    with pytest.raises(ValueError):
        weigh(scores, weights)


def test_at_the_shifted_weight_both_are_level():
    for shift in weight_shifts(SCORES, WEIGHTS):
        weights = np.array(WEIGHTS, float) / sum(WEIGHTS)
        others = np.delete(weights, shift.criterion)
        changed = np.insert(others / others.sum() * (1 - shift.then), shift.criterion, shift.then)
        assert weigh(SCORES, changed).winners == tuple(sorted({1, shift.option}))


def test_the_nearest_weight_comes_first():
    first, *rest = weight_shifts(SCORES, WEIGHTS)
    assert (first.criterion, first.option) == (1, 0)
    assert first.then == pytest.approx(15 / 57)
    assert all(first.distance <= each.distance for each in rest)


def test_no_weight_unseats_an_option_that_is_best_everywhere():
    assert weight_shifts([[9, 9], [1, 1]], [1, 1]) == []


def test_the_only_criterion_can_lose_its_place():
    (shift, *_rest) = weight_shifts([[9, 1], [1, 9]], [1, 0])
    assert shift.then == pytest.approx(0.5)


def test_a_score_falls_until_the_second_draws_level():
    for shift in score_shifts(SCORES, WEIGHTS, width=10):
        changed = np.array(SCORES, float)
        changed[1, shift.criterion] -= shift.points
        assert weigh(changed, WEIGHTS).winners == (0, 1)
    assert score_shifts([[9, 9], [1, 1]], [1, 1], width=10) == []


def test_the_share_of_all_weights_is_right_where_it_is_known():
    """With two criteria and mirrored options each wins under half; a dominated one never."""
    found = acceptability([[9, 1], [1, 9], [0, 0]])
    assert found.shares == pytest.approx((0.5, 0.5, 0.0), abs=found.margin)
    assert sum(found.shares) == pytest.approx(1)
    assert acceptability([[2, 1], [0, 2]]).shares[0] == pytest.approx(2 / 3, abs=found.margin)


def test_a_dropped_loser_never_changes_a_weighted_sum():
    random = np.random.default_rng(7)
    for _ in range(300):
        scores, weights = random.integers(0, 11, (10, 8)), random.dirichlet(np.ones(8))
        assert not [each for each in reversals(scores, weights) if each.method == "weighted_sum"]


def test_methods_disagree_and_losers_sway_some_of_them():
    """On random problems of 10 options and 8 criteria; measured on 2,000: 56 % name one winner, 14 % are swayed."""
    random = np.random.default_rng(2018)
    problems = [(random.random((10, 8)), random.dirichlet(np.ones(8))) for _ in range(400)]
    same = [len(set(rivals(scores, weights).values())) == 1 for scores, weights in problems]
    swayed = [any(each.method == "stretched_sum" for each in reversals(*problem)) for problem in problems]
    assert np.mean(same) == pytest.approx(0.56, abs=0.06)
    assert np.mean(swayed) == pytest.approx(0.14, abs=0.05)
