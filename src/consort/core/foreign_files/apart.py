"""Starting a reader in a process of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path
from threading import BoundedSemaphore
from typing import Any

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from consort.core.foreign_files.unreadable import Unreadable

WALL_SECONDS = 60
AT_ONCE = 2
SOURCE = Path(__file__).resolve().parents[3]

_turns = BoundedSemaphore(AT_ONCE)


def read_apart(reader: str, content: bytes, **options: Any) -> Any:
    """What `reader`, named as `package.module:function`, makes of `content`: JSON.

    It is called as `function(content, **options)` without a database and without the server's secrets, with at most
    10 s of CPU and 512 MB; two files are read at once, others wait. Raises Unreadable.
    """
    if not _turns.acquire(timeout=WALL_SECONDS):
        raise Unreadable(_("Other files are being read at the moment. Try again in a minute."))
    try:
        return _answer_of(_run(_command(reader, options), content))
    finally:
        _turns.release()


def _command(reader: str, options: dict[str, Any]) -> list[str]:
    speech = {
        "language": get_language() or settings.LANGUAGE_CODE,
        "locales": [str(at) for at in settings.LOCALE_PATHS],
    }
    child = "consort.core.foreign_files.child"
    return [sys.executable, "-m", child, reader, json.dumps(options), json.dumps(speech)]


def _run(command: list[str], content: bytes) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(
            command, input=content, capture_output=True, timeout=WALL_SECONDS, env=_surroundings(), check=False
        )
    except subprocess.TimeoutExpired as error:
        raise Unreadable(_("It took longer than a minute to read this file, so it was given up.")) from error


def _surroundings() -> dict[str, str]:
    """No secrets of the server's environment, and one thread: each more would claim memory."""
    return {"PYTHONPATH": str(SOURCE), "OPENBLAS_NUM_THREADS": "1", "PATH": os.defpath, "PYTHONIOENCODING": "utf-8"}


def _answer_of(done: subprocess.CompletedProcess[bytes]) -> Any:
    if done.returncode != 0:
        raise Unreadable(_("This file takes more time or memory to read than is allowed, so it was given up."))
    answer = json.loads(done.stdout)
    if "error" in answer:
        raise Unreadable(answer["error"], answer["line"])
    return answer["read"]
