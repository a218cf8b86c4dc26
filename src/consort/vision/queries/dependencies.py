"""Questions about dependencies between departments."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from consort.core import clock, kinds
from consort.core.links import Tie
from consort.core.models import Department, Link, Person
from consort.vision import lateness
from consort.vision.contracts import State
from consort.vision.lateness import Delay, Node
from consort.vision.models import Dependency, Objective

ANSWERED_BY_GIVING = (State.ASKED,)
ANSWERED_BY_ASKING = (State.COUNTERED, State.DECLINED, State.DELIVERED)


def people_of(departments: Iterable[Department]) -> list[Person]:
    """Those who speak for the departments: their leaders. Runs one query."""
    keys = [department.pk for department in departments]
    return list(Person.objects.filter(department__in=keys, is_leader=True, left=None))


def dependencies_for(person: Person) -> QuerySet[Dependency]:
    """The dependencies that `person` may see."""
    return Dependency.objects.visible_to(person).select_related(
        "organization", "asking", "giving", "owner", "objective__organization"
    )


def waiting_on(person: Person) -> QuerySet[Dependency]:
    """What waits for an answer of the person's department, or for one to what it asked, the longest wait first."""
    if not person.department_id or not person.is_leader:
        return Dependency.objects.none()
    mine = Q(giving=person.department_id)
    asked = Q(owner=person) | Q(asking=person.department_id, owner__left__isnull=False)
    overdue = mine & Q(state=State.ACCEPTED, promised__lt=clock.today())
    rows = mine & Q(state__in=ANSWERED_BY_GIVING) | asked & Q(state__in=ANSWERED_BY_ASKING) | overdue
    return dependencies_for(person).filter(rows).order_by("since")


def ties_of(person: Person) -> list[tuple[UUID, UUID]]:
    """(what rests, on what) in the whole organization: lateness knows no closed doors, titles do. Runs one query."""
    rows = Link.objects.filter(organization=person.organization_id, kind=Link.Kind.DEPENDS_ON)
    return list(rows.values_list("from_id", "to_id"))


def delays_in(person: Person) -> dict[UUID, Delay]:
    """By how much each dependency, and each objective that rests on something, is late. Runs three queries."""
    ties = ties_of(person)
    touched = {key for tie in ties for key in tie}
    today = clock.today()
    dependencies = Dependency.objects.filter(organization=person.organization_id).exclude(state=State.WITHDRAWN)
    nodes = [_dependency_node(each, today) for each in dependencies]
    objectives = Objective.objects.filter(pk__in=touched).only("id", "due", "state", "closed")
    nodes += [Node(each.pk, each.due, each.due) for each in objectives]
    return lateness.delays(nodes, ties)


def _dependency_node(dependency: Dependency, today: date) -> Node:
    """A refusal is known to come never; until it is dealt with, nobody knows a day."""
    match dependency.state:
        case State.CONFIRMED | State.DELIVERED:
            expected = dependency.delivered
        case State.DECLINED:
            expected = None
        case _:
            expected = max(dependency.promised or dependency.needed, today)
    return Node(dependency.pk, dependency.needed, expected)


def needed_by(objective: Objective, person: Person) -> list[Dependency]:
    """What the objective rests on, as far as `person` may see it. Runs one query."""
    return list(dependencies_for(person).filter(objective=objective).exclude(state=State.WITHDRAWN))


def ties_around(dependency: Dependency, reader: Person) -> tuple[list[Tie], list[Tie]]:
    """(what rests on it, what it rests on), as far as the reader may see them. Runs one query and one per kind."""
    either = Q(from_id=dependency.pk) | Q(to_id=dependency.pk)
    rows = list(Link.objects.filter(either, kind=Link.Kind.DEPENDS_ON))
    above = [(link, (link.from_kind, link.from_id)) for link in rows if link.to_id == dependency.pk]
    below = [(link, (link.to_kind, link.to_id)) for link in rows if link.from_id == dependency.pk]
    found = kinds.fetch_many({reference for _link, reference in [*above, *below]}, reader)
    return _seen(above, found), _seen(below, found)


def _seen(ends: list[tuple[Link, tuple[str, UUID]]], found: dict[UUID, Any]) -> list[Tie]:
    return [Tie(link, found[key]) for link, (_kind, key) in ends if key in found]
