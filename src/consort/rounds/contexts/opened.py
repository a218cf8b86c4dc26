"""What an opened round shows: a finding for each question, the figures, and the answers where they carry names."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from consort.core.models import Person
from consort.rounds import wording
from consort.rounds.contexts.findings import Bar, bars_of, dots_of, finding, how_sure
from consort.rounds.models import Asked, Question, Round
from consort.rounds.queries import Answer, answers_of, own_answers, questions_of
from consort.rounds.spoken import spoken

Summary = dict[str, Any]


@dataclass(frozen=True)
class Said:
    """One person's answer in words."""

    name: str
    words: str
    is_reader: bool


@dataclass(frozen=True)
class Shown:
    """One question after the opening. Without a finding there is nothing but `withheld`."""

    question: Question
    finding: str
    how_sure: str
    bars: list[Bar]
    dots: list[float]
    said: list[Said]
    withheld: str
    texts: list[str]


def opened(round: Round, reader: Person, everyone: list[Asked] | None = None) -> dict[str, Any]:
    """What `rounds/_opened.html` shows. Runs three queries; `everyone_asked` saves one."""
    result = round.result or {}
    questions = questions_of(round)
    answers = answers_of(round, everyone) if round.is_attributed else []
    summaries = result.get("questions", {})
    shown = [_shown(round, each, summaries.get(each.key), answers, reader) for each in questions]
    return {
        "round": round,
        "outcome": wording.outcome(round),
        "withheld": result.get("withheld", False),
        "only_both": result.get("only_who_answered_both", False),
        "answered": result.get("answered"),
        "questions": [each for each in shown if each.finding or each.said or each.texts or each.withheld],
        "side_by_side": len(answers) == 2,
        "answers": answers,
        "own": _own(round, questions, reader),
        "receipt_url": reverse("rounds:receipt", args=[round.organization.slug, round.id]),
    }


def _shown(round: Round, question: Question, summary: Summary | None, answers: list[Answer], reader: Person) -> Shown:
    said = [
        Said(each.name, spoken(question, each.answers[question.key]), each.person == reader)
        for each in answers
        if question.key in each.answers
    ]
    if summary is None or summary.get("withheld"):
        return Shown(question, "", "", [], [], said, wording.withheld_question(round) if summary else "", [])
    if len(answers) == 2:
        return Shown(question, "", "", [], [], said, "", [])
    figures = (bars_of(question, summary), dots_of(question, summary))
    texts = [] if round.is_attributed else summary.get("texts", [])
    return Shown(question, finding(question, summary), how_sure(question, summary), *figures, said, "", texts)


def _own(round: Round, questions: list[Question], reader: Person) -> list[tuple[Question, str]]:
    """One's own answers in a confidential round; attributed ones stand among the others, anonymous ones are gone."""
    if round.mode != Round.Mode.CONFIDENTIAL:
        return []
    mine = own_answers(round, reader) or {}
    return [(each, spoken(each, mine[each.key])) for each in questions if each.key in mine]
