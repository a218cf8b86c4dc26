"""Everyone tries everything, and it comes out as declared."""

from collections.abc import Iterable, Iterator

import pytest

from tests.matrix import endpoints
from tests.matrix.declared import LINES
from tests.matrix.forms import form_for
from tests.matrix.people import Who
from tests.matrix.reading import Line, Outcome
from tests.matrix.walking import fingerprint, outcome_of, request, undone
from tests.matrix.world import World

NOT_TAKEN = set(Outcome) - {Outcome.DOES, Outcome.SEES}
PACKAGES = sorted({line.endpoint.split(":")[0] if ":" in line.endpoint else "outside" for line in LINES})


def test_every_endpoint_is_declared_and_everything_declared_exists():
    assert set(endpoints.every()) == {line.endpoint for line in LINES}


def test_nothing_is_declared_twice():
    assert len({str(line) for line in LINES}) == len(LINES)


@pytest.mark.parametrize("package", PACKAGES)
def test_everyone_gets_what_is_declared(package, world):
    assert list(differences(lines_of(package), world)) == []


@pytest.mark.parametrize("package", PACKAGES)
def test_another_method_changes_nothing(package, world):
    taken = {(line.endpoint, line.method) for line in LINES}
    for line in lines_of(package):
        for method in {"GET", "POST", "PUT", "DELETE"} - {method for name, method in taken if name == line.endpoint}:
            for who in (Who.VISITOR, Who.OBSERVER, Who.OWNER):
                found = attempt(Line(line.endpoint, method, line.thing, {}), who, world)
                assert found in NOT_TAKEN, (str(line), method, str(who))


def test_a_right_given_by_mistake_is_noticed(world, monkeypatch):
    lines = [line for line in LINES if line.endpoint == "weave:partnership_charter" and line.method == "POST"]
    assert list(differences(lines, world)) == []
    monkeypatch.setattr("consort.core.actions.partnerships.require", lambda allowed: None)
    assert any("leader" in found for found in differences(lines, world))


def lines_of(package: str) -> list[Line]:
    return [line for line in LINES if package_of(line) == package]


def package_of(line: Line) -> str:
    return line.endpoint.split(":")[0] if ":" in line.endpoint else "outside"


def differences(lines: Iterable[Line], world: World) -> Iterator[str]:
    """A sentence for everyone who gets something else than is declared."""
    for line in lines:
        for who, declared in line.outcomes.items():
            found = attempt(line, who, world)
            if found != declared:
                yield f"{line}: {who} gets {found}, declared is {declared}"


def attempt(line: Line, who: Who, world: World) -> str:
    """What becomes of the request, which then did not happen."""
    thing, person = world.things.get(line.thing), world.cast.by_role.get(who)
    address = world.address(endpoints.every()[line.endpoint], line.thing)
    browser = world.cast.browser(who)
    with undone():
        body = form_for(line.endpoint, world, thing, person) if line.method == "POST" else {}
        response = request(browser, line.method, address, body)
        return outcome_of(line.method, response, has_changed=fingerprint() != world.untouched)
