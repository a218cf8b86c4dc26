"""What figures give away, by exact enumeration and by attacks on random histories."""

from collections import defaultdict
from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from consort.reckon.disclosure import FEWEST_VALUES, Ledger, Shown, fold, half_points, narrowest, shown
from consort.reckon.disclosure.attacks import patterns
from consort.reckon.disclosure.groups import smallest_implied
from consort.reckon.disclosure.plan import plan


def seen(answers):
    """What a reader sees of these answers on five points."""
    counts = tuple(answers.count(point) for point in range(1, 6))
    form = shown(counts)
    return form, counts if form is Shown.COUNTS else half_points(counts) if form is Shown.HALF_POINTS else None


@pytest.mark.parametrize("people", [3, 4, 5])
def test_nobody_who_reads_and_knows_the_own_answer_narrows_another_below_three_values(people):
    """Person by person over all answers there can be, in another way than the plan is made."""
    figures = defaultdict(list)
    for answers in product(range(1, 6), repeat=people):
        figures[seen(answers)].append(answers)
    for alike in figures.values():
        assert len({answers[1] for answers in alike}) >= FEWEST_VALUES
        for own in {answers[0] for answers in alike}:
            assert len({answers[1] for answers in alike if answers[0] == own}) >= FEWEST_VALUES


@pytest.mark.parametrize("people", range(3, 16))
def test_every_figure_of_3_to_15_people_leaves_three_values(people):
    figures = defaultdict(list)
    for pattern, form in plan(people, 5).items():
        figure = pattern if form is Shown.COUNTS else half_points(pattern) if form is Shown.HALF_POINTS else None
        figures[form, figure].append(pattern)
    assert min(narrowest(alike) for alike in figures.values()) >= FEWEST_VALUES
    assert len(figures) > 1


def test_fewer_than_five_never_see_counts_and_fewer_than_three_see_nothing():
    assert {plan(4, 5)[pattern] for pattern in patterns(4, 5)} == {Shown.HALF_POINTS, Shown.NOTHING}
    assert shown([1, 0, 0, 1, 0]) is Shown.NOTHING
    assert shown([1, 1, 0, 1, 1, *[0] * 40]) is not Shown.COUNTS


def test_many_people_are_shown_their_counts_unless_all_said_the_same():
    assert shown([10, 20, 30, 20, 10]) is Shown.COUNTS
    assert shown([0, 0, 40, 0, 0]) is Shown.HALF_POINTS
    assert shown([0, 0, 0, 0, 40]) is Shown.NOTHING


def test_without_the_plan_an_insider_learns_most_answers():
    """What the plan prevents: all counts of three people give an answer away to someone in nearly every case."""
    told = [pattern for pattern in patterns(3, 5) if narrowest([pattern]) < FEWEST_VALUES]
    assert len(told) == len(list(patterns(3, 5)))


def test_two_figures_that_differ_by_one_person_are_not_both_shown():
    ledger = Ledger(5)
    assert ledger.admit(range(10))
    assert not ledger.admit(range(9))
    assert ledger.admit(range(5))
    assert not ledger.admit(range(3, 10))
    assert ledger.known == [frozenset(range(10)), frozenset(range(5))]


def test_three_figures_together_give_away_what_no_two_of_them_do():
    """Twice 12 people, who overlap in six, and both together: the difference is found by adding and taking away."""
    first, second, both = set(range(12)), set(range(6, 18)), set(range(18)) - {0, 17}
    assert smallest_implied([frozenset(first), frozenset(second)]) == 12
    ledger = Ledger(5)
    admitted = [ledger.admit(group) for group in (first, second, both)]
    assert admitted[:2] == [True, True]
    assert smallest_implied(ledger.known) >= 5


@settings(max_examples=60, deadline=None)
@given(some.integers(5, 12), some.lists(some.integers(0, 2**12 - 1), max_size=5))
def test_no_random_history_of_groups_reveals_a_small_one(people, masks):
    """Against projecting every set of fewer than five people directly."""
    ledger = Ledger(5)
    for mask in masks:
        ledger.admit(person for person in range(people) if mask >> person & 1)
    if not ledger.known:
        return
    known = np.array([[person in group for person in range(people)] for group in ledger.known], dtype=float)
    projection = np.linalg.pinv(known) @ known
    for size in range(1, 5):
        for small in combinations(range(people), size):
            wanted = np.isin(np.arange(people), small).astype(float)
            assert np.abs(wanted @ projection - wanted).max() > 1e-9


def test_small_groups_fold_into_others():
    assert fold({"board": 6, "peers": 3, "staff": 2}, 5) == [["board"], ["peers", "staff"]]
    assert fold({"board": 6, "peers": 7, "staff": 2}, 5) == [["peers"], ["staff", "board"]]
    assert fold({"peers": 3, "staff": 1}, 5) == []
    assert fold({"board": 5, "nobody": 0}, 5) == [["board"]]
