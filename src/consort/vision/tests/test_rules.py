"""Every rule finds the defect it is for, and nothing else is found in a sound strategy."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as draw

from consort.vision import rules
from consort.vision.tests.strategies import SEEDS, sound

SIZES = draw.integers(min_value=8, max_value=60)


def found(strategy) -> Counter[str]:
    return Counter(finding.rule.name for finding in rules.evaluate(strategy))


def test_there_is_a_seed_for_every_rule():
    assert {rule.name for rule in rules.known()} == set(SEEDS)


@given(SIZES, draw.integers(0, 2**32))
def test_in_a_sound_strategy_nothing_is_found(size, seed):
    assert found(sound(size, seed)) == {}


@pytest.mark.parametrize("name", SEEDS)
@given(size=SIZES, seed=draw.integers(0, 2**32), data=draw.data())
def test_a_defect_is_found_and_nothing_else(name, size, seed, data):
    n, m = data.draw(draw.lists(draw.integers(0, size - 1), min_size=2, max_size=2, unique=True))
    assert found(SEEDS[name](sound(size, seed), n, m)) == {name: 1}


@given(size=SIZES, names=draw.sets(draw.sampled_from(sorted(SEEDS)), min_size=2, max_size=4), data=draw.data())
def test_defects_are_found_beside_one_another(size, names, data):
    """Each in its own part of the strategy."""
    places = data.draw(draw.permutations(range(size)))
    strategy = sound(size)
    ordered = sorted(names - {"overloaded"}, key=lambda name: (name == "no_key_result", name))  # takes one away: last
    for number, name in enumerate(ordered):
        strategy = SEEDS[name](strategy, places[2 * number], places[2 * number + 1])
    assert names - {"overloaded"} <= set(found(strategy))


@pytest.mark.parametrize("name", SEEDS)
def test_a_finding_reads_as_a_sentence_and_names_its_things(name):
    (finding,) = rules.evaluate(SEEDS[name](sound(12), 2, 5))
    assert "%(" not in finding.sentence
    assert finding.sentence[-1] in ".?"
    assert finding.about.title in finding.sentence or finding.rule.name == "overloaded"
    assert str(finding.rule.title)
    assert str(finding.rule.reason).endswith(".")
    assert str(finding.rule.remedy.words)


@pytest.mark.parametrize(
    "name", ["no_key_result", "no_owner", "past_due", "met_at_start", "neglected", "may_contradict"]
)
def test_closed_objectives_are_left_alone(name):
    seeded = SEEDS[name](sound(12), 2, 5)
    goals = tuple(replace(goal, state="closed") if n == 2 else goal for n, goal in enumerate(seeded.goals))
    assert goals[2].id not in {finding.about.id for finding in rules.evaluate(replace(seeded, goals=goals))}


def test_a_changed_thing_asks_again():
    for name in ("two_targets", "metric_twice", "past_due", "may_contradict"):
        (finding,) = rules.evaluate(SEEDS[name](sound(12), 2, 5))
        (same,) = rules.evaluate(SEEDS[name](sound(12), 2, 5))
        assert finding.key == same.key
        assert finding.fingerprint == same.fingerprint
    twice = SEEDS["two_targets"](sound(12), 2, 5)
    moved = replace(twice, results=tuple(replace(each, low=(each.low or 0) + 2) for each in twice.results[:3]))
    again = replace(twice, results=(*moved.results, *twice.results[3:]))
    (before,), (after,) = rules.evaluate(twice), rules.evaluate(again)
    assert before.key == after.key
    assert before.fingerprint != after.fingerprint


def test_a_word_that_comes_back_alone_is_not_asked_about():
    strategy = sound(12)
    goals = (replace(strategy.goals[0], title="Build trust"), *strategy.goals[1:])
    assert "may_contradict" not in found(replace(strategy, goals=goals))


def test_what_refuses_it_is_not_asked_about():
    strategy = sound(12)
    goals = (replace(strategy.goals[0], title="Stop building boilers"), *strategy.goals[1:])
    assert "may_contradict" not in found(replace(strategy, goals=goals))
