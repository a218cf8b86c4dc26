"""From a form to answers, and the check that every action makes again."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from consort.rounds.answers.cleaning import BadAnswer, clean, is_blank, options_of
from consort.rounds.models import Question, Round

Kind = Question.Kind
PARTS = {Kind.NUMBER: ("lower", "best", "upper"), Kind.PAIRS: ("from", "to")}
LONGEST_DRAFT = 20_000


class BadAnswers(ValueError):
    """Some answers are none. `errors` has a message by question key; nothing was changed."""

    def __init__(self, errors: dict[str, str]) -> None:
        super().__init__("; ".join(f"{key}: {message}" for key, message in errors.items()))
        self.errors = errors


def field_name(question: Question, part: str = "") -> str:
    """The name of a form control; `part` is an option, or an end such as "lower"."""
    return f"answer.{question.key}.{part}" if part else f"answer.{question.key}"


def read_answers(round: Round, data: QueryDict, partial: bool = False) -> dict[str, Any]:
    """The answers in a posted form by question key. Raises BadAnswers.

    With `partial` nothing is refused: what is not (yet) an answer is kept as it was written, for a draft.
    """
    questions = list(round.questions.all())
    sent = {question.key: sent_value(question, data) for question in questions}
    return _kept_as_written(questions, sent) if partial else check(questions, sent)


def check(questions: Iterable[Question], answers: Mapping[str, object]) -> dict[str, Any]:
    """The answers cleaned, without those that are none. Raises BadAnswers."""
    asked = {question.key: question for question in questions}
    errors = {str(key): _("This was not asked.") for key in answers if key not in asked}
    cleaned: dict[str, Any] = {}
    for key, question in asked.items():
        try:
            cleaned[key] = clean(question, answers.get(key))
        except BadAnswer as error:
            errors[key] = str(error)
    if not errors and all(answer is None for answer in cleaned.values()):
        errors[next(iter(asked))] = _("Nothing is answered yet.")
    if errors:
        raise BadAnswers(errors)
    return {key: answer for key, answer in cleaned.items() if answer is not None}


def sent_value(question: Question, data: QueryDict) -> Any:
    """What the form holds for one question, as it was written."""
    kind = Kind(question.kind)
    if kind == Kind.APPROVAL:
        return data.getlist(field_name(question))
    if kind in (Kind.RANK, Kind.ALLOCATE):
        return _parts(question, data, options_of(question))
    if kind in PARTS:
        return _parts(question, data, PARTS[kind])
    return data.get(field_name(question), "")


def _parts(question: Question, data: QueryDict, parts: Iterable[str]) -> dict[str, str]:
    sent = {part: data.get(field_name(question, part), "") for part in parts}
    return {part: value for part, value in sent.items() if value.strip()}


def _kept_as_written(questions: Iterable[Question], sent: Mapping[str, Any]) -> dict[str, Any]:
    kept = {}
    for question in questions:
        value = sent[question.key]
        try:
            kept[question.key] = clean(question, value)
        except BadAnswer:
            kept[question.key] = value[:LONGEST_DRAFT] if isinstance(value, str) else value
    return {key: value for key, value in kept.items() if not is_blank(value)}
