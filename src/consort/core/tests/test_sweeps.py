"""The worker: one at a time, and no sweep holds up another."""

import threading
from datetime import timedelta

import pytest

from consort.core import clock, sweeps
from consort.core.models import Lease


@pytest.fixture
def only(monkeypatch):
    """Just the sweeps of this test."""
    monkeypatch.setattr(sweeps, "_sweeps", {})
    return sweeps.register


def test_a_failing_sweep_holds_up_no_other(db, only, caplog):
    done = []
    only("broken", lambda: 1 / 0)
    only("sound", lambda: done.append(1))
    sweeps.run_once()
    assert done == [1]
    assert "sweep failed" in caplog.text


def test_one_worker_at_a_time(db):
    assert sweeps._take_lease("first")
    assert not sweeps._take_lease("second")
    with clock.at(clock.now() + timedelta(minutes=3)):
        assert sweeps._take_lease("second")
    assert Lease.objects.get().holder == "second"


@pytest.mark.django_db(transaction=True)
def test_a_stopped_worker_gives_up_its_lease(only):
    stop, swept = threading.Event(), []

    def sweep():
        swept.append(1)
        stop.set()

    only("once", sweep)
    sweeps.run_forever(stop)
    assert swept == [1]
    assert not Lease.objects.exists()
