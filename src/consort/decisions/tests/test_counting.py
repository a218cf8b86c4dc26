"""Counting by each method: results, ties, bases, and how firm they are."""

from fractions import Fraction

import pytest

from consort.decisions.counting import (
    count,
    count_approval,
    count_consensus,
    count_consent,
    count_majority,
    count_ranked,
    count_scored,
    seats_of,
)
from consort.decisions.models import RANKED, Method
from consort.decisions.terms import Terms

ABC = ["A", "B", "C"]


def ranks(*orders):
    """ "ABC" puts A first; letters that are missing have no place."""
    return [{letter: order.index(letter) + 1 if letter in order else None for letter in ABC} for order in orders]


@pytest.mark.parametrize("method", RANKED)
def test_the_first_choice_of_most_is_chosen(method):
    count = count_ranked(method, ABC, ranks("ABC", "ABC", "BAC"), seats=1, unranked="not_compared")
    assert (count["elected"], count["contested"], count["cast"]) == (["A"], [], 3)


def test_instant_runoff_and_schulze_can_differ_and_the_panel_says_so():
    ballots = ranks(*["ABC"] * 4, *["BAC"] * 3, *["CBA"] * 2)
    runoff = count_ranked("instant_runoff", ABC, ballots, seats=1, unranked="not_compared")
    assert runoff["elected"] == ["B"]
    centre = ranks(*["ABC"] * 4, *["CBA"] * 4, *["BAC"] * 1)
    count = count_ranked("instant_runoff", ABC, centre, seats=1, unranked="not_compared")
    assert count["elected"] == ["A"]
    assert count["sensitivity"]["winners_by_method"]["schulze"] == ["B"]
    assert not count["sensitivity"]["agree"]


def test_a_tie_is_contested_and_nobody_is_elected():
    count = count_ranked("schulze", ABC, ranks("ABC", "BAC"), seats=1, unranked="not_compared")
    assert (count["elected"], count["contested"]) == ([], ["A", "B"])


def test_what_has_no_place_is_not_compared_or_last_as_stated():
    ballots = ranks("A", "A", "BC", "BC", "BC")
    silent = count_ranked("schulze", ABC, ballots, seats=1, unranked="not_compared")
    last = count_ranked("schulze", ABC, ballots, seats=1, unranked="last")
    assert silent["elected"] != last["elected"]
    assert last["elected"] == ["B"]


def test_no_ballot_chooses_nobody():
    count = count_ranked("schulze", ABC, [], seats=1, unranked="last")
    assert (count["elected"], count["contested"], count["cast"]) == ([], [], 0)


@pytest.mark.parametrize(
    ("seats", "elected", "contested"), [(1, ["A"], []), (2, ["A"], ["B", "C"]), (3, ["A", "B", "C"], [])]
)
def test_seats_are_filled_in_order_until_a_tie_does_not_fit(seats, elected, contested):
    assert seats_of([["A"], ["B", "C"], ["D"]], seats) == (elected, contested)


def test_approval_counts_everyone_and_ties_are_ties():
    count = count_approval(ABC, [["A", "B"], ["B", "A"], ["C"]], seats=1, eligible=4)
    assert (count["elected"], count["contested"], count["votes"]["C"]) == ([], ["A", "B"], 1)
    assert count_approval(ABC, [[], []], seats=1, eligible=2)["contested"] == []


def test_a_majority_depends_on_its_stated_base():
    votes = ["A", "A", "B"]
    cast = count_majority(ABC, votes, base="cast", eligible=5)
    eligible = count_majority(ABC, votes, base="eligible", eligible=5)
    assert (cast["elected"], eligible["elected"]) == (["A"], [])
    assert eligible["on_other_base"] == ["A"]
    assert count_majority(ABC, ["A", "B"], base="cast", eligible=2)["elected"] == []


def test_none_of_these_counts_against_a_majority_only_as_an_abstention():
    count = count_majority(ABC, ["A", "none", "none"], base="cast", eligible=3)
    assert (count["elected"], count["votes"]["none"]) == (["A"], 2)


