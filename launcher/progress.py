"""Steps shown one by one with their seconds, and their output kept in build/log."""

import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from .places import LOGS, ROOT
from .problem import Problem

WIDTH = 28
LAST_LINES = 15
OFFLINE = (
    "dns error",
    "error sending request",
    "ENOTFOUND",
    "EAI_AGAIN",
    "ECONNREFUSED",
    "Temporary failure in name",
    "Could not connect",
    "ETIMEDOUT",
    "Failed to establish a new connection",
    "Name or service not known",
)


@contextmanager
def shown(name: str) -> Iterator[None]:
    """Show `name`, then the seconds that the block took."""
    sys.stdout.write(f"  {name:<{WIDTH}}")
    sys.stdout.flush()
    start = time.monotonic()
    try:
        yield
    except BaseException:
        print(" failed")
        raise
    print(f" {time.monotonic() - start:5.1f} s", flush=True)


def run(arguments: Sequence[str | Path], *, log: str, env: Mapping[str, str], cwd: Path = ROOT) -> str:
    """Run a program quietly and return what it said. Raises Problem with its last lines when it fails."""
    LOGS.mkdir(parents=True, exist_ok=True)
    path = LOGS / f"{log}.log"
    with path.open("w", encoding="utf-8") as file:
        code = subprocess.run(
            [str(argument) for argument in arguments],
            stdin=subprocess.DEVNULL,
            stdout=file,
            stderr=subprocess.STDOUT,
            env=dict(env),
            cwd=cwd,
            check=False,
        ).returncode
    said = path.read_text(encoding="utf-8", errors="replace")
    if code:
        raise Problem(explained(said, path))
    return said


def explained(said: str, path: Path) -> str:
    """What went wrong, from the last lines of a program's output."""
    last = "\n".join(f"    {line}" for line in said.strip().splitlines()[-LAST_LINES:])
    reason = "The package registries cannot be reached from here. Is there a network or a proxy to set?\n"
    offline = any(sign in said for sign in OFFLINE)
    return f"{reason if offline else ''}It said last (all of it is in {path}):\n{last}"
