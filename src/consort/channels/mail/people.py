"""Who can be reached by mail at all."""

from collections.abc import Iterator

from django.conf import settings

from consort.channels.models import Reach
from consort.core.models import Person
from consort.organization.mail import why_not


def reachable() -> Iterator[tuple[Person, Reach]]:
    """Everybody who has joined and whose organization sends mail, with what they chose. Runs one query."""
    people = Person.objects.filter(left=None, user__is_active=True, organization__is_demonstration=False)
    for person in people.select_related("organization", "user", "reach").order_by("pk"):
        if not why_not(person.organization):
            yield person, reach_of(person)


def reach_of(person: Person) -> Reach:
    """What the person chose, or the defaults. Runs at most one query."""
    chosen: Reach | None = getattr(person, "reach", None)
    return chosen or Reach(person=person)


def address_of(person: Person) -> str:
    """Where mail for `person` goes."""
    return person.user.email if person.user else person.email


def full(url: str) -> str:
    """An address of ours as it stands in a mail."""
    return settings.ADDRESS + url
