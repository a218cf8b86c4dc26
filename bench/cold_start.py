"""From a bare checkout to the first page, and from a stopped server to the first page, as a person would start it."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.row import Row
from launcher.places import ROOT
from tests.installation import free_port

COLD = 60.0
WARM = 3.0
PATIENCE = 300.0


def run() -> list[Row]:
    with checkout() as folder:
        cold = started(folder)
        warm = min(started(folder) for _ in range(3))
    return [
        Row("nothing installed → first page (warm package cache)", cold, "s", COLD, "bar"),
        Row("stopped → first page", warm, "s", WARM, "bar"),
    ]


@contextmanager
def checkout() -> Iterator[Path]:
    """A copy of the source as it is, and nothing else."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    with tempfile.TemporaryDirectory(prefix="consort-bench-") as name:
        for path in filter(None, listing.stdout.decode().split("\0")):
            copy = Path(name) / path
            copy.parent.mkdir(parents=True, exist_ok=True)
            if (ROOT / path).exists():
                shutil.copy2(ROOT / path, copy)
        yield Path(name)


def started(folder: Path) -> float:
    """Seconds from the command to the first page."""
    port = free_port()
    env = os.environ | {"CONSORT_DATA": str(folder / "data"), "CONSORT_MASTER_KEY_PATH": str(folder / "master.key")}
    python = getattr(sys, "_base_executable", sys.executable)
    start = time.monotonic()
    with (folder / "output.txt").open("w") as output:
        process = subprocess.Popen(
            [python, folder / "consort", "--port", str(port)], cwd=folder, env=env, stdout=output, stderr=output
        )
    try:
        wait_for_page(f"http://127.0.0.1:{port}/", process)
        return time.monotonic() - start
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=30)


def wait_for_page(url: str, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=10) as answer:
                answer.read()
                return
        except urllib.error.HTTPError:
            raise
        except OSError:
            time.sleep(0.02)
    raise RuntimeError("The server has not answered.")
