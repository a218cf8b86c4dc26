"""Questions about people and partnerships that every package asks."""

from collections.abc import Iterable

from django.db.models import Prefetch, QuerySet

from consort.core.models import Organization, Partnership, Person, Seat, User


def person_of(user: User, slug: str) -> Person | None:
    """Who `user` is in the organization at `slug`, unless they have left. Runs one query."""
    people = Person.objects.select_related("organization", "department", "user")
    return people.filter(user=user, organization__slug=slug, left=None).first()


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
    """The person's own partnerships, oldest first, with their members. Runs two queries, once per person object."""
    found: list[Partnership] | None = getattr(person, "_partnerships", None)
    if found is None:
        own = Partnership.objects.filter(seats__person=person, seats__left=None)
        every = list(with_members(own))
        person.partnership_ids = [partnership.id for partnership in every]
        found = [partnership for partnership in every if partnership.ended is None]
        person._partnerships = found  # type: ignore[attr-defined]
    return found


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
