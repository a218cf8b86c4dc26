"""The strategy for programs. It reads what its reader may see; a metric that is not open to them gives no readings."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest
from ninja import Router, Schema

from consort.core import clock
from consort.core.models import Person
from consort.vision.models import Objective, Priority, Purpose
from consort.vision.queries import objectives as queries
from consort.vision.queries.measuring import Measured, measure

router = Router(tags=["strategy"])
MOST = 100
EXACT = Decimal(10) ** -6


class ValueSchema(Schema):
    name: str
    meaning: str


class WillNotSchema(Schema):
    text: str
    because: str


class SignatureSchema(Schema):
    name: str
    signed: datetime
    reservation: str


class PurposeSchema(Schema):
    """The version in force."""

    version: int
    title: str
    vision: str
    mission: str
    begins: date | None
    ends: date | None
    agreed: datetime
    because: str
    values: list[ValueSchema]
    will_not: list[WillNotSchema]
    signatures: list[SignatureSchema]
    url: str


class LeadSchema(Schema):
    person: UUID
    name: str


class PrioritySchema(Schema):
    """`place` counts the open ones from 1; a closed one has none."""

    id: UUID
    title: str
    why: str
    place: int | None
    leads: list[LeadSchema]
    closed: datetime | None
    url: str


class KeyResultSchema(Schema):
    """`pace` and `now` are null when the metric is not open to the reader; `share` is of the way to the target."""

    id: UUID
    title: str
    aim: str
    metric: UUID | None
    unit: str
    baseline: Decimal | None
    target_low: Decimal | None
    target_high: Decimal | None
    due: date | None
    passed: date | None
    now: Decimal | None
    read: date | None
    share: float | None
    pace: str | None


class ObjectiveLine(Schema):
    """An objective in a list."""

    id: UUID
    title: str
    state: Objective.State
    scope: str
    department: str | None
    due: date | None
    leads: list[LeadSchema]
    url: str


class CarrierSchema(Schema):
    department: str
    line: str
    confirmed: datetime | None


class TiedSchema(Schema):
    kind: str
    id: UUID
    title: str


class ObjectiveDetail(ObjectiveLine):
    """One objective. `serves` and `served_by` hold the kinds, ids and titles of what is tied and open to the reader."""

    why: str
    begins: date | None
    next_look: date | None
    trigger: str
    agreed: datetime | None
    ending: str
    learned: str
    key_results: list[KeyResultSchema]
    carriers: list[CarrierSchema]
    serves: list[TiedSchema]
    served_by: list[TiedSchema]


@router.get("/strategy/purpose", response=PurposeSchema, summary="Vision, mission and values in force")
def purpose(request: HttpRequest) -> dict[str, Any]:
    """404 while nothing is in force."""
    found = Purpose.objects.visible_to(_person(request)).filter(state=Purpose.State.AGREED)
    known = found.select_related("organization").prefetch_related("values", "will_nots", "signatures__person").first()
    if known is None:
        raise Http404
    plain = ("version", "title", "vision", "mission", "begins", "ends", "agreed", "because")
    return {name: getattr(known, name) for name in plain} | {
        "values": [{"name": each.name, "meaning": each.meaning} for each in known.values.all()],
        "will_not": [{"text": each.text, "because": each.because} for each in known.will_nots.all()],
        "signatures": [
            {"name": each.person.full_name, "signed": each.signed, "reservation": each.reservation}
            for each in known.signatures.all()
        ],
        "url": known.get_absolute_url(),
    }


@router.get("/strategy/priorities", response=list[PrioritySchema], summary="Priorities you may see")
def priorities(request: HttpRequest) -> list[dict[str, Any]]:
    """In their order, closed ones last."""
    found = Priority.objects.visible_to(_person(request)).select_related("organization").prefetch_related("leads")
    ordered = sorted(found, key=lambda each: each.closed is not None)
    return [_priority(each, None if each.closed else place) for place, each in enumerate(ordered, start=1)]


@router.get("/strategy/objectives", response=list[ObjectiveLine], summary="Objectives you may see")
def objectives(
    request: HttpRequest, state: Objective.State | None = None, after: UUID | None = None
) -> list[dict[str, Any]]:
    """A hundred by id; `after` an id gives those that follow, `state` narrows."""
    found = queries.visible(_person(request)).prefetch_related("leads").order_by("pk")
    if state is not None:
        found = found.filter(state=state)
    if after is not None:
        found = found.filter(pk__gt=after)
    return [_line(each) for each in found[:MOST]]


@router.get("/strategy/objectives/{id}", response=ObjectiveDetail, summary="One objective")
def objective(request: HttpRequest, id: UUID) -> dict[str, Any]:
    """With its key results, who carries it, and what is tied. 404 for one that is not there or not for you."""
    person = _person(request)
    found = queries.complete(queries.visible(person)).filter(pk=id).first()
    if found is None:
        raise Http404
    ties = queries.ties_of(found, person)
    plain = ("why", "begins", "next_look", "trigger", "agreed", "ending", "learned")
    return {
        **_line(found),
        **{name: getattr(found, name) for name in plain},
        "key_results": [_key_result(each) for each in measure(found.key_results.all(), person, clock.today())],
        "carriers": [
            {"department": each.department.name, "line": each.line, "confirmed": each.confirmed}
            for each in found.carriers.all()
        ],
        "serves": [_tied(type(each).__name__.lower(), each) for each in ties.serves],
        "served_by": [_tied(kind, each) for kind, things in ties.served_by.items() for each in things],
    }


def _person(request: HttpRequest) -> Person:
    person: Person = request.person  # type: ignore[attr-defined]
    return person


def _leads(thing: Objective | Priority) -> list[dict[str, Any]]:
    return [{"person": person.pk, "name": person.full_name} for person in thing.leads.all()]


def _priority(priority: Priority, place: int | None) -> dict[str, Any]:
    plain = ("id", "title", "why", "closed")
    return {name: getattr(priority, name) for name in plain} | {
        "place": place,
        "leads": _leads(priority),
        "url": priority.get_absolute_url(),
    }


def _line(objective: Objective) -> dict[str, Any]:
    plain = ("id", "title", "state", "scope", "due")
    return {name: getattr(objective, name) for name in plain} | {
        "department": objective.department.name if objective.department else None,
        "leads": _leads(objective),
        "url": objective.get_absolute_url(),
    }


def _key_result(measured: Measured) -> dict[str, Any]:
    key_result, progress = measured.key_result, measured.progress
    newest = progress.newest if progress else None
    plain = ("id", "title", "aim", "baseline", "target_low", "target_high", "passed")
    return {name: getattr(key_result, name) for name in plain} | {
        "metric": key_result.metric_id if progress else None,
        "unit": measured.metric.unit if measured.metric and progress else "",
        "due": key_result.due or key_result.objective.due,
        "now": newest.value.quantize(EXACT) if newest else None,
        "read": newest.at if newest else None,
        "share": float(progress.share) if progress and progress.share is not None else None,
        "pace": progress.pace.value if progress else None,
    }


def _tied(kind: str, thing: Any) -> dict[str, Any]:
    return {"kind": kind, "id": thing.pk, "title": str(thing)}
