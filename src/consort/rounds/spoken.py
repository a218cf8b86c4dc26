"""One person's answer as a reader reads it."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _

from consort.rounds.answers.cleaning import options_of, scale_of
from consort.rounds.models import Question

Kind = Question.Kind


def labels_of(question: Question) -> dict[str, str]:
    """The options' labels by key, in order."""
    return {option["key"]: option.get("label", option["key"]) for option in question.settings.get("options", [])}


def listed(words: list[str]) -> str:
    """Such as "Groningen, Poznań and Ostrava"."""
    if len(words) < 2:
        return "".join(words)
    return _("%(most)s and %(last)s") % {"most": ", ".join(words[:-1]), "last": words[-1]}


def spoken(question: Question, answer: Any) -> str:
    """A clean answer in words; empty for none."""
    return "" if answer is None else _SPEAKERS[Kind(question.kind)](question, answer)


def _rank(question: Question, answer: dict[str, int | None]) -> str:
    labels = labels_of(question)
    places = sorted({place for place in answer.values() if place is not None})
    tiers = [listed([labels[key] for key in labels if answer.get(key) == place]) for place in places]
    order = "; ".join(f"{place}. {tier}" for place, tier in zip(places, tiers, strict=True))
    silent = [labels[key] for key in labels if answer.get(key) is None]
    return f"{order}; " + _("no opinion on %(options)s") % {"options": listed(silent)} if silent else order


def _scale(question: Question, answer: int) -> str:
    return _("%(point)s on a scale from %(low)s to %(high)s") % {
        "point": answer,
        "low": scale_of(question)[0],
        "high": scale_of(question)[-1],
    }


def _choice(question: Question, answer: str) -> str:
    return labels_of(question)[answer]


def _approval(question: Question, answer: list[str]) -> str:
    labels = labels_of(question)
    return listed([labels[key] for key in answer])


def _probability(_question: Question, answer: int) -> str:
    return f"{answer}%"


def _number(question: Question, answer: dict[str, str]) -> str:
    unit = question.settings.get("unit", "")
    said = {end: f"{value} {unit}".strip() for end, value in answer.items()}
    return _("%(best)s, from %(lower)s to %(upper)s") % said


def _allocate(question: Question, answer: dict[str, int]) -> str:
    labels = labels_of(question)
    return ", ".join(f"{labels[key]} {answer[key]}" for key in options_of(question))


def _pairs(_question: Question, answer: dict[str, int]) -> str:
    return _("from %(from)s to %(to)s") % answer


def _text(_question: Question, answer: str) -> str:
    return answer


_SPEAKERS: dict[Question.Kind, Callable[[Question, Any], str]] = {
    Kind.RANK: _rank,
    Kind.SCALE: _scale,
    Kind.CHOICE: _choice,
    Kind.APPROVAL: _approval,
    Kind.PROBABILITY: _probability,
    Kind.NUMBER: _number,
    Kind.ALLOCATE: _allocate,
    Kind.PAIRS: _pairs,
    Kind.TEXT: _text,
}
