"""The documentation names what there is, and all of it."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from consort.vision import rules, writing

ROOT = Path(__file__).resolve().parents[2]
READ = re.compile(r"environment\.\w+\(\s*\"([A-Z_]+)\"|os\.environ\.get\(\"((?:CONSORT_|PORT)[A-Z_]*)\"")
OPERATOR = (ROOT / "docs" / "operator.md").read_text(encoding="utf-8")


def settings_read() -> set[str]:
    """The variables that the site reads."""
    found = set()
    for path in (ROOT / "src" / "consort" / "site").rglob("*.py"):
        if "tests" not in path.parts:
            found |= {first or second for first, second in READ.findall(path.read_text(encoding="utf-8"))}
    return found


def test_every_setting_stands_in_the_operators_guide():
    named = set(re.findall(r"`((?:CONSORT_|DATABASE_|PORT)[A-Z_]*)(?:=\d)?`", OPERATOR))
    assert settings_read() <= named, settings_read() - named


def test_every_command_stands_in_the_operators_guide():
    shown = subprocess.run(
        [sys.executable, str(ROOT / "consort"), "--help"], capture_output=True, text=True, check=True
    ).stdout
    commands = set(re.findall(r"^    ([a-z][a-z-]+) ", shown, re.MULTILINE))
    assert commands
    named = set(re.findall(r"[`,] ?(?:\./consort )?([a-z][a-z-]+)", OPERATOR))
    assert commands <= named, commands - named


@pytest.mark.parametrize(
    "page", [*sorted((ROOT / "docs").rglob("*.md")), ROOT / "README.md"], ids=lambda path: path.name
)
def test_no_link_within_the_documentation_leads_nowhere(page):
    for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


def test_decision_records_are_numbered_without_gaps():
    numbers = sorted(int(path.name[:4]) for path in (ROOT / "docs" / "adr").glob("*.md"))
    assert numbers == list(range(1, len(numbers) + 1))


def named_in(page: str) -> set[str]:
    return set(re.findall(r"\(`([a-z_]+)`\)", (ROOT / "docs" / "methods" / page).read_text(encoding="utf-8")))


def test_every_consistency_rule_stands_in_its_method():
    assert named_in("consistency.md") == {rule.name for rule in rules.known()}


def test_every_writing_check_stands_in_its_method():
    assert named_in("goal-writing.md") == {check.name for check in writing.known()}
