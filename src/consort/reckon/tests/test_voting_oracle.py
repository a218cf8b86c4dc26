"""Our methods against pref_voting, winner sets included. Its import is slow, so it is loaded once, on first use."""

import warnings
from itertools import permutations, product
from math import factorial, prod

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as some

from consort.reckon.voting import (
    Ballot,
    BallotBox,
    borda,
    instant_runoff,
    minimax,
    pairwise,
    ranked_pairs,
    schulze,
)
from consort.reckon.voting.pairwise import defeat_strengths

STRENGTHS = ["margins", "winning_votes"]
BOTH = pytest.mark.parametrize("strength", STRENGTHS)
ENOUGH = settings(max_examples=150)


@pytest.fixture(scope="session")
def oracle():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pref_voting import voting_methods
    return voting_methods


@some.composite
def boxes(draw, silent=True, strict=False):
    """Few people and options, so that ties and circles are common."""
    options = draw(some.integers(2, 5))
    if strict:
        ranks = some.permutations(range(options))
    else:
        one = some.one_of(some.none(), some.integers(1, options)) if silent else some.integers(1, options)
        ranks = some.lists(one, min_size=options, max_size=options).filter(lambda row: any(r is not None for r in row))
    ballots = draw(some.lists(some.tuples(ranks, some.integers(1, 3)), min_size=1, max_size=7))
    unranked = draw(some.sampled_from(["not_compared", "last"]))
    return BallotBox.of([Ballot(tuple(row), count) for row, count in ballots], unranked=unranked)


def theirs(box):
    from pref_voting.profiles_with_ties import ProfileWithTies  # slow, and warned about: after the fixture

    rows = [{option: int(rank) for option, rank in enumerate(row) if rank >= 0} for row in box.ranks.T]
    profile = ProfileWithTies(rows, [int(count) for count in box.counts], candidates=list(range(box.options)))
    if box.unranked == "last":
        profile.use_extended_strict_preference()
    return profile


def defeats_by_strength(box, strength):
    strengths = defeat_strengths(pairwise(box), strength)
    levels = sorted({int(value) for value in strengths[strengths > 0]}, reverse=True)
    return [list(zip(*(axis.tolist() for axis in np.nonzero(strengths == level)), strict=True)) for level in levels]


def leads(locked, start, end):
    """Whether a path of locked defeats leads from start to end."""
    reached = {start}
    while more := {loser for winner, loser in locked if winner in reached} - reached:
        reached |= more
    return end in reached


def strength_function(profile, strength):
    return profile.margin if strength == "margins" else profile.support


@given(box=boxes())
@ENOUGH
def test_pairwise(oracle, box):
    profile = theirs(box)
    expected = [[profile.support(i, j) if i != j else 0 for j in range(box.options)] for i in range(box.options)]
    assert pairwise(box).tolist() == expected


@BOTH
@given(box=boxes())
@ENOUGH
def test_schulze(oracle, box, strength):
    profile = theirs(box)
    defeats = oracle.beat_path_defeat(profile, strength_function=strength_function(profile, strength))
    ours = schulze(box, strength=strength)
    assert list(ours.winners) == oracle.beat_path(profile, strength_function=strength_function(profile, strength))
    paths = np.array(ours.detail["paths"])
    assert {(int(i), int(j)) for i, j in zip(*np.nonzero(paths > paths.T), strict=True)} == set(defeats.edges)


@BOTH
@given(box=boxes())
@ENOUGH
def test_minimax(oracle, box, strength):
    profile = theirs(box)
    expected = oracle.minimax(profile, strength_function=strength_function(profile, strength))
    assert list(minimax(box, strength=strength).winners) == expected


@given(box=boxes())
@ENOUGH
def test_ranked_pairs(oracle, box):
    groups = defeats_by_strength(box, "margins")
    even = sum(1 for i in range(box.options) for j in range(box.options)) - box.options - 2 * sum(map(len, groups))
    assume(prod(factorial(size) for size in [even, *map(len, groups)]) <= 720)  # theirs tries every order
    outcome = ranked_pairs(box, strength="margins")
    assert list(outcome.winners) == sorted(oracle.ranked_pairs(theirs(box)))
    assert not outcome.detail["capped"]


@BOTH
@given(box=boxes())
@ENOUGH
def test_ranked_pairs_against_every_order(box, strength):
    groups = defeats_by_strength(box, strength)
    assume(prod(factorial(len(group)) for group in groups) <= 720)
    expected = set()
    for orders in product(*(permutations(group) for group in groups)):
        locked = set()
        for winner, loser in (defeat for order in orders for defeat in order):
            if not leads(locked, loser, winner):
                locked.add((winner, loser))
        expected |= set(range(box.options)) - {loser for _, loser in locked}
    assert set(ranked_pairs(box, strength=strength).winners) == expected


@given(box=boxes(strict=True))
@ENOUGH
def test_borda_on_complete_ballots(oracle, box):
    from pref_voting.profiles import Profile

    rows = [[int(option) for option in np.argsort(row)] for row in box.ranks.T]
    assert list(borda(box).winners) == oracle.borda(Profile(rows, [int(count) for count in box.counts]))


@given(box=boxes())
@ENOUGH
def test_borda_with_ties_and_silence(oracle, box):
    from pref_voting.scoring_methods import symmetric_borda_scores

    points = borda(box).detail["points"]
    profile = theirs(box)
    assert points == [sum(profile.margin(i, j) for j in range(box.options) if i != j) for i in range(box.options)]
    if box.unranked == "last":  # theirs knows no other reading of silence
        assert points == [symmetric_borda_scores(profile)[option] for option in range(box.options)]


@pytest.mark.parametrize("equal_ranks", ["split", "approval"])
@given(box=boxes())
@ENOUGH
def test_instant_runoff(oracle, box, equal_ranks):
    expected = oracle.instant_runoff_put(theirs(box), score_method=equal_ranks, exit_on_majority=False)
    outcome = instant_runoff(box, equal_ranks=equal_ranks)
    assert list(outcome.winners) == sorted(expected)
    assert not outcome.detail["capped"]


@given(box=boxes(strict=True))
@ENOUGH
def test_instant_runoff_with_the_majority_shortcut(oracle, box):
    expected = oracle.instant_runoff_put(theirs(box), score_method="split")
    assert list(instant_runoff(box).winners) == sorted(expected)
