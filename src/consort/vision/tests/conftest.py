"""The strategy of Varnholt on Monday 5 October 2026: a vision in force, a priority, an objective on a metric."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from consort.core import clock
from consort.core.models import Department
from consort.metrics.actions import add_reading, define_metric
from consort.metrics.models import Direction, Metric
from consort.vision.actions import key_results, objectives, priorities, purpose
from consort.vision.drafts import Draft
from consort.vision.models import KeyResult, Objective, Priority, Purpose
from consort.vision.models.key_result import Aim

MONDAY = datetime(2026, 10, 5, 9, 0, tzinfo=UTC)
VISION = "By 2035, no industrial process under 200 °C needs to burn anything."


@pytest.fixture
def _on_monday():
    with clock.at(MONDAY):
        yield


@pytest.fixture
def draft(executive_team) -> Draft:
    return Draft(
        vision=VISION,
        mission="We make heat that burns nothing.",
        values=(("We keep our promises", "Say early when a date moves."),),
        will_nots=(("build boilers", "They would pay for the past."),),
        partnership=executive_team,
    )


@pytest.fixture
def in_force(_on_monday, ingrid, draft) -> Purpose:
    """Version 1, proposed and agreed by Ingrid for the executive team."""
    made = purpose.propose(by=ingrid, draft=draft)
    purpose.agree(purpose=made, by=ingrid)
    return made


@pytest.fixture
def on_time_priority(_on_monday, ingrid, tomasz) -> Priority:
    return priorities.add_priority(by=ingrid, title="Deliver on time, every time", leads=[tomasz, ingrid])


@pytest.fixture
def on_time(_on_monday, tomasz, ingrid) -> Objective:
    """A draft by Tomasz, led by him and Ingrid, open to all leaders."""
    return objectives.write_objective(
        by=tomasz,
        title="On-time delivery at 95%",
        why="One late skid costs a customer a week.",
        begins=date(2026, 1, 1),
        due=date(2027, 12, 31),
        leads=[tomasz, ingrid],
    )


@pytest.fixture
def between_two(_on_monday, tomasz, pair) -> Objective:
    """Open to Ingrid and Tomasz only."""
    return objectives.write_objective(
        by=tomasz, title="Speak with one voice", visibility="partnership", partnership=pair, leads=[tomasz]
    )


@pytest.fixture
def delivered(_on_monday, tomasz) -> Metric:
    """From 78% on 1 January 2026, read once a month at least; 86.4% on 1 October."""
    metric = define_metric(
        by=tomasz,
        name="Delivered on the promised day",
        definition="Orders on site on the date promised at signature",
        unit="%",
        decimals=1,
        direction=Direction.INCREASE,
        baseline=Decimal(78),
        begins=date(2026, 1, 1),
        target_low=Decimal(95),
        target_date=date(2027, 12, 31),
        every=35,
        visibility="leaders",
    )
    for at, value in ((date(2026, 1, 5), "78"), (date(2026, 6, 1), "81"), (date(2026, 10, 1), "86.4")):
        add_reading(metric=metric, by=tomasz, at=at, value=Decimal(value))
    return metric


@pytest.fixture
def key_result(on_time, delivered, tomasz) -> KeyResult:
    return key_results.add_key_result(
        objective=on_time,
        by=tomasz,
        title="Delivered on the promised day",
        metric=delivered,
        aim=Aim.INCREASE,
        baseline=Decimal(78),
        target_low=Decimal(95),
        owner=tomasz,
    )


@pytest.fixture
def operations(varnholt, tomasz) -> Department:
    """Tomasz speaks for it."""
    made = Department.objects.create(organization=varnholt, name="Operations")
    tomasz.department = made
    tomasz.save(update_fields=["department"])
    return made
