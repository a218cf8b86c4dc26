"""Reading what was sent, in a process of its own: nothing of the readers is loaded here."""

from pathlib import PurePosixPath
from typing import Any

from consort.core.foreign_files import read_apart


def bring(content: bytes, file_name: str) -> dict[str, Any]:
    """{"kind": ballots, records or statements, "read": what it holds}. Raises Unreadable."""
    name = PurePosixPath(file_name).name
    answer: dict[str, Any] = read_apart("consort.decisions.exchange.reading:read", content, file_name=name)
    return answer
