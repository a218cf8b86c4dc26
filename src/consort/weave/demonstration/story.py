"""A story told in order: what happens is scheduled by day and hour, then lived through with the clock set to it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from consort.core import clock
from consort.core.models import Organization, Partnership, Person

Event = Callable[[], object]


@dataclass
class Story:
    """`people` and `partnerships` fill as the story goes. Day 0 is today, day -30 a month ago."""

    zone: ZoneInfo
    present: datetime
    people: dict[str, Person] = field(default_factory=dict)
    partnerships: dict[str, Partnership] = field(default_factory=dict)
    _events: list[tuple[datetime, int, Event]] = field(default_factory=list)

    def __getitem__(self, name: str) -> Person:
        return self.people[name]

    @property
    def organization(self) -> Organization:
        return self.people["ingrid"].organization

    def day(self, number: int) -> date:
        return self.present.astimezone(self.zone).date() + timedelta(days=number)

    def moment(self, number: int, hour: float = 10) -> datetime:
        """The moment on day `number`; what would lie ahead of the present on day 0 is moved before it."""
        at = datetime.combine(self.day(number), time(), self.zone) + timedelta(hours=hour)
        if number == 0 and at > self.present:
            at = self.present - timedelta(minutes=5) + timedelta(seconds=len(self._events) % 200)
        return at

    def on(self, number: int, hour: float, event: Event) -> None:
        """Let `event` happen then. Events of one moment happen in the order in which they were scheduled."""
        self._events.append((self.moment(number, hour), len(self._events), event))

    def tell(self) -> None:
        """Live through everything scheduled, and through what is scheduled while it is told."""
        while self._events:
            self._events.sort(key=lambda each: each[:2], reverse=True)
            at, _, event = self._events.pop()
            with clock.at(at):
                event()
