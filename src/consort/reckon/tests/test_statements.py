"""Statement maps: the latest vote, common ground, and groups only where there are some."""

import numpy as np
import pytest

from consort.reckon.statements import NOTHING, Cast, common_ground, find_groups, latest_votes, what_tells
from consort.reckon.statements.ground import wilson_low
from consort.reckon.statements.groups import adjusted_rand


def noise(people, statements, random, *, missing=0.2):
    votes = np.where(random.random((people, statements)) < random.uniform(0.2, 0.8, statements), 1, -1)
    return np.where(random.random(votes.shape) < missing, NOTHING, votes).astype(np.int8)


def camps(people, statements, random, *, missing=0.2):
    """Two camps that differ by half on every statement."""
    side = random.integers(0, 2, people)
    lean = random.choice([-0.25, 0.25], statements)
    chance = 0.5 + np.where(side[:, None] == 0, lean, -lean)
    votes = np.where(random.random((people, statements)) < chance, 1, -1)
    return np.where(random.random(votes.shape) < missing, NOTHING, votes).astype(np.int8), side


def test_the_latest_vote_counts():
    table = latest_votes([Cast("a", 1, 1, 10), Cast("a", 1, -1, 30), Cast("a", 1, 0, 20), Cast("b", 2, 1, 5)])
    assert table.votes.tolist() == [[-1, NOTHING], [NOTHING, 1]]
    assert (table.people, table.statements, table.replaced) == (("a", "b"), (1, 2), 2)


def test_of_votes_at_one_time_the_last_one_counts():
    assert latest_votes([Cast("a", 1, 1, 10), Cast("a", 1, 0, 10)]).votes.tolist() == [[0]]


def test_what_is_no_vote_is_refused():
    with pytest.raises(ValueError, match="no vote"):
        latest_votes([Cast("a", 1, 2, 0)])


def test_common_ground_weighs_how_many_said_so():
    many = np.array([1] * 90 + [-1] * 10)
    few = np.array([1] * 3 + [NOTHING] * 97)
    split = np.array([1, -1] * 50)
    against = np.array([-1] * 100)
    found = common_ground(np.array([few, many, split, against], dtype=np.int8).T)
    assert [each.statement for each in found] == [3, 1, 0, 2]
    assert (found[0].side, found[0].disagree, found[2].voted) == (-1, 100, 3)


def test_wilsons_interval_is_as_published():
    """Newcombe 1998, Statistics in Medicine 17, table I: 81 of 263 gives .2553, 15 of 148 gives .0624."""
    assert wilson_low(81, 263) == pytest.approx(0.2553, abs=5e-5)
    assert wilson_low(15, 148) == pytest.approx(0.0624, abs=5e-5)
    assert wilson_low(0, 0) == 0


def test_noise_has_no_groups():
    random = np.random.default_rng(5)
    found = [find_groups(noise(60, 40, random)) for _ in range(40)]
    assert sum(each.p <= 0.05 for each in found) <= 5
    assert [each.number for each in found] == [1] * 40


@pytest.mark.parametrize(("people", "missing"), [(20, 0.0), (60, 0.3), (200, 0.6)])
def test_two_camps_are_found(people, missing):
    votes, side = camps(people, 60, np.random.default_rng(8), missing=missing)
    found = find_groups(votes)
    assert (found.number, found.why_one) == (2, "")
    assert found.stability > 0.6
    assert adjusted_rand(found.groups, side) > 0.8


def test_few_people_are_never_grouped():
    votes, _side = camps(14, 60, np.random.default_rng(8), missing=0)
    assert (find_groups(votes).number, find_groups(votes).why_one) == (1, "few")


@pytest.mark.parametrize("votes", [np.ones((30, 10)), np.full((30, 10), NOTHING), np.ones((30, 1)), np.ones((0, 0))])
def test_no_differences_are_no_groups(votes):
    assert find_groups(votes.astype(np.int8)).number <= 1


def test_people_with_few_votes_stand_nowhere():
    votes, _side = camps(40, 60, np.random.default_rng(8), missing=0)
    votes[3, 5:] = NOTHING
    found = find_groups(votes)
    assert found.groups[3] == -1
    assert np.isnan(found.places[3]).all()


def test_the_same_votes_give_the_same_map():
    votes, _side = camps(40, 60, np.random.default_rng(8))
    assert np.array_equal(find_groups(votes).places, find_groups(votes).places, equal_nan=True)


def test_what_tells_a_group_is_what_it_was_made_of():
    votes = np.zeros((40, 3), dtype=np.int8)
    votes[:20, 1], votes[20:, 1] = 1, -1
    told = what_tells(votes, np.repeat([0, 1], 20))
    assert [(each.group, each.statement, each.side, each.inside, each.outside) for each in told] == [
        (0, 1, 1, 1.0, 0.0),
        (1, 1, -1, 1.0, 0.0),
    ]


def test_adjusted_rand_is_as_worked_by_hand():
    """Hubert & Arabie 1985, worked by hand for six people: pairs together in both, in each, and in all."""
    one, other = np.array([0, 0, 0, 1, 1, 1]), np.array([0, 0, 1, 1, 2, 2])
    both, rows, columns, pairs = 2, 6, 3, 15
    expected = rows * columns / pairs
    assert adjusted_rand(one, other) == pytest.approx((both - expected) / ((rows + columns) / 2 - expected))
    assert adjusted_rand(one, one) == 1
