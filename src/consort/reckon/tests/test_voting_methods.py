"""Worked examples, ties and caps of each method."""

import json
from dataclasses import asdict
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from consort.reckon.voting import (
    RANKED_METHODS,
    Ballot,
    BallotBox,
    Objection,
    approval,
    bases,
    consent,
    instant_runoff,
    majority,
    pairwise,
    ranked_pairs,
    schulze,
    score,
    sensitivity,
    star,
    supermajority,
)

EACH_METHOD = pytest.mark.parametrize("method", list(RANKED_METHODS))
# Schulze 2011, example 1: 45 ballots on A to E; published order E, A, C, B, D.
SCHULZE_45 = {"ACBED": 5, "ADECB": 5, "BEDAC": 8, "CABED": 3, "CAEBD": 7, "CBADE": 2, "DCEBA": 7, "EBADC": 8}


def box(orders, options="ABCDE", **more):
    ballots = [Ballot(tuple(order.index(o) if o in order else None for o in options), n) for order, n in orders.items()]
    return BallotBox.of(ballots, options=len(options), **more)


def names(outcome, options="ABCDE"):
    return ["".join(options[option] for option in tier) for tier in outcome.tiers]


def test_schulze_orders_the_published_example():
    assert names(schulze(box(SCHULZE_45))) == ["E", "A", "C", "B", "D"]


def test_instant_runoff_keeps_every_round():
    outcome = instant_runoff(box({"ABCD": 42, "BCDA": 26, "DCBA": 17, "CDBA": 15}, "ABCD"))
    assert names(outcome, "ABCD") == ["D", "A", "B", "C"]
    assert outcome.detail["rounds"][0]["tallies"] == [42, 26, 15, 17]
    assert outcome.detail["rounds"][1]["tallies"] == [42, 26, 32]


def test_instant_runoff_follows_a_tie_both_ways():
    outcome = instant_runoff(box({"ABC": 4, "BCA": 3, "CAB": 3}, "ABC"))
    assert outcome.tied
    assert outcome.winners == (0, 2)
    assert outcome.detail["rounds"][0]["tied_for_elimination"] == [1, 2]


def test_ballots_that_rank_nothing_left_are_exhausted():
    outcome = instant_runoff(box({"A": 3, "B": 2, "CB": 2}, "ABC", unranked="last"))
    assert 0 in outcome.winners
    assert all(sum(count["tallies"]) <= 7 for count in outcome.detail["rounds"])


@pytest.mark.parametrize("method", [instant_runoff, ranked_pairs])
def test_a_reached_cap_is_said(method):
    circle = BallotBox.from_matrix([np.roll(np.arange(7), shift) for shift in range(7)])
    capped = method(circle, limit=3)
    assert capped.detail["capped"]
    assert capped.note
    assert capped.winners
    assert method(circle).note == ""
    assert set(capped.winners) <= set(method(circle).winners)


@EACH_METHOD
def test_without_ballots_everything_is_tied(method):
    outcome = RANKED_METHODS[method](BallotBox.of([], options=3))
    assert outcome.winners == (0, 1, 2)
    assert outcome.tied


@EACH_METHOD
def test_one_option_wins(method):
    assert RANKED_METHODS[method](BallotBox.of([Ballot((None,))])).winners == (0,)


@EACH_METHOD
@given(matrix=some.integers(2, 5).flatmap(lambda n: some.lists(some.permutations(range(n)), min_size=1, max_size=9)))
def test_names_do_not_matter_and_details_are_json(method, matrix):
    count = RANKED_METHODS[method]
    outcome = count(BallotBox.from_matrix(matrix))
    turned = count(BallotBox.from_matrix([row[::-1] for row in matrix]))
    assert sorted(len(matrix[0]) - 1 - option for option in turned.winners) == list(outcome.winners)
    assert sorted(option for tier in outcome.tiers for option in tier) == list(range(len(matrix[0])))
    assert outcome.tied == (len(outcome.winners) > 1)
    json.dumps(asdict(outcome), allow_nan=False)


@EACH_METHOD
@given(matrix=some.lists(some.permutations(range(4)), min_size=1, max_size=9))
def test_a_majority_of_first_places_wins(method, matrix):
    if method != "borda":  # Borda's count does not promise it
        ballots = BallotBox.from_matrix([*matrix, *[[0, 1, 2, 3]] * (len(matrix) + 1)])
        assert RANKED_METHODS[method](ballots).winners == (0,)


def test_counts_stand_for_repeated_ballots():
    counted = box(SCHULZE_45)
    repeated = BallotBox.from_matrix(np.repeat(counted.ranks.T, counted.counts, axis=0))
    assert pairwise(counted).tolist() == pairwise(repeated).tolist()
    assert pairwise(repeated.distinct()).tolist() == pairwise(repeated).tolist()


def test_silence_is_not_compared_or_last():
    ballot = Ballot((1, None, None))
    assert pairwise(BallotBox.of([ballot])).sum() == 0
    assert pairwise(BallotBox.of([ballot], unranked="last")).tolist() == [[0, 1, 1], [0, 0, 0], [0, 0, 0]]


