"""Hands over to a management command of Consort, in the virtual environment."""

import os
from collections.abc import Sequence

from .installation import prepare
from .places import PYTHON, environment


def manage(command: str, arguments: Sequence[str] = ()) -> None:
    """Become `django <command> <arguments>`. Only Python packages are needed for that."""
    prepare(pages=False)
    os.execve(PYTHON, [str(PYTHON), "-m", "django", command, *arguments], environment())
