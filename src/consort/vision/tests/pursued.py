"""A cycle that runs, and objectives in it: one led by Tomasz alone, one by Ingrid and Tomasz."""

from datetime import date

import pytest

from consort.core.models import Department
from consort.vision.actions import cycles, key_results, objectives
from consort.vision.models import Cycle, Objective
from consort.vision.models.key_result import Aim

BEGINS, ENDS = date(2026, 10, 1), date(2026, 12, 31)


@pytest.fixture
def planned(_on_monday, ingrid) -> Cycle:
    return cycles.plan_cycle(by=ingrid, name="Q4 2026", begins=BEGINS, ends=ENDS, every=14)


@pytest.fixture
def running(planned, ingrid) -> Cycle:
    cycles.move_cycle(cycle=planned, name="start", by=ingrid)
    return planned


@pytest.fixture
def shared(running, on_time, key_result, ingrid, tomasz) -> Objective:
    """Agreed by Ingrid and Tomasz, who both lead it."""
    objectives.change_objective(objective=on_time, by=tomasz, cycle=running)
    for person in (ingrid, tomasz):
        objectives.agree_objective(objective=on_time, by=person)
    on_time.refresh_from_db()
    return on_time


@pytest.fixture
def alone(running, tomasz) -> Objective:
    """Led by Tomasz alone, measured by a milestone."""
    made = objectives.write_objective(
        by=tomasz, title="Two lines in Poznań", begins=BEGINS, due=ENDS, cycle=running, leads=[tomasz]
    )
    key_results.add_key_result(objective=made, by=tomasz, title="The contract is signed", aim=Aim.MILESTONE)
    objectives.agree_objective(objective=made, by=tomasz)
    made.refresh_from_db()
    return made


@pytest.fixture
def engineering(varnholt, mats) -> Department:
    """Mats speaks for it."""
    made = Department.objects.create(organization=varnholt, name="Engineering")
    mats.department = made
    mats.save(update_fields=["department"])
    return made
