"""Rounds of every kind for the tests."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from consort.core.models import Person
from consort.rounds.actions import NewQuestion, ask
from consort.rounds.models import Question, Round

SITES = [
    {"key": "groningen", "label": "Groningen", "detail": "First skid in May"},
    {"key": "poznan", "label": "Poznań"},
    {"key": "ostrava", "label": "Ostrava"},
]
WHERE = NewQuestion("where", "choice", "Which would you choose today?", settings={"options": SITES})
WHY = NewQuestion("why", "text", "Your main reason", required=False)
HEALTH = NewQuestion("health", "scale", "How well do we work together?", settings={"ends": ["badly", "well"]})
EVERY_KIND = [
    NewQuestion("rank", "rank", "Put the sites in order", settings={"options": SITES}),
    HEALTH,
    WHERE,
    NewQuestion("accept", "approval", "Which could you accept?", settings={"options": SITES}),
    NewQuestion("odds", "probability", "The first skid leaves before 1 October 2027"),
    NewQuestion("cost", "number", "Cost of a skid", settings={"min": 0, "unit": "€"}),
    NewQuestion("effort", "allocate", "Share out the effort", settings={"options": SITES, "points": 100}),
    NewQuestion("culture", "pairs", "From and to", settings={"min": 1, "max": 7, "ends": ["rules", "trust"]}),
    WHY,
]
EVERY_ANSWER = {
    "rank": {"groningen": 2, "poznan": 1, "ostrava": None},
    "health": 4,
    "where": "poznan",
    "accept": ["groningen", "poznan"],
    "odds": 65,
    "cost": {"lower": "70.5", "best": "71", "upper": "84"},
    "effort": {"groningen": 20, "poznan": 80, "ostrava": 0},
    "culture": {"from": 2, "to": 6},
    "why": "The forty people waiting in Poznań are the scarcest thing here.",
}
Asking = Callable[..., Round]


@pytest.fixture
def asking(ingrid: Person) -> Asking:
    """Asks a round by Ingrid; three questions unless others are given."""

    def asked(people: Sequence[Person], questions: Sequence[NewQuestion] = (WHERE, WHY), **more: Any) -> Round:
        audience = {"organization_id": ingrid.organization_id, "visibility": "leaders", "owner_id": ingrid.id}
        given = {"kind": "site", "about": None, "title": "Where do we build?", "audience": audience, **more}
        return ask(by=ingrid, questions=questions, people=people, **given)

    return asked


@pytest.fixture
def questions(asking: Asking, ingrid: Person) -> dict[str, Question]:
    """One question of each kind, by key."""
    return {question.key: question for question in asking([ingrid], EVERY_KIND).questions.all()}
