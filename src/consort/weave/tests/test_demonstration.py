"""The demonstration: made by the actions, believable, and with something to do for Ingrid."""

import pytest

from consort.commitments.models import Commitment
from consort.core.ledger import verifying
from consort.core.models import Entry, Person
from consort.core.waiting import waiting_for
from consort.decisions.models import Decision, Stage
from consort.metrics.models import Reading
from consort.vision.models import Catchball, CheckIn, Cycle, Dependency
from consort.weave.demonstration.telling import tell


@pytest.mark.django_db
def test_a_year_is_told_and_today_has_work_for_its_reader():
    organization = tell()
    assert organization.is_demonstration
    assert verifying.verify_database(organization).size == Entry.objects.count()
    stages = set(Decision.objects.values_list("stage", flat=True))
    assert stages >= {Stage.FRAME, Stage.INPUT, Stage.DEBATE, Stage.COMMIT, Stage.EXECUTE, Stage.REVIEW, Stage.CLOSED}
    assert Commitment.objects.count() > 30
    assert Reading.objects.count() > 100
    ingrid = Person.objects.get(first_name="Ingrid")
    waiting = waiting_for(ingrid)
    assert any("second assembly line" in item.title for item in waiting)
    times = list(Entry.objects.order_by("seq").values_list("time", flat=True))
    assert times == sorted(times)
    assert set(Cycle.objects.values_list("stage", flat=True)) == {Cycle.Stage.RUN, Cycle.Stage.CLOSED}
    assert CheckIn.objects.count() > 60
    assert any(item.title == "Check-in: On-time delivery at 95%" for item in waiting)
    assert {"asked", "accepted", "confirmed"} == set(Dependency.objects.values_list("state", flat=True))
    assert Catchball.objects.get(state="agreed").versions.count() == 3
