"""Questions about people and partnerships that every package asks."""

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from django.db.models import F, Prefetch, QuerySet

from consort.core.models import Organization, Partnership, Person, Seat, User


def person_of(user: User, slug: str) -> Person | None:
    """Who `user` is in the organization at `slug`, unless they have left. Runs no query for who has just signed in
    by `consort.organization.signing_in`, which brings the people along, else one."""
    known: list[Person] | None = getattr(user, "known_people", None)
    people = whole_people().filter(user=user, left=None) if known is None else known
    return next((person for person in people if person.organization.slug == slug), None)


def whole_people() -> QuerySet[Person]:
    """People with all that a page says about its reader. `ledger_size`: how large the organization's ledger is now."""
    people = Person.objects.select_related("organization", "department", "user")
    return people.annotate(ledger_size=F("organization__chain__size"))


def people_of(user: User) -> QuerySet[Person]:
    """Everyone `user` is, one person per organization."""
    return Person.objects.select_related("organization").filter(user=user, left=None).order_by("organization__name")


def colleagues_of(person: Person) -> QuerySet[Person]:
    """Everyone in the person's organization who has not left, the person included."""
    return Person.objects.filter(organization=person.organization_id, left=None)


def with_members(partnerships: QuerySet[Partnership]) -> QuerySet[Partnership]:
    """The same partnerships with organization, seats and people fetched. Two queries in all."""
    seats = Seat.objects.filter(left=None).select_related("person")
    return partnerships.select_related("organization").prefetch_related(Prefetch("seats", seats))


def partnerships_of(person: Person) -> list[Partnership]:
    """The person's own partnerships, oldest first, with their members. Runs one query, once per person object."""
    found: list[Partnership] | None = getattr(person, "_partnerships", None)
    if found is None:
        every = _by_seats(person)
        person.partnership_ids = [partnership.id for partnership in every]
        found = [partnership for partnership in every if partnership.ended is None]
        person._partnerships = found  # type: ignore[attr-defined]
    return found


def _by_seats(person: Person) -> list[Partnership]:
    """Those in which the person has a seat, ended ones too, each with the seats that are taken. Runs one query."""
    own = person.seats.filter(left=None).values("partnership")
    seats = Seat.objects.filter(left=None, partnership__in=own).select_related("person", "partnership__organization")
    found: dict[UUID, Partnership] = {}
    by_partnership: defaultdict[UUID, list[Seat]] = defaultdict(list)
    for seat in seats.order_by("partnership__created", "joined", "person__first_name"):
        found.setdefault(seat.partnership_id, seat.partnership)
        by_partnership[seat.partnership_id].append(seat)
    for partnership in found.values():
        _hold(partnership, by_partnership[partnership.id])
    return list(found.values())


def _hold(partnership: Partnership, seats: list[Seat]) -> None:
    """Let the partnership know its seats, as a prefetch would."""
    queryset = partnership.seats.all()
    queryset._result_cache = seats
    queryset._prefetch_done = True  # type: ignore[attr-defined]
    partnership._prefetched_objects_cache = {"seats": queryset}  # type: ignore[attr-defined]


def partnership_of_two(one: Person, other: Person) -> Partnership | None:
    """The pair that these two are, if there is one. Runs two queries."""
    pairs = Partnership.objects.filter(name="", ended=None, seats__person=one, seats__left=None)
    both = with_members(pairs.filter(id__in=other.partnership_ids))
    return next((pair for pair in both if len(pair.members) == 2), None)


def partnership_around(people: Iterable[Person]) -> Partnership | None:
    """The smallest partnership in which all of `people` sit, the oldest of equals."""
    everyone = list(people)
    found = [set(person.partnership_ids) for person in everyone]
    shared = set.intersection(*found) if found else set()
    candidates = with_members(Partnership.objects.filter(id__in=shared, ended=None))
    return min(candidates, key=lambda partnership: len(partnership.members), default=None)


def organization_exists() -> bool:
    return Organization.objects.exists()
