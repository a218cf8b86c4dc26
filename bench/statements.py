"""702,000 Polis votes through the pages' own actions, and the map of 1,000 people × 1,000 statements beside red-dwarf.

The peer is installed into a virtual environment that is thrown away; where that cannot be done, the run says so.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

from bench.pages import measured_by
from bench.row import Row
from consort.decisions.mapping import worked_out

IMPORT_SECONDS, MAP_SECONDS = 60.0, 1.0
PEER = "red-dwarf==0.4.0"
PEOPLE = STATEMENTS = 1_000


def run() -> list[Row]:
    found = measured_by("bench.reading_statements")["import"]
    rows = [Row("702,000 votes, from the file to the map", found["seconds"], "s", IMPORT_SECONDS, "bar")]
    votes = conversation()
    ours = timed(votes)
    name = f"map of {PEOPLE:,} × {STATEMENTS:,} answers"
    rows.append(Row(name, ours, "s", MAP_SECONDS, "bar"))
    theirs = peer(votes)
    return [*rows, Row(name, ours, "s", theirs, PEER)] if theirs else rows


def conversation() -> "np.ndarray[tuple[int, int], np.dtype[np.int8]]":
    """Two camps that differ on most statements, with four answers in five given."""
    random = np.random.default_rng(11)
    side = np.where(np.arange(PEOPLE) % 2, 1, -1)[:, None] * random.choice([-1, 1], STATEMENTS)
    said = np.where(random.random((PEOPLE, STATEMENTS)) < 0.7, side, random.choice([-1, 0, 1], (PEOPLE, STATEMENTS)))
    return np.where(random.random((PEOPLE, STATEMENTS)) < 0.8, said, -9).astype(np.int8)


def timed(votes: "np.ndarray[tuple[int, int], np.dtype[np.int8]]") -> float:
    """The shortest of three, from the table of votes to all that the page shows."""
    seconds = []
    for _ in range(3):
        start = time.perf_counter()
        worked_out(votes, list(range(STATEMENTS)), with_dots=True)
        seconds.append(time.perf_counter() - start)
    return min(seconds)


def peer(votes: "np.ndarray[tuple[int, int], np.dtype[np.int8]]") -> float:
    """The same table through red-dwarf's own Polis pipeline; 0 where it cannot be installed."""
    with tempfile.TemporaryDirectory(prefix="consort-peer-") as folder:
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        python = Path(folder) / "bin" / "python"
        installed = subprocess.run([python, "-m", "pip", "install", "-q", PEER], check=False, capture_output=True)
        if installed.returncode:
            print(f"  {PEER} could not be installed, so nothing stands beside the map.")
            return 0.0
        table = Path(folder) / "votes.npy"
        np.save(table, votes)
        script = Path(__file__).with_name("peer_statements.txt").read_text()
        done = subprocess.run([python, "-c", script, table], capture_output=True, text=True, check=False, env=bare())
    if done.returncode:
        print(f"  {PEER} did not finish: {done.stderr.strip().splitlines()[-1]}")
        return 0.0
    return float(json.loads(done.stdout.splitlines()[-1]))


def bare() -> dict[str, str]:
    return {"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/tmp")}
