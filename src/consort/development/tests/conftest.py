"""Ingrid and Tomasz have said how they work, on Monday 5 October 2026."""

from datetime import UTC, datetime

import pytest

from consort.core import clock
from consort.core.models import Level
from consort.development.actions import styles
from consort.development.instrument import PAIRS

MONDAY = datetime(2026, 10, 5, 9, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _on_monday():
    with clock.at(MONDAY):
        yield


def answers(place: int) -> dict[str, int]:
    """Answers that all say the same."""
    return {pair.key: 100 - place if pair.turned else place for pair in PAIRS}


@pytest.fixture
def placed(pair, ingrid, tomasz):
    """Ingrid stands at 20 of each scale, Tomasz at 70; both show it to those they lead with."""
    for person, place in ((ingrid, 20), (tomasz, 70)):
        styles.place(by=person, answers=answers(place), said={"deciding": f"{person.first_name} says why."})
        styles.describe(by=person, visibility=Level.PARTNERSHIP, at_best="With the numbers a day ahead")
    return pair
