"""How long pages take in an organization of 500 leaders, five years and 1,000,000 ledger entries, on SQLite."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.row import Row

MILLISECONDS, QUERIES = 60.0, 15
ENTRIES = int(os.environ.get("CONSORT_BENCH_ENTRIES", "1000000"))


def run() -> list[Row]:
    rows = []
    for name, found in sorted(measured_by("bench.reading_pages", str(ENTRIES)).items()):
        rows.append(Row(f"{name}: server time, p95", found["p95"], "ms", MILLISECONDS, "bar"))
        rows.append(Row(f"{name}: queries", found["queries"], "", QUERIES, "bar"))
    return rows


def measured_by(module: str, *arguments: str) -> dict[str, dict[str, float]]:
    """What `module` prints as its last line, run in a process with a data directory of its own."""
    with tempfile.TemporaryDirectory(prefix="consort-bench-") as folder:
        own = {
            "DJANGO_SETTINGS_MODULE": "consort.site.settings",
            "CONSORT_DATA": str(Path(folder) / "data"),
            "CONSORT_MASTER_KEY_PATH": str(Path(folder) / "master.key"),
        }
        environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"} | own
        command = [sys.executable, "-m", module, *arguments]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr)
    pages: dict[str, dict[str, float]] = json.loads(done.stdout.splitlines()[-1])
    return pages
