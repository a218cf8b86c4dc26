"""`test`: several runs of pytest, added up, and an honest list of what did not run."""

import os
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

from . import chromium, postgresql
from .installation import prepare
from .places import PYTHON, ROOT, environment
from .problem import Problem

NOTHING_COLLECTED = 5
PARALLEL = ["-n", "2", "--dist", "worksteal"]


@dataclass
class Total:
    """What all runs came to."""

    passed: int = 0
    failed: int = 0
    missing: list[str] = field(default_factory=list)

    def add(self, name: str, report: Path, code: int) -> None:
        """Add one run by its report; a run that left none, or failed for no test's sake, counts as a failure."""
        cases = list(read(report))
        failed = sum(case.failed for case in cases)
        self.failed += failed or int(code not in (0, NOTHING_COLLECTED))
        self.passed += sum(case.passed for case in cases)
        self.missing += [f"{case.name} ({name}): {case.skipped}" for case in cases if case.skipped]

    def show(self) -> None:
        if self.missing:
            print("\nNot run here:")
            for line in sorted(set(self.missing)):
                print(f"  {line}")
        print(f"\n{self.passed} passed, {self.failed} failed", flush=True)


@dataclass(frozen=True)
class Case:
    """One test in a report of pytest."""

    name: str
    failed: bool
    skipped: str

    @property
    def passed(self) -> bool:
        return not self.failed and not self.skipped


def read(report: Path) -> Iterator[Case]:
    """The tests in a JUnit report; a test whose tear-down failed too stands in it twice and counts once."""
    if not report.exists():
        return
    cases: dict[str, Case] = {}
    for element in ElementTree.parse(report).iter("testcase"):
        name = ".".join(filter(None, [element.get("classname"), element.get("name")]))
        failed = element.find("failure") is not None or element.find("error") is not None
        skip = element.find("skipped")
        reason = (skip.get("message") or "no reason given") if skip is not None else ""
        failed = failed or (name in cases and cases[name].failed)
        cases[name] = Case(name, failed, "" if failed else reason)
    yield from cases.values()


def test(arguments: Sequence[str]) -> int:
    """Run the tests and return the exit code."""
    prepare(tests=True)
    browser = chromium.find_or_install()
    more = {"CONSORT_CHROMIUM": browser} if browser else {}
    total = Total()
    if arguments:
        pytest(total, "chosen", arguments, **more)
    else:
        everything(total, more)
    total.show()
    strict = os.environ.get("CONSORT_REQUIRE_ALL") == "1"
    return 1 if total.failed or not total.passed or (strict and total.missing) else 0


def everything(total: Total, more: dict[str, str]) -> None:
    pytest(total, "units on SQLite", ["src", *PARALLEL], **more)
    try:
        with postgresql.running() as url:
            pytest(total, "units on PostgreSQL", ["src", *PARALLEL], DATABASE_URL=url, **more)
            pytest(total, "browser, matrix, faults", ["tests", *PARALLEL], CONSORT_TEST_POSTGRESQL=url, **more)
    except Problem as problem:
        total.missing.append(f"units on PostgreSQL: {problem}")
        pytest(total, "browser, matrix, faults", ["tests", *PARALLEL], **more)


def pytest(total: Total, name: str, arguments: Sequence[str], **more: str) -> None:
    """One run of pytest, with a data directory and a key of its own."""
    print(f"\n{name}", flush=True)
    with tempfile.TemporaryDirectory(prefix="consort-test-") as folder:
        report = Path(folder, "report.xml")
        own = {"CONSORT_DATA": f"{folder}/data", "CONSORT_MASTER_KEY_PATH": f"{folder}/keys/master.key"}
        command: list[str | Path] = [PYTHON, "-m", "pytest", "--quiet", f"--junit-xml={report}", *arguments]
        code = subprocess.run(command, cwd=ROOT, env=environment(**own, **more), check=False).returncode
        total.add(name, report, code)
