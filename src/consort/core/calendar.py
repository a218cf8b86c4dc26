"""What has a date for whom. Each package says what of its own does; calendar feeds ask here."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.utils import timezone

from consort.core import clock
from consort.core.models import Person

BEFORE, AFTER = timedelta(days=30), timedelta(days=400)


@dataclass(frozen=True)
class Span:
    """From the first day to the last, both included."""

    first: date
    last: date

    @property
    def begins(self) -> datetime:
        """The first moment, in the active time zone."""
        return clock.end_of(self.first - timedelta(days=1))

    @property
    def ends(self) -> datetime:
        """The moment in which the last day is over, in the active time zone."""
        return clock.end_of(self.last)


@dataclass(frozen=True)
class Event:
    """One thing with a date, for one person.

    `uid` stays the same whatever is moved; `changed` is when it was last; a day is an event of that whole day.
    `is_busy`: the person can do nothing else then. `is_confidential`: its title stays on our own pages.
    """

    uid: str
    label: str
    title: str
    url: str
    begins: date | datetime
    changed: datetime
    ends: datetime | None = None
    partnership: UUID | None = None
    is_busy: bool = False
    is_confidential: bool = False


Provider = Callable[[Person, Span], Iterable[Event]]
_providers: list[Provider] = []


def register(provider: Provider) -> None:
    """Ask `provider` from now on for what `person` may see and has a part in. It runs at most two queries."""
    _providers.append(provider)


def around_today() -> Span:
    """The span of a feed: a month back, and a little over a year ahead."""
    now = timezone.localtime(clock.now())
    return Span((now - BEFORE).date(), (now + AFTER).date())


def events_of(person: Person, span: Span) -> list[Event]:
    """Everything dated for `person` within `span`, in an order that stays the same."""
    return sorted((event for provider in _providers for event in provider(person, span)), key=lambda event: event.uid)
