"""Which function works out which kind of round, and the gate that stands before all of them."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from consort.core.models import Person
from consort.rounds.models import Question, Round
from consort.rounds.results.releasing import release
from consort.rounds.results.summarizing import summarize

Result = dict[str, Any]


@dataclass(frozen=True)
class Opened:
    """What a function gets: the answers by question key. Without names and shuffled unless the round is attributed."""

    round: Round
    questions: list[Question]
    answers: list[tuple[Person | None, dict[str, Any]]]


Function = Callable[[Opened], Result]
_functions: dict[str, Function] = {}


def register(kind: str, function: Function) -> None:
    """Work out rounds of `kind` by `function`. It runs inside the opening: what it raises keeps the round closed.

    In confidential and anonymous rounds it is not called below the threshold, but answers for what it shows above it:
    `summaries` and `releasing.release` keep the rules for single questions.
    """
    _functions[kind] = function


def work_out(opened: Opened, asked: int) -> Result:
    """The result as it is kept, JSON-able. Below the threshold it does not even tell how many answered."""
    if len(opened.answers) < opened.round.least and not opened.round.is_attributed:
        return {"withheld": True, "asked": asked, "answered": None}
    function = _functions.get(opened.round.kind, summaries)
    return {"withheld": False, "asked": asked, "answered": len(opened.answers), **function(opened)}


def summaries(opened: Opened) -> Result:
    """{"questions": {key: summary}}, each in the words of `consort.reckon.summaries`, or {"withheld": True}."""
    return {"questions": {question.key: _summary(opened, question) for question in opened.questions}}


def _summary(opened: Opened, question: Question) -> Result:
    given = [answers[question.key] for _, answers in opened.answers if question.key in answers]
    if not opened.round.is_attributed:
        if len(given) < opened.round.least:
            return {"kind": question.kind, "withheld": True}
        secrets.SystemRandom().shuffle(given)
    summary = {"kind": question.kind, "withheld": False, **summarize(question, given)}
    return summary if opened.round.is_attributed else release(summary)
