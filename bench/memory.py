"""How much memory the one process holds when nobody does anything."""

import tempfile
import time
import urllib.request
from pathlib import Path

from bench.row import Row
from tests.installation import Server

BAR = 160.0
REST = 5.0  # seconds for the worker's first sweep


def run() -> list[Row]:
    with (
        tempfile.TemporaryDirectory(prefix="consort-bench-") as folder,
        Server(Path(folder), CONSORT_DEMONSTRATION="1") as server,
    ):
        time.sleep(REST)
        idle = resident(server.pid)
        for _ in range(20):
            urllib.request.urlopen(server.url, timeout=10).close()
        used = resident(server.pid)
    return [
        Row("resident memory, idle after the start", idle, "MB", BAR, "bar"),
        Row("resident memory, after 20 pages", used, "MB", BAR, "bar"),
    ]


def resident(pid: int) -> float:
    """Resident memory of a process in megabytes (Linux)."""
    status = Path(f"/proc/{pid}/status").read_text()
    line = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1]) / 1000
