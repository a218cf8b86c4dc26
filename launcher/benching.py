"""`bench`: runs the measurements in bench/ and prints their table."""

import subprocess
from collections.abc import Sequence

from .installation import prepare
from .places import PYTHON, ROOT, environment


def bench(names: Sequence[str]) -> int:
    prepare(tests=True)
    return subprocess.run([PYTHON, "-m", "bench", *names], cwd=ROOT, env=environment(), check=False).returncode
