"""What time it is. Everything asks here, so that tests and the demonstration can live in another day."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime, time, timedelta

from django.utils import timezone

_set: ContextVar[datetime | None] = ContextVar("consort_clock", default=None)


def now() -> datetime:
    """The present moment, aware, in UTC."""
    return _set.get() or timezone.now()


def today() -> date:
    """The present day in the active time zone."""
    return timezone.localdate(now())


def end_of(day: date) -> datetime:
    """When `day` is over in the active time zone."""
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Let `moment` be the present inside the block."""
    token = _set.set(moment)
    try:
        yield
    finally:
        _set.reset(token)
