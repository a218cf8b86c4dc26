"""What the pages about initiatives show."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse

from consort.core import kinds, links
from consort.core.ledger.reading import history_of
from consort.core.models import Link, Person
from consort.vision.actions.initiatives import SOURCES, State
from consort.vision.models import Initiative
from consort.vision.policy import initiatives as policy

MOST, HISTORY = 300, 30


@dataclass(frozen=True)
class Line:
    """An initiative in the list, with what it serves."""

    initiative: Initiative
    standing: str
    serves: list[Any]
    leads: str


def listing(reader: Person) -> dict[str, Any]:
    """What is under way first, then what ended. Runs five queries at most."""
    rows = Initiative.objects.visible_to(reader).select_related("organization", "owner").prefetch_related("leads")
    found = list(rows.order_by("-created")[:MOST])
    served = _served(found, reader)
    lines = [_line(each, served.get(each.pk, [])) for each in found]
    ahead = (State.PLANNED, State.RUNNING)
    return {
        "ahead": [line for line in lines if line.initiative.state in ahead],
        "ended": [line for line in lines if line.initiative.state not in ahead],
        "may_add": policy.may_add(reader),
    }


def _served(initiatives: list[Initiative], reader: Person) -> dict[UUID, list[Any]]:
    """What each serves, as far as the reader may see it. Runs three queries."""
    rows = list(Link.objects.filter(kind=Link.Kind.SERVES, from_id__in=[each.pk for each in initiatives]))
    seen = kinds.fetch_many({(row.to_kind, row.to_id) for row in rows}, reader)
    served: dict[UUID, list[Any]] = defaultdict(list)
    for row in rows:
        if row.to_id in seen:
            served[row.from_id].append(seen[row.to_id])
    return served


def _line(initiative: Initiative, serves: list[Any]) -> Line:
    work = kinds.of(initiative).work
    standing = work.line(initiative).standing if work else ""
    names = ", ".join(person.first_name for person in initiative.leads.all())
    return Line(initiative, standing, serves, names)


def page(initiative: Initiative, reader: Person) -> dict[str, Any]:
    """One initiative."""
    may_change = policy.may_change(initiative, reader)
    return {
        "initiative": initiative,
        "leads": initiative.leads.all(),
        "serves": [tie.thing for tie in links.from_here(initiative, reader, Link.Kind.SERVES)],
        "changes": history_of(initiative, HISTORY),
        "may_change": may_change,
        "may_begin": may_change and initiative.state in SOURCES[State.RUNNING],
        "may_finish": may_change and initiative.state in SOURCES[State.DONE],
        "may_stop": may_change and initiative.state in SOURCES[State.STOPPED],
        "topic": f"initiative:{initiative.pk}",
    }


def begin_url(initiative: Initiative) -> str:
    return reverse("vision:initiative_begin", args=[initiative.organization.slug, initiative.pk])
