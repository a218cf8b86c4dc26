"""Two leaders of whom one owes the other something, on a Wednesday."""

from datetime import UTC, datetime, timedelta

import pytest

from consort.commitments.actions import propose
from consort.core import clock, waiting

WEDNESDAY = datetime(2026, 10, 14, 5, 0, tzinfo=UTC)  # seven o'clock in Berlin


@pytest.fixture(autouse=True)
def _nothing_known():
    waiting._known.clear()


@pytest.fixture
def long_ago():
    """Everybody joined the week before."""
    with clock.at(WEDNESDAY - timedelta(days=7)):
        yield


@pytest.fixture
def asked(long_ago, ingrid, tomasz):
    """Ingrid asks Tomasz for something; she waits for his answer."""
    with clock.at(WEDNESDAY - timedelta(hours=2)):
        return propose(by=ingrid, giver=tomasz, what="Name two test sites", due=WEDNESDAY.date() + timedelta(days=9))
