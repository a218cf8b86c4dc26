"""The virtual environment, and what is installed in it: from lock files with hashes only."""

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

from . import indexes
from .places import LOCK, PYTHON, SOURCE, UV, VENV
from .problem import Problem
from .progress import run
from .stamp import Step

BASE = getattr(sys, "_base_executable", sys.executable)
UNFINISHED = VENV / "unfinished"
VENDORED_PIP = Path("/usr/share/python-wheels")
NO_PIP = """This Python has neither pip nor ensurepip, which Debian keeps in a package of its own. Run
    sudo apt-get install python3-venv
and then ./consort again."""


def environment_step() -> Step:
    return Step("python environment", [LOCK / "uv.txt"], [PYTHON, UV, pth()], make, also=sys.version)


def packages_step(name: str) -> Step:
    """Install lock/<name>.txt. Made anew together with the environment it is in."""
    installed = VENV / f"{name}-installed"
    return Step(f"{name} packages", [LOCK / f"{name}.txt"], [installed], lambda: install(name, installed))


def pth() -> Path:
    """The file that makes src importable in the virtual environment, without a build."""
    version = "{}.{}".format(*sys.version_info)
    return VENV / "lib" / f"python{version}" / "site-packages" / "consort.pth"


def discard_unfinished() -> None:
    """An install that was interrupted may have left half a package behind: begin with an empty environment."""
    if UNFINISHED.exists() or (VENV.exists() and not PYTHON.exists()):
        shutil.rmtree(VENV)


def make() -> None:
    """Make the virtual environment, with uv in it."""
    run([BASE, "-m", "venv", "--clear", "--without-pip", VENV], log="environment", env=os.environ)
    UNFINISHED.touch()
    command, env = pip()
    run(
        [*command, "install", "--disable-pip-version-check", "--require-hashes", "-r", LOCK / "uv.txt"],
        log="uv",
        env=env,
    )
    pth().write_text(f"{SOURCE}\n")
    UNFINISHED.unlink()


def install(name: str, installed: Path) -> None:
    """Install with uv what the lock file pins, and nothing else."""
    UNFINISHED.touch()
    lock: list[str | Path] = ["--require-hashes", "--compile-bytecode", "-r", LOCK / f"{name}.txt"]
    run([UV, "pip", "install", "--python", PYTHON, *lock], log=f"packages-{name}", env=uv_environment())
    installed.touch()
    UNFINISHED.unlink()


def uv_environment() -> dict[str, str]:
    """The environment for uv, with the package indexes that pip is configured with."""
    command, env = pip()
    listing = subprocess.run([*command, "config", "list"], capture_output=True, text=True, check=False, env=env)
    return env | indexes.for_uv(indexes.parsed(listing.stdout))


def pip() -> tuple[list[str], dict[str, str]]:
    """A pip for the virtual environment, and the environment it runs in. Raises Problem where none can be had."""
    into = ["--python", str(PYTHON)]
    if importlib.util.find_spec("pip"):
        return [BASE, "-m", "pip", *into], dict(os.environ)
    if not importlib.util.find_spec("ensurepip"):
        install_ensurepip()
    wheel = next(VENDORED_PIP.glob("pip-*.whl"), None)
    if wheel:  # Debian keeps its copy here
        return [BASE, "-m", "pip", *into], os.environ | {"PYTHONPATH": str(wheel)}
    if not any(VENV.glob("lib/*/site-packages/pip")):
        run([PYTHON, "-m", "ensurepip"], log="pip", env=os.environ)
    return [str(PYTHON), "-m", "pip"], dict(os.environ)


def install_ensurepip() -> None:
    if os.geteuid() or not shutil.which("apt-get") or not BASE.startswith("/usr/bin/"):
        raise Problem(NO_PIP)
    run(["apt-get", "update"], log="apt-update", env=os.environ)
    run(["apt-get", "install", "-y", "--no-install-recommends", "python3-venv"], log="apt", env=os.environ)
