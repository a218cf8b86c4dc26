"""The writing checks: how well they do on texts they were not made for, and what they do with odd ones."""

import pytest
from hypothesis import given
from hypothesis import strategies as draw

from consort.vision import writing
from consort.vision.tests import goal_corpus as corpus
from consort.vision.tests.goal_corpus import HELD_OUT, MISSING, READ_ON, TUNING
from consort.vision.writing import Draft, language_of, remarks

RAISE = "Raise orders delivered on the promised day from 86% to 95% by the end of 2027"


def asked(text: str, **beside) -> set[str]:
    return {remark.check.name for remark in remarks(Draft(text, today=READ_ON, **beside))}


def test_on_the_held_out_texts_most_questions_are_right_and_few_are_missed():
    scores = corpus.score(corpus.texts(HELD_OUT))
    assert scores.total().precision >= 0.94
    assert scores.total().recall >= 0.96
    pointing = scores.total(without=MISSING)
    assert pointing.precision >= 0.85
    assert pointing.recall >= 0.90
    assert scores.languages <= 4


def test_the_corpus_asks_for_every_check_in_both_parts():
    texts = [corpus.texts(part) for part in (TUNING, HELD_OUT)]
    names = {check.name for check in writing.known()}
    assert len(names) >= 26
    assert sum(map(len, texts)) >= 300
    for part in texts:
        assert set(corpus.wanted_in(part)) == names
        assert {each.language for each in part} == {"en", "de"}
    assert not {each.text for each in texts[0]} & {each.text for each in texts[1]}


@pytest.mark.parametrize("check", writing.known(), ids=lambda check: check.name)
def test_each_check_says_what_why_and_how_it_could_read_instead(check):
    for words in (check.title, check.why, check.source, check.before, check.after):
        assert str(words).strip()
    assert str(check.title).endswith("?")


EXAMPLES = [check for check in writing.known() if check.name not in {"too_long", "past_date", "no_baseline"}]


@pytest.mark.parametrize("check", EXAMPLES, ids=lambda check: check.name)
def test_its_own_bad_example_is_asked_about_and_the_better_one_is_not(check):
    assert check.name in asked(str(check.before))
    assert check.name not in asked(str(check.after))


def test_a_good_goal_is_left_alone():
    assert asked(RAISE) == set()
    assert asked("Liefertreue von 86 % auf 95 % steigern bis Ende 2027") == set()


def test_what_stands_beside_the_text_counts():
    assert {"no_measure", "no_date"} <= asked("Deliver on time")
    assert asked("Deliver on time", is_measured=True, has_date=True) == set()
    assert "no_baseline" not in asked("Reach 95%", has_baseline=True)
    assert "activity" not in asked("Launch the portal", is_milestone=True)
    assert "no_date" not in asked("Deliver on time", more="By the end of 2027.")


def test_nothing_is_asked_of_nothing():
    assert remarks(Draft("")) == []
    assert remarks(Draft("  \n ")) == []


@given(draw.text(max_size=300), draw.sampled_from(["", "en", "de"]))
def test_any_text_is_read_and_what_was_found_stands_in_it(text, language):
    for remark in remarks(Draft(text, language, today=READ_ON)):
        assert remark.found == text[remark.start : remark.end]


@given(draw.sampled_from(corpus.texts(TUNING)), draw.integers(1, 40))
def test_long_texts_are_read_in_time(labelled, times):
    """No pattern runs away: what repeats is read like anything else."""
    assert len(remarks(Draft(" and ".join([labelled.text] * times), today=READ_ON))) <= len(writing.known())


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Die Kosten senken", "de"),
        ("Lower the cost", "en"),
        ("Prozesse verbessern", "de"),
        ("Improve processes", "en"),
    ],
)
def test_the_language_is_told_by_the_words(text, language):
    assert language_of(text) == language


def test_where_nothing_tells_the_language_the_given_one_is_taken():
    assert language_of("Innovation", "de") == "de"
