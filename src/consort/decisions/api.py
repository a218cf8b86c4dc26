"""Decisions for programs. It reads what its reader may see; nothing sealed or withheld is among it."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest
from ninja import Router, Schema

from consort.core.models import Person
from consort.decisions import policy, queries
from consort.decisions.cases import Case
from consort.decisions.models import Decision, Forecast, Option, Stage, Stance

router = Router(tags=["decisions"])
MOST = 100
HIGHEST = 2**31 - 1


class DecisionLine(Schema):
    """A decision in a list."""

    number: int
    question: str
    stage: Stage
    method: str
    url: str
    framed: datetime
    review_on: date | None


class RoleSchema(Schema):
    person: UUID
    name: str
    part: str
    scope: str


class OptionSchema(Schema):
    """`place` is its seat when it was chosen."""

    letter: str
    title: str
    detail: str
    place: int | None
    facts: dict[str, str]


class ForecastSchema(Schema):
    """`happened` is null until the reader may know it."""

    statement: str
    option: str | None
    resolves_on: date | None
    happened: bool | None


class StanceSchema(Schema):
    name: str
    choice: str
    reason: str
    at: datetime


class DecisionDetail(DecisionLine):
    """One decision. Input is never part of it: it is read on the page, after the opening."""

    context: str
    way_back: str
    rule: str
    seats: int
    input_closes: datetime | None
    debate_until: date | None
    resolve_by: date | None
    commit_by: date | None
    outcome: str
    because: str
    settled_how: str
    reached: dict[str, datetime]
    roles: list[RoleSchema]
    options: list[OptionSchema]
    forecasts: list[ForecastSchema]
    stances: list[StanceSchema]


@router.get("/decisions", response=list[DecisionLine], summary="Decisions you may see")
def decisions(request: HttpRequest, stage: Stage | None = None, before: int | None = None) -> list[dict[str, Any]]:
    """The newest hundred; `before` a number gives those below it, `stage` narrows."""
    found = queries.visible(_person(request)).order_by("-number")
    if stage is not None:
        found = found.filter(stage=stage)
    if before is not None:
        found = found.filter(number__lt=min(max(before, 0), HIGHEST))
    return [_line(each) for each in found[:MOST]]


@router.get("/decisions/{number}", response=DecisionDetail, summary="One decision")
def decision(request: HttpRequest, number: int) -> dict[str, Any]:
    """By its number. 404 for one that is not there or not for you."""
    person = _person(request)
    known = 0 < number <= HIGHEST
    found = queries.complete(queries.visible(person)).filter(number=number).first() if known else None
    if found is None:
        raise Http404
    return _detail(found, person)


def _person(request: HttpRequest) -> Person:
    person: Person = request.person  # type: ignore[attr-defined]
    return person


def _line(decision: Decision) -> dict[str, Any]:
    return {
        "number": decision.number,
        "question": decision.question,
        "stage": decision.stage,
        "method": decision.method,
        "url": decision.get_absolute_url(),
        "framed": decision.created,
        "review_on": decision.review_on,
    }


def _detail(decision: Decision, person: Person) -> dict[str, Any]:
    sees = policy.sees_outcomes(Case(decision), person)
    letters = {option.pk: option.letter for option in decision.options.all()}
    plain = ("context", "way_back", "rule", "seats", "because", "settled_how", "reached")
    dates = ("input_closes", "debate_until", "resolve_by", "commit_by")
    stances = decision.stances.filter(replaced=None).select_related("person")
    return {
        **_line(decision),
        **{name: getattr(decision, name) for name in (*plain, *dates)},
        "outcome": decision.outcome_text,
        "roles": [
            {"person": role.person_id, "name": role.person.full_name, "part": role.part, "scope": role.scope}
            for role in decision.roles.all()
        ],
        "options": [_option(option) for option in decision.options.prefetch_related("facts")],
        "forecasts": [_forecast(forecast, letters, sees) for forecast in decision.forecasts.all()],
        "stances": [_stance(stance) for stance in stances],
    }


def _option(option: Option) -> dict[str, Any]:
    return {
        "letter": option.letter,
        "title": option.title,
        "detail": option.detail,
        "place": option.place,
        "facts": {fact.criterion: fact.value for fact in option.facts.all()},
    }


def _forecast(forecast: Forecast, letters: dict[UUID, str], sees: bool) -> dict[str, Any]:
    return {
        "statement": forecast.statement,
        "option": letters.get(forecast.option_id) if forecast.option_id else None,
        "resolves_on": forecast.resolves_on,
        "happened": forecast.happened if sees else None,
    }


def _stance(stance: Stance) -> dict[str, Any]:
    return {"name": stance.person.full_name, "choice": stance.choice, "reason": stance.reason, "at": stance.at}
