"""Timed work. A sweep asks "what is due now?" and does it; nothing is queued, so nothing is lost in a restart."""

import logging
import os
import secrets
import threading
from collections.abc import Callable
from datetime import timedelta

from django.db import close_old_connections, transaction

from consort.core import clock, cursors, live
from consort.core.models import Lease

logger = logging.getLogger("consort.sweeps")
Sweep = Callable[[], object]
LEASE = timedelta(minutes=2)
INTERVAL = 60.0
_sweeps: dict[str, Sweep] = {}
_woken = threading.Event()


def register(name: str, sweep: Sweep) -> None:
    """Run `sweep` each minute. It must be idempotent and bounded."""
    _sweeps[name] = sweep


def run_once() -> None:
    """Do everything that is due now; one failing sweep does not hold up the others."""
    for name, sweep in {**_sweeps, "readers": cursors.follow}.items():
        try:
            sweep()
        except Exception:
            logger.exception("sweep failed", extra={"sweep": name})


def run_forever(stop: threading.Event) -> None:
    """Sweep each minute, and readers as soon as something was recorded, until `stop` is set. One process at a time."""
    holder = f"{os.getpid()}-{secrets.token_hex(4)}"
    live.subscribe(lambda _: _woken.set())
    while not stop.is_set():
        if _take_lease(holder):
            run_once()
            _follow_until_next_sweep(stop)
        else:
            stop.wait(INTERVAL / 4)
        close_old_connections()
    _give_up_lease(holder)


def _follow_until_next_sweep(stop: threading.Event) -> None:
    until = clock.now() + timedelta(seconds=INTERVAL)
    while not stop.is_set() and (left := (until - clock.now()).total_seconds()) > 0:
        if _woken.wait(min(left, 1.0)):
            _woken.clear()
            try:
                cursors.follow()
            except Exception:
                logger.exception("reader failed")


def _take_lease(holder: str) -> bool:
    try:
        with transaction.atomic():
            lease, _ = Lease.objects.select_for_update().get_or_create(
                name="sweeps", defaults={"holder": holder, "until": clock.now()}
            )
            if lease.holder != holder and lease.until > clock.now():
                return False
            lease.holder, lease.until = holder, clock.now() + LEASE
            lease.save(update_fields=["holder", "until"])
            return True
    except Exception:
        logger.exception("lease not taken")
        return False


def _give_up_lease(holder: str) -> None:
    Lease.objects.filter(name="sweeps", holder=holder).delete()
