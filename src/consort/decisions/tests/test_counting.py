"""Counting by each method: results, ties, bases, and how firm they are."""

import pytest

from consort.decisions.counting import count_approval, count_consent, count_majority, count_ranked, seats_of

ABC = ["A", "B", "C"]


def ranks(*orders):
    """ "ABC" puts A first; letters that are missing have no place."""
    return [{letter: order.index(letter) + 1 if letter in order else None for letter in ABC} for order in orders]


@pytest.mark.parametrize("method", ["schulze", "instant_runoff"])
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
