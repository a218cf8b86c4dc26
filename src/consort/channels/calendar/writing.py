"""Events as iCalendar (RFC 5545).

Moments leave in UTC, so that no table of time zones has to travel with them and none can be out of date. Nothing in a
feed depends on when it is asked for: the same events are the same bytes, and have the same ETag.
"""

import hashlib
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from consort.core.calendar import Event

A_DAY = timedelta(days=1)


def write(name: str, events: Iterable[Event], *, busy_only: bool) -> bytes:
    """The calendar of that name. `busy_only`: when one is busy and nothing else, for whoever plans around it."""
    from icalendar import Calendar  # read by feeds alone, and too heavy for every start

    calendar: Any = Calendar()
    calendar.add("prodid", "-//Consort//Consort//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", timedelta(hours=1), parameters={"value": "DURATION"})
    for event in events:
        if event.is_busy or not busy_only:
            calendar.add_component(_component(event, _busy(event) if busy_only else _shown(event)))
    written: bytes = calendar.to_ical()
    return written


def etag_of(content: bytes) -> str:
    return f'"{hashlib.sha256(content).hexdigest()[:32]}"'


def _component(event: Event, words: dict[str, str]) -> Any:
    from icalendar import Event as Component

    component: Any = Component()
    component.add("dtstamp", event.changed.astimezone(UTC).replace(microsecond=0))
    component.add("dtstart", _moment(event.begins))
    component.add("dtend", _moment(event.ends or _end(event.begins)))
    component.add("transp", "OPAQUE" if event.is_busy else "TRANSPARENT")
    for name, value in words.items():
        component.add(name, value)
    return component


def _shown(event: Event) -> dict[str, str]:
    title = event.label if event.is_confidential else f"{event.label}: {event.title}"
    return {"uid": f"{event.uid}@consort", "summary": title, "url": settings.ADDRESS + event.url}


def _busy(event: Event) -> dict[str, str]:
    """Not even its identity tells what it is."""
    uid = hashlib.sha256(f"{settings.SECRET_KEY} {event.uid}".encode()).hexdigest()[:32]
    return {"uid": f"{uid}@consort", "summary": _("Busy"), "class": "PRIVATE"}


def _moment(value: date | datetime) -> date | datetime:
    return value.astimezone(UTC).replace(microsecond=0) if isinstance(value, datetime) else value


def _end(begins: date | datetime) -> date | datetime:
    """A day lasts a day; a moment is over when it is reached."""
    return begins if isinstance(begins, datetime) else begins + A_DAY
