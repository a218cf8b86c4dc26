"""The timed work in a process of its own."""

import signal
import threading
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from consort.core import sweeps
from consort.site import logging, occupancy, preparing


class Command(BaseCommand):
    """Runs until it is told to stop; finishes the sweep it is in."""

    help = "Do the timed work: close rounds, remind, send digests."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        logging.configure()
        occupancy.occupy(settings.DATA)
        preparing.require_migrated()
        stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        self.stdout.write("The worker is running. Ctrl+C stops it.")
        sweeps.run_forever(stop)
        self.stdout.write("The worker has stopped.")
