"""Readers for the tests of the process that runs them."""

import os
import resource
import sys
import time

from consort.core.foreign_files import Unreadable


def mirror(content: bytes, times: int = 1) -> list[str]:
    return [content.decode()] * times


def refuse(content: bytes) -> None:
    raise Unreadable("This is not my kind of file.", 7)


def hog_memory(content: bytes) -> None:
    hoard = []
    while True:
        hoard.append(bytes(10**7))


def hog_time(content: bytes) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (1, 1))
    while True:
        pass


def sleep(content: bytes) -> None:
    time.sleep(30)


def crash(content: bytes) -> None:
    raise RuntimeError


def exit(content: bytes) -> None:
    sys.exit(3)


def surroundings(content: bytes) -> list[str]:
    return list(os.environ.values())
