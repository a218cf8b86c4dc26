"""The envelope, and the page around it."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse

from consort.core import kinds, live
from consort.core.models import Person
from consort.rounds import policy, wording
from consort.rounds.contexts.fields import fields_of
from consort.rounds.contexts.opened import opened
from consort.rounds.models import Question, Round
from consort.rounds.queries import Own, Participation, everyone_asked, own_of, participation, questions_of
from consort.rounds.spoken import spoken

ADDRESSES = ("round", "draft", "seal", "unseal", "decline", "receipt", "open", "move", "withdraw")


def envelope(
    round: Round,
    person: Person,
    *,
    written: Mapping[str, Any] | None = None,
    errors: Mapping[str, str] | None = None,
    part: Participation | None = None,
) -> dict[str, Any]:
    """What `rounds/_envelope.html` shows of a round that asks. Runs three queries on a round fetched `with_people`.

    `written` and `errors` are what was sent and why it was refused; `part` saves asking who is in again.
    """
    part = part or participation(round, person)
    mine = own_of(round, part.own) if part.own else None
    questions = questions_of(round)
    values = written if written is not None else _kept(mine)
    return {
        "round": round,
        "is_asked": mine is not None,
        "own": mine,
        "has_changes": mine is not None and mine.draft is not None,
        "has_declined": mine is not None and mine.asked.declined,
        "sealed_answers": _spoken(questions, mine),
        "fields": fields_of(questions, values, errors or {}),
        "errors": errors or {},
        "needs_one": all(not question.required for question in questions),
        "participation": part,
        "who_is_in": _who_is_in(round, part),
        "promise": wording.promise(round, person),
        "mode_name": wording.mode_name(round),
        "mode_sentence": wording.mode_sentence(round),
        "exact_promise": wording.exact_promise(),
        "url": addresses(round),
    }


def who(round: Round, reader: Person, part: Participation | None = None) -> dict[str, Any]:
    """What `rounds/_participation.html` shows. Runs one query, none when `part` is given."""
    part = part or participation(round, reader)
    return {"round": round, "participation": part, "who_is_in": _who_is_in(round, part), "url": addresses(round)}


def page(round: Round, person: Person, **sent: Any) -> dict[str, Any]:
    """The whole page of one round, asking, opened or withdrawn."""
    everyone = everyone_asked(round)
    part = participation(round, person, everyone)
    about = kinds.find(round.about_kind, round.about_id, person) if round.about_id else None
    return {
        "round": round,
        "about": about,
        "about_url": about.get_absolute_url() if about is not None and hasattr(about, "get_absolute_url") else "",
        "envelope": envelope(round, person, part=part, **sent) if round.is_asking else None,
        "opened": opened(round, person, everyone) if round.is_opened else None,
        "who": who(round, person, part),
        "mode_name": wording.mode_name(round),
        "opening": wording.opening_sentence(round) if round.is_asking else "",
        "may_steer": round.is_asking and policy.may_steer(round, person),
        "topic": live.topic("round", round.id),
        "url": addresses(round),
    }


def addresses(round: Round) -> dict[str, str]:
    """The addresses of everything that is done with a round, by name."""
    where = [round.organization.slug, round.id]
    return {name: reverse(f"rounds:{name}", args=where) for name in ADDRESSES}


def _kept(mine: Own | None) -> Mapping[str, Any]:
    return (mine and (mine.draft or mine.sealed)) or {}


def _who_is_in(round: Round, part: Participation) -> str:
    if round.is_attributed:
        return wording.who_is_in(round, part.asked, part.done or 0)
    return wording.who_is_in(round, part.asked, round.least if part.enough else 0)


def _spoken(questions: list[Question], mine: Own | None) -> list[tuple[Question, str]]:
    answers = (mine and mine.sealed) or {}
    return [(question, spoken(question, answers[question.key])) for question in questions if question.key in answers]
