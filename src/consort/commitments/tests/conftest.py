"""Commitments between Ingrid and Tomasz, on Monday 5 October 2026."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta

import pytest

from consort.commitments.actions import promise
from consort.commitments.models import Commitment
from consort.core import clock

MONDAY = datetime(2026, 10, 5, 9, 0, tzinfo=UTC)
DUE = date(2026, 10, 15)


@pytest.fixture(autouse=True)
def _on_monday() -> Iterator[None]:
    with clock.at(MONDAY):
        yield


@pytest.fixture
def later() -> Callable[[date], object]:
    """Let it be noon on another day: `with later(day):`."""

    def at(day: date, hour: int = 12):
        return clock.at(datetime(day.year, day.month, day.day, hour, tzinfo=UTC))

    return at


@pytest.fixture
def commitment(pair, ingrid, tomasz) -> Commitment:
    """Ingrid promised Tomasz to tell the board, by Thursday 15 October."""
    return promise(by=ingrid, receiver=tomasz, what="Tell the board", due=DUE)


DAY = timedelta(days=1)
