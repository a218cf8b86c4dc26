"""Everything that must be there before Consort can run, in order. What is already there is left alone."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager

from . import frontend, packages
from .places import BUILD, LOCK, PYTHON, SOURCE, environment
from .progress import run
from .stamp import Step

STATIC = BUILD / "static"


def prepare(*, tests: bool = False, pages: bool = True) -> None:
    """Install and build what is missing or out of date: with `tests` for the tests too, without `pages` Python only."""
    with alone():
        packages.discard_unfinished()
        for step in python_steps(tests=tests):
            step.take()
        if pages:
            take_page_steps(tests=tests)


def python_steps(*, tests: bool) -> list[Step]:
    return [packages.environment_step(), packages.packages_step("test" if tests else "runtime")]


def take_page_steps(*, tests: bool) -> None:
    """The front end and the static files. Node is looked for only when there is something to build."""
    steps = [frontend.modules_step(tests=tests), frontend.build_step()]
    if any(step.due() for step in steps):
        frontend.ensure_node()
    for step in steps:
        step.take()
    static_step().take()


def static_step() -> Step:
    """Collect, name by content and compress the static files of all packages."""
    inputs = [*SOURCE.glob("consort/*/static"), *frontend.build_step().outputs, LOCK / "runtime.txt"]
    return Step("static files", inputs, [STATIC / "staticfiles.json"], collect)


def collect() -> None:
    run([PYTHON, "-m", "django", "collectstatic", "--noinput", "--clear"], log="static", env=environment())


@contextmanager
def alone() -> Iterator[None]:
    """Wait until no other ./consort is installing here."""
    BUILD.mkdir(exist_ok=True)
    with (BUILD / "lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("  waiting for another ./consort that is installing", flush=True)
            fcntl.flock(file, fcntl.LOCK_EX)
        yield
