"""Workshops for the tests, with the shared cast."""

from collections.abc import Callable, Sequence
from datetime import timedelta

import pytest

from consort.core import clock
from consort.core.models import Partnership, Person
from consort.workshops.actions import leading, planning, taking_part
from consort.workshops.actions.planning import Plan
from consort.workshops.models import Activity, Workshop
from consort.workshops.scripts import Script
from consort.workshops.scripts.ready import ready

Planning = Callable[..., Workshop]


@pytest.fixture
def planned(ingrid: Person, executives: list[Person], executive_team: Partnership) -> Planning:
    """`planned("premortem")`: Ingrid plans it with the executive team."""

    def plan(script: Script | str = "priorities", people: Sequence[Person] = executives, **more: object) -> Workshop:
        found = ready(script) if isinstance(script, str) else script
        assert found
        for person in people:
            person.forget_seats()
        given = {"partnership": executive_team if len(people) == len(executives) else None, **more}
        plan = Plan(found.title, clock.now() + timedelta(days=3), tuple(people), found.purpose, **given)
        return planning.plan_workshop(by=ingrid, plan=plan, script=found)

    return plan


def begun(workshop: Workshop) -> Workshop:
    """The same, begun by whoever leads it, with everybody there."""
    leading.begin(workshop=workshop, by=workshop.facilitator)
    for each in workshop.participants.select_related("person"):
        taking_part.join(workshop=workshop, by=each.person)
    return workshop


def current(workshop: Workshop) -> Activity:
    """The activity that is played now, as a page would fetch it."""
    found = Activity.objects.select_related("round__seal", "source__round").get(
        workshop=workshop, state__in=Activity.CURRENT
    )
    found.workshop = workshop
    return found


def go_on(workshop: Workshop) -> Activity:
    leading.go_on(activity=current(workshop), by=workshop.facilitator)
    return current(workshop)


def lock_in(workshop: Workshop, answers: dict[Person, dict[str, object]]) -> None:
    for person, given in answers.items():
        taking_part.answer(activity=current(workshop), by=person, answers=given)
