import pytest
from django.http import QueryDict

from consort.rounds.answers import BadAnswer, BadAnswers, check, clean, read_answers
from consort.rounds.tests.conftest import EVERY_ANSWER

GOOD = [
    ("rank", {"groningen": "5", "poznan": " 2 ", "ostrava": ""}, {"groningen": 2, "poznan": 1, "ostrava": None}),
    ("rank", {"groningen": 1, "poznan": 1, "ostrava": 3}, {"groningen": 1, "poznan": 1, "ostrava": 2}),
    ("rank", [["poznan"], ["groningen", "ostrava"]], {"groningen": 2, "poznan": 1, "ostrava": 2}),
    ("rank", ["ostrava"], {"groningen": None, "poznan": None, "ostrava": 1}),
    ("health", "4", 4),
    ("health", 1, 1),
    ("where", "poznan", "poznan"),
    ("accept", ["ostrava", "groningen", "ostrava"], ["groningen", "ostrava"]),
    ("odds", "0", 0),
    ("odds", 100, 100),
    ("cost", {"lower": "70,50", "best": "71.0", "upper": "1e2"}, {"lower": "70.5", "best": "71", "upper": "100"}),
    ("cost", {"lower": "0", "best": "0", "upper": "0"}, {"lower": "0", "best": "0", "upper": "0"}),
    ("effort", {"groningen": "100"}, {"groningen": 100, "poznan": 0, "ostrava": 0}),
    ("culture", {"from": "1", "to": "7"}, {"from": 1, "to": 7}),
    ("why", "  Two\r\nlines\x00 ", "Two\nlines"),
    ("why", "\ud800", "?"),
    ("why", "   ", None),
]
BAD = [
    ("rank", {"nowhere": 1}, "not offered"),
    ("rank", {"poznan": 0}, "begin with 1"),
    ("rank", {"poznan": "first"}, "whole number"),
    ("rank", [["poznan"], ["poznan"]], "one place only"),
    ("rank", {"poznan": None}, "needed"),
    ("rank", "poznan", "could not be read"),
    ("health", 6, "from 1 to 5"),
    ("health", 2.5, "whole number"),
    ("health", True, "whole number"),
    ("health", "", "needed"),
    ("where", "nowhere", "not offered"),
    ("accept", ["nowhere"], "not offered"),
    ("accept", [], "needed"),
    ("accept", "poznan", "could not be read"),
    ("odds", 101, "from 0 to 100"),
    ("odds", "-1", "from 0 to 100"),
    ("odds", "65.5", "whole number"),
    ("cost", {"lower": 5, "best": 4, "upper": 6}, "between"),
    ("cost", {"lower": 5, "best": 6}, "all three"),
    ("cost", {"lower": "x", "best": 6, "upper": 7}, "Give a number"),
    ("cost", {"lower": "NaN", "best": "NaN", "upper": "NaN"}, "Give a number"),
    ("cost", {"lower": "1", "best": "1", "upper": "1e999999"}, "Give a number"),
    ("cost", {"lower": -1, "best": 6, "upper": 7}, "less than 0"),
    ("effort", {"groningen": 90}, "10 points are left"),
    ("effort", {"groningen": 101}, "1 point too many"),
    ("effort", {"groningen": 110, "poznan": -10}, "negative"),
    ("culture", {"from": 1}, "Say both"),
    ("culture", {"from": 1, "to": 8}, "from 1 to 7"),
    ("why", "x" * 4001, "longer than 4000"),
]


@pytest.mark.parametrize(("key", "sent", "kept"), GOOD)
def test_an_answer_is_kept_in_one_form_and_cleaning_it_again_changes_nothing(questions, key, sent, kept):
    assert clean(questions[key], sent) == kept
    assert clean(questions[key], kept) == kept


@pytest.mark.parametrize(("key", "sent", "message"), BAD)
def test_what_is_no_answer_is_refused_with_a_sentence_that_helps(questions, key, sent, message):
    with pytest.raises(BadAnswer, match=message):
        clean(questions[key], sent)


def sent_form() -> QueryDict:
    data = QueryDict(mutable=True)
    for key, value in EVERY_ANSWER.items():
        if isinstance(value, dict):
            data.update({f"answer.{key}.{part}": "" if each is None else str(each) for part, each in value.items()})
        else:
            data.setlist(f"answer.{key}", value if isinstance(value, list) else [str(value)])
    return data


def test_a_form_with_every_kind_of_question_is_read(questions):
    assert read_answers(questions["why"].round, sent_form()) == EVERY_ANSWER


def test_every_mistake_in_a_form_gets_its_own_message(questions):
    data = sent_form()
    data["answer.health"] = "9"
    data["answer.cost.best"] = "much"
    del data["answer.where"]
    with pytest.raises(BadAnswers) as caught:
        read_answers(questions["why"].round, data)
    assert set(caught.value.errors) == {"health", "cost", "where"}


def test_a_draft_keeps_what_is_not_yet_an_answer(questions):
    data = sent_form()
    data["answer.health"] = "9"
    data["answer.cost.best"] = ""
    del data["answer.where"]
    draft = read_answers(questions["why"].round, data, partial=True)
    assert draft["health"] == "9"
    assert draft["cost"] == {"lower": "70.5", "upper": "84"}
    assert "where" not in draft
    assert draft["odds"] == 65


def test_an_answer_to_something_that_was_not_asked_is_refused(questions):
    with pytest.raises(BadAnswers, match="not asked"):
        check([questions["why"]], {"why": "So.", "other": 1})


def test_an_empty_form_is_no_answer_even_where_nothing_is_required(questions):
    with pytest.raises(BadAnswers, match="Nothing is answered"):
        check([questions["why"]], {})
