"""On-time delivery at Varnholt, read monthly, on Monday 5 October 2026."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from consort.core import clock
from consort.metrics.actions import define_metric
from consort.metrics.models import Direction, Metric

MONDAY = datetime(2026, 10, 5, 9, 0, tzinfo=UTC)
TODAY = date(2026, 10, 5)


@pytest.fixture(autouse=True)
def _on_monday():
    with clock.at(MONDAY):
        yield


@pytest.fixture
def on_time(ingrid, tomasz) -> Metric:
    """From 78% in January 2025 to 95% by the end of 2027; Tomasz keeps it, a reading every 35 days."""
    return define_metric(
        by=ingrid,
        owner=tomasz,
        name="Orders delivered on the promised day",
        definition="Orders on site on the date promised at signature",
        unit="%",
        decimals=1,
        direction=Direction.INCREASE,
        baseline=Decimal(78),
        begins=date(2025, 1, 1),
        target_low=Decimal(95),
        target_date=date(2027, 12, 31),
        source="Planning system",
        every=35,
    )