@pytest.mark.parametrize("ranks", [(1, -1), (1,)])
def test_ballots_that_make_no_sense_are_refused(ranks):
    with pytest.raises(ValueError, match=r"rank"):
        BallotBox.of([Ballot(ranks)], options=2)


def test_approval_counts_each_person_once():
    outcome = approval([[0, 0, 1], [1], []], options=3)
    assert outcome.detail == {"approvals": [1, 2, 0], "cast": 3}
    assert outcome.winners == (1,)
    with pytest.raises(ValueError, match="no option 3"):
        approval([[3]], options=3)


@pytest.mark.parametrize(
    ("votes", "abstained", "eligible", "base", "winners"),
    [
        ((5, 5), 0, None, "cast", ()),
        ((6, 5), 0, None, "cast", (0,)),
        ((6, 5), 1, None, "present", ()),
        ((6, 5), 1, 13, "eligible", ()),
        ((7, 5), 0, 13, "eligible", (0,)),
        ((0, 0), 4, None, "cast", ()),
    ],
)
def test_majority_needs_more_than_half_of_its_base(votes, abstained, eligible, base, winners):
    assert majority(votes, base=base, abstained=abstained, eligible=eligible).winners == winners


def test_two_thirds_is_reached_exactly():
    assert supermajority([2, 1]).winners == (0,)
    assert supermajority([66, 34]).winners == ()
    assert supermajority([3, 1], share=Fraction(3, 4)).winners == (0,)
    with pytest.raises(ValueError, match="above one half"):
        supermajority([1, 0], share=Fraction(1, 2))


def test_bases_show_what_the_base_changes():
    outcomes = bases([6, 4], abstained=1, eligible=14)
    assert {base: outcome.winners for base, outcome in outcomes.items()} == {
        "cast": (0,),
        "present": (0,),
        "eligible": (),
    }
    with pytest.raises(ValueError, match="only 3 were eligible"):
        majority([2, 2], eligible=3)
    with pytest.raises(ValueError, match="say how many"):
        majority([2, 1], base="eligible")


def test_score_means_leave_out_who_gave_none():
    outcome = score([[5, None, None], [3, 5, None]], options=3)
    assert outcome.detail["means"] == [4, 5, None]
    assert outcome.winners == (1,)
    assert outcome.tiers[-1] == (2,)
    assert outcome.note
    assert score([[5, None], [3, 5]], options=2, unscored="zero").winners == (0,)


def test_star_lets_the_majority_choose_between_the_two_highest():
    outcome = star([[5, 4, 0], [0, 1, 0], [0, 1, 0]], options=3)
    assert outcome.detail["totals"] == [5, 6, 0]
    assert outcome.tiers == ((1,), (0,), (2,))


def test_star_follows_ties_for_the_second_place_and_in_the_runoff():
    outcome = star([[5, 3, 0], [5, 0, 3]], options=3)
    assert outcome.detail["finalists"] == [[0, 1], [0, 2]]
    assert outcome.winners == (0,)
    assert star([[5, 0], [0, 5]], options=2).winners == (0, 1)
    assert star([[2]], options=1).winners == (0,)


def test_consent_passes_only_without_standing_objections_or_silence():
    met, standing = Objection("too soon", standing=False), Objection("harms the pilot")
    outcome = consent([[met], [standing, met], []])
    assert outcome.winners == (0, 2)
    assert outcome.detail["standing"] == [[], ["harms the pilot"], []]
    assert consent([[]], unanswered=1).winners == ()
    assert "1 person has not answered" in consent([[]], unanswered=1).note
    assert consent([[standing]]).note == "Objections stand."


def test_sensitivity_finds_the_one_ballot_that_matters():
    close = sensitivity(box({"AB": 3, "BA": 2}, "AB"))
    assert close.one_ballot is True
    assert close.change.rival == 1
    assert sensitivity(box({"AB": 5, "BA": 1}, "AB")).one_ballot is False
    json.dumps(close.as_dict())


def test_sensitivity_compares_methods_and_stops_at_large_ballots():
    burlington_like = box({"ACB": 40, "BCA": 35, "CAB": 13, "CBA": 12}, "ABC")
    panel = sensitivity(burlington_like)
    assert panel.winners_by_method["schulze"] == (2,)
    assert panel.winners_by_method["instant_runoff"] == (0,)
    assert not panel.agree
    assert panel.one_ballot is None
    assert "50" in panel.note
    assert panel.as_dict()["change"] is None


@pytest.mark.parametrize(("method", "share"), [("schulze", 0.42), ("instant_runoff", 0.50)])
def test_ties_are_as_common_as_the_method_page_says(method, share):
    generator = np.random.default_rng(8)
    ballots = generator.permuted(np.broadcast_to(np.arange(5), (800, 8, 5)), axis=2)
    tied = [RANKED_METHODS[method](BallotBox.from_matrix(each)).tied for each in ballots]
    assert np.mean(tied) == pytest.approx(share, abs=0.05)
