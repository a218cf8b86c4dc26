"""Questions about culture maps and shifts."""

from django.db.models import QuerySet

from consort.core import kinds, links
from consort.core.links import Tie
from consort.core.models import Link, Person
from consort.rounds.models import Round
from consort.rounds.queries import rounds_about
from consort.vision.models import Culture, Purpose, Shift, Value

TIES = (Link.Kind.SERVES, Link.Kind.CONFLICTS_WITH)
CHECKED = "decision"


def cultures_for(person: Person) -> QuerySet[Culture]:
    """The maps that `person` may see, newest first."""
    return Culture.objects.visible_to(person).select_related("organization", "owner", "partnership")


def shifts_for(person: Person) -> QuerySet[Shift]:
    """The shifts that `person` may see."""
    return Shift.objects.visible_to(person).select_related("organization", "culture", "statement", "value__purpose")


def round_of(culture: Culture) -> Round | None:
    """The round that asks or asked, unless it was withdrawn. Runs one query."""
    return rounds_about(culture).exclude(state=Round.State.WITHDRAWN).first()


def values_in_force(person: Person) -> QuerySet[Value]:
    """The values of the purpose in force, as far as `person` may see it."""
    purposes = Purpose.objects.visible_to(person).filter(state=Purpose.State.AGREED)
    return Value.objects.filter(purpose__in=purposes)


def ties_of(shift: Shift, reader: Person) -> list[Tie]:
    """What serves the shift, and what conflicts with it. Runs one query and one per kind."""
    return links.to_here(shift, reader, *TIES)


def things_to_check(reader: Person, newest: int = 100) -> list[object]:
    """The decisions that can be checked against a shift, newest first. Empty where there is no such kind."""
    if CHECKED not in {kind.name for kind in kinds.known()}:
        return []
    model = kinds.named(CHECKED).model
    return list(model.objects.visible_to(reader).order_by("-created")[:newest])
