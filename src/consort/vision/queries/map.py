"""What the map is drawn from. Each question is one query, whatever the size of the strategy."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Case, Count, Exists, IntegerField, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from consort.core import kinds
from consort.core.models import Link, Person, Seat
from consort.core.models.visible import Visible
from consort.vision.models import Carrier, Initiative, KeyResult, Objective, Priority, Purpose, Signature

Thing = TypeVar("Thing", bound=Visible)
LEADS_UP = (Link.Kind.SERVES, Link.Kind.CARRIES_OUT)
NODES = ("priority", "objective", "key_result")


def purpose_in_force(reader: Person) -> Purpose | None:
    """With `asked`, how many are asked to sign it (its partnership, else every leader), and `signed`, how many have."""
    signed = Signature.objects.filter(purpose=OuterRef("pk"), person__left=None)
    seats = Seat.objects.filter(partnership=OuterRef("partnership"), left=None, person__left=None)
    leaders = Person.objects.filter(organization=OuterRef("organization"), left=None, is_leader=True)
    everyone = Case(
        When(partnership=None, then=_number_of(leaders, "organization")), default=_number_of(seats, "partnership")
    )
    found = Purpose.objects.visible_to(reader).filter(state=Purpose.State.AGREED).select_related("organization")
    return found.annotate(signed=_number_of(signed, "purpose"), asked=everyone).first()


def _number_of(rows: QuerySet[Any, Any], group: str) -> Coalesce:
    counted = rows.order_by().values(group).annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


def priorities(reader: Person) -> list[Priority]:
    """The open ones, in their order."""
    found = Priority.objects.visible_to(reader).filter(closed=None)
    return of_organization(found, reader)


def objectives(reader: Person) -> list[Objective]:
    """The open ones; each knows whether it `is_measured`."""
    results = KeyResult.objects.filter(objective=OuterRef("pk"))
    found = Objective.objects.visible_to(reader).exclude(state=Objective.State.CLOSED)
    related = found.select_related("owner", "cycle", "department", "partnership")
    return of_organization(related.annotate(is_measured=Exists(results)), reader)


def of_organization(things: Iterable[Thing], reader: Person) -> list[Thing]:
    """All are of the reader's organization; to read it again with each of many costs as much as the thing itself."""
    found = list(things)
    for thing in found:
        thing.organization = reader.organization
    return found


@dataclass
class Tied:
    """What hangs on the nodes: who leads them, which departments carry them, what serves or carries out what.

    `leads` and `departments` hold (id, name); `up` what each thing leads up to, `down` the (kind, id) that lead to it.
    """

    leads: dict[UUID, list[tuple[UUID, str]]] = field(default_factory=dict)
    departments: dict[UUID, list[tuple[UUID, str]]] = field(default_factory=dict)
    up: dict[UUID, list[UUID]] = field(default_factory=dict)
    down: dict[UUID, list[tuple[str, UUID]]] = field(default_factory=dict)


def tied(reader: Person) -> Tied:
    """Everything of the organization, also what the reader may not see: it must be looked up in what they may."""
    here = {"organization": reader.organization_id}
    links = Link.objects.filter(**here, kind__in=LEADS_UP, to_kind__in=NODES).order_by()
    parts: list[QuerySet[Any, Any]] = [links.values_list("from_kind", "from_id", "to_id", Value(""))]
    for model, name in ((Priority, "priority"), (Objective, "objective"), (Initiative, "initiative")):
        rows = model.leads.through.objects.filter(**{f"{name}__organization": reader.organization_id}).order_by()
        parts.append(rows.values_list(Value("lead"), f"{name}_id", "person_id", "person__first_name"))
    carriers = Carrier.objects.filter(objective__organization=reader.organization_id).order_by()
    parts.append(carriers.values_list(Value("carrier"), "objective_id", "department_id", "department__name"))
    found = Tied()
    for kind, source, target, name in parts[0].union(*parts[1:], all=True):
        if kind == "lead":
            found.leads.setdefault(source, []).append((target, name))
        elif kind == "carrier":
            found.departments.setdefault(source, []).append((target, name))
        else:
            found.up.setdefault(source, []).append(target)
            found.down.setdefault(target, []).append((kind, source))
    return found


def key_results_of(objectives: Iterable[UUID]) -> QuerySet[KeyResult]:
    found = KeyResult.objects.filter(objective__in=list(objectives))
    return found.select_related("metric", "objective", "owner").order_by("objective", "position")


def carrying() -> list[kinds.Kind]:
    """The kinds that stand in the last column: everything people are busy with but objectives, which have their own."""
    return [kind for kind in kinds.known() if kind.work is not None and kind.model is not Objective]


@dataclass(frozen=True)
class Works:
    """Things of one kind that are under way: those that were wanted, by id, and the first that are tied to nothing."""

    by_id: dict[UUID, Any]
    untied: list[Any]


def works(kind: kinds.Kind, wanted: Collection[UUID], most: int, reader: Person) -> Works:
    """Runs one query."""
    loose = untied(kind, reader).values("pk")[:most]
    found = _under_way(kind, reader).filter(Q(pk__in=wanted) | Q(pk__in=loose))
    things = of_organization(found.annotate(is_tied=Exists(_ties)), reader)
    return Works({thing.pk: thing for thing in things}, [thing for thing in things if not thing.is_tied])


def untied(kind: kinds.Kind, reader: Person) -> QuerySet[Any, Any]:
    """What of a kind is under way and leads up to nothing."""
    return _under_way(kind, reader).filter(~Exists(_ties))


_ties = Link.objects.filter(from_id=OuterRef("pk"), kind__in=LEADS_UP)


def _under_way(kind: kinds.Kind, reader: Person) -> QuerySet[Any, Any]:
    assert kind.work is not None
    found = kind.model.objects.visible_to(reader).filter(kind.work.under_way)
    return found.select_related(*kind.work.related)  # type: ignore[no-any-return]
