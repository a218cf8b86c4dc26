"""Who is using the data directory: whoever runs holds a shared lock, whoever replaces it needs it alone."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NAME = ".in-use"


class Occupied(Exception):
    """A server or a worker is running on this data directory."""


def occupy(data: Path) -> int:
    """Say, until this process ends, that the data directory is in use. Gives the open file's number."""
    return _locked(data, fcntl.LOCK_SH)


@contextmanager
def alone_in(data: Path) -> Iterator[None]:
    """Hold the data directory alone. Raises Occupied."""
    file = _locked(data, fcntl.LOCK_EX)
    try:
        yield
    finally:
        os.close(file)


def _locked(data: Path, kind: int) -> int:
    file = os.open(data / NAME, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(file, kind | fcntl.LOCK_NB)
    except BlockingIOError as error:
        os.close(file)
        raise Occupied from error
    return file
