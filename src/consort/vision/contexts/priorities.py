"""What the pages about priorities show."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from consort.core.models import Person
from consort.vision.contexts.objective import tied
from consort.vision.contexts.objectives import Line, lines_of
from consort.vision.models import Priority
from consort.vision.policy import priorities as policy
from consort.vision.queries import objectives as queries


@dataclass(frozen=True)
class Placed:
    """A priority and its place among the open ones, counted from 1."""

    priority: Priority
    place: int
    is_last: bool
    leads: str


def listing(reader: Person) -> dict[str, Any]:
    """The open ones in their order, then the closed ones. Runs three queries."""
    everyone = list(
        Priority.objects.visible_to(reader).select_related("organization", "owner").prefetch_related("leads")
    )
    opened = [each for each in everyone if each.closed is None]
    return {
        "placed": [
            Placed(each, number, number == len(opened), _names(each)) for number, each in enumerate(opened, start=1)
        ],
        "closed": [each for each in everyone if each.closed is not None],
        "may_add": policy.may_add(reader),
    }


def page(priority: Priority, reader: Person) -> dict[str, Any]:
    """One priority and what serves it."""
    ties = queries.ties_of(priority, reader)
    serving = {each.pk for each in ties.served_by.pop("objective", [])}
    return {
        "priority": priority,
        "leads": priority.leads.all(),
        "lines": _lines(serving, reader),
        "work": [line for lines in tied(ties).values() for line in lines],
        "may_change": policy.may_change(priority, reader),
        "may_tie": reader.sees_leaders,
        "topic": f"priority:{priority.pk}",
    }


def _lines(serving: set[Any], reader: Person) -> list[Line]:
    objectives = queries.with_key_results(queries.visible(reader).filter(pk__in=serving))
    return list(lines_of(objectives, reader).values()) if serving else []


def _names(priority: Priority) -> str:
    return ", ".join(person.first_name for person in priority.leads.all())


def listing_url(reader: Person) -> str:
    return reverse("vision:priorities", args=[reader.organization.slug])


def reopen_url(priority: Priority) -> str:
    return reverse("vision:priority_reopen", args=[priority.organization.slug, priority.pk])