def test_consent_needs_everyone_and_no_objection():
    yes, aside, no = {"consent": "consent"}, {"consent": "aside"}, {"consent": "object", "reason": "Harm."}
    assert count_consent("B", [yes, aside], eligible=2)["elected"] == ["B"]
    assert count_consent("B", [yes], eligible=2)["elected"] == []
    objected = count_consent("B", [yes, no], eligible=2)
    assert (objected["elected"], objected["objections"]) == ([], ["Harm."])


def test_consensus_needs_the_agreement_of_everyone_asked():
    yes, aside = {"consent": "consent"}, {"consent": "aside", "reason": "Too early."}
    assert count_consensus("A", [yes, yes], eligible=2)["elected"] == ["A"]
    assert count_consensus("A", [yes], eligible=2)["elected"] == []
    stood_aside = count_consensus("A", [yes, aside], eligible=2)
    assert (stood_aside["elected"], stood_aside["objections"]) == ([], ["Too early."])


def test_a_supermajority_is_at_least_its_share():
    votes = ["A", "A", "B"]
    assert count_majority(ABC, votes, base="cast", eligible=3, share=Fraction(2, 3))["elected"] == ["A"]
    assert count_majority(ABC, votes, base="cast", eligible=3, share=Fraction(3, 4))["elected"] == []
    assert count_majority(ABC, votes, base="eligible", eligible=4, share=Fraction(2, 3))["elected"] == []


def test_one_changed_vote_is_tried():
    assert count_majority(ABC, ["A", "A", "B"], base="cast", eligible=3)["one_ballot"]
    assert not count_majority(ABC, ["A"] * 9 + ["B"], base="cast", eligible=10)["one_ballot"]
    assert count_approval(ABC, [["A"], ["A"], ["B"]], seats=1, eligible=3)["one_ballot"]
    assert not count_approval(ABC, [["A"]] * 9, seats=1, eligible=9)["one_ballot"]
    assert count_majority(ABC, ["A"] * 51, base="cast", eligible=51)["one_ballot"] is None


def scores(*rows):
    """ "50-" gives A five, B nothing, C no score."""
    return [{letter: None if mark == "-" else int(mark) for letter, mark in zip(ABC, row, strict=True)} for row in rows]


def test_scores_are_means_over_those_who_gave_them():
    found = count_scored("score", ABC, scores("54-", "5-0", "430"), seats=1, highest=5)
    assert (found["elected"], found["scores"]) == (["A"], {"A": 14 / 3, "B": 3.5, "C": 0})
    assert count_scored("score", ABC, scores("---"), seats=1, highest=5)["elected"] == []


def test_star_lets_the_two_best_run_off_and_says_what_others_would_choose():
    """Two like A a little better than B; one loves B: the mean is B's, the runoff A's."""
    ballots = scores("540", "540", "050")
    star = count_scored("star", ABC, ballots, seats=1, highest=5)
    assert (star["elected"], star["finalists"], star["runoffs"]) == (["A"], [["B", "A"]], [[1, 2]])
    assert star["sensitivity"]["winners_by_method"]["score"] == ["B"]
    assert star["sensitivity"]["one_ballot"]


@pytest.mark.parametrize(("cast", "is_quorate"), [(2, False), (3, True)])
def test_below_the_quorum_nothing_is_elected(cast, is_quorate):
    terms = Terms(method=Method.MAJORITY, quorum=60)
    found = count(terms, ABC, [{"vote": "A"}] * cast, eligible=5)
    assert (found["is_quorate"], found["quorum"]["needed"]) == (is_quorate, 3)
    assert found["elected"] == (["A"] if is_quorate else [])


@pytest.mark.parametrize("method", [method for method in Method if method != Method.ADVICE])
def test_every_method_counts_an_empty_box_without_a_winner(method):
    found = count(Terms(method=method), ABC, [], eligible=3, proposal="A")
    assert (found["elected"], found["contested"], found["cast"]) == ([], [], 0)


def test_terms_are_kept_with_the_ballot_as_they_were():
    terms = Terms(method=Method.SUPERMAJORITY, quorum=50, edition=3, seats=2)
    assert Terms.kept_in({"terms": terms.to_keep()}) == terms
