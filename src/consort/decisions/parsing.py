"""Reading a ballot file in a process of its own, with caps: what a foreign file does to it, it does to nobody else.

Started as `python -m consort.decisions.parsing NAME` with the file on standard input; answers with JSON. No Django.
"""

import json
import os
import resource
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from consort.reckon.ballots import BallotFile, BallotFileError, read_ballots
from consort.reckon.ballots.file import Ranks
from consort.reckon.voting import Unranked

CPU_SECONDS = 10
MEMORY_BYTES = 512 * 1024 * 1024
WALL_SECONDS = 60
MOST_BALLOTS = 30_000
MOST_OPTIONS = 200


class ParsingFailed(Exception):
    """The file could not be read. `message` is a sentence; `line` counts from 1 where one line is to blame."""

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.line = line


@dataclass(frozen=True)
class Parsed:
    """What was read: (how many people, their ranks) per line of the file."""

    title: str
    options: list[str]
    ballots: list[tuple[int, Ranks]]
    unranked: Unranked
    repairs: list[str]

    @property
    def people(self) -> int:
        return sum(count for count, _ in self.ballots)


def parse(content: bytes, file_name: str) -> Parsed:
    """Read ballots in a subprocess of at most 10 s CPU and 512 MB. Raises ParsingFailed."""
    command = [sys.executable, "-m", "consort.decisions.parsing", Path(file_name).name]
    try:
        done = subprocess.run(
            command, input=content, capture_output=True, timeout=WALL_SECONDS, env=_surroundings(), check=False
        )
    except subprocess.TimeoutExpired as error:
        raise ParsingFailed("It took longer than a minute to read this file, so it was given up.") from error
    if done.returncode != 0:
        raise ParsingFailed("This file takes more time or memory to read than is allowed, so it was given up.")
    answer: dict[str, Any] = json.loads(done.stdout)
    if "error" in answer:
        raise ParsingFailed(answer["error"], answer["line"])
    answer["ballots"] = [(count, tuple(ranks)) for count, ranks in answer["ballots"]]
    return Parsed(**answer)


def _surroundings() -> dict[str, str]:
    """No secrets of the server's environment, and one thread: each more would claim memory."""
    source = str(Path(__file__).resolve().parents[2])
    return {"PYTHONPATH": source, "OPENBLAS_NUM_THREADS": "1", "PATH": os.defpath, "PYTHONIOENCODING": "utf-8"}


def _answer(content: bytes, file_name: str) -> dict[str, Any]:
    try:
        found = read_ballots(content, file_name=file_name)
        _check_size(found)
    except BallotFileError as error:
        return {"error": error.message, "line": error.line}
    return {
        "title": found.title,
        "options": list(found.options),
        "ballots": [[count, list(ranks)] for count, ranks in found.ballots],
        "unranked": found.unranked,
        "repairs": list(found.repairs),
    }


def _check_size(found: BallotFile) -> None:
    if found.people > MOST_BALLOTS:
        raise BallotFileError(f"{found.people:,} ballots; at most {MOST_BALLOTS:,} are imported into a decision.")
    if len(found.options) > MOST_OPTIONS:
        raise BallotFileError(f"{len(found.options):,} options; a decision takes at most {MOST_OPTIONS}.")


def main() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    try:
        answer = _answer(sys.stdin.buffer.read(), sys.argv[1])
    except MemoryError:
        sys.exit(1)
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()
