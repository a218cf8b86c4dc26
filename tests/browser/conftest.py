"""A house of its own for tests in the browser: a real server, and people who sign in at it."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.people import Someone
from tests.installation import ROOT, Server

DESKTOP = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}
SIZES = {"desktop": DESKTOP, "phone": PHONE}
SomeoneFactory = Callable[..., Someone]


@pytest.fixture(params=SIZES)
def size(request: pytest.FixtureRequest) -> dict[str, int]:
    """A desktop's window, and a phone's."""
    return SIZES[request.param]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server with an organization of five people and nothing else."""
    with Server(tmp_path_factory.mktemp("house")) as server:
        command = [sys.executable, "-m", "tests.fault.scene", "people"]
        environment = server.environment | {"PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}
        done = subprocess.run(command, capture_output=True, text=True, env=environment, cwd=ROOT, check=True)
        server.people = json.loads(done.stdout)  # type: ignore[attr-defined]
        yield server


@pytest.fixture
def someone(browser: Browser, house: Server, size: dict[str, int]) -> Iterator[SomeoneFactory]:
    """`someone("priya")` is Priya, signed in, in a browser of her own. Faults on her pages fail the test."""
    met: list[Someone] = []

    def meet(name: str) -> Someone:
        context = browser.new_context(viewport=size, has_touch=size is PHONE, reduced_motion="reduce")
        met.append(Someone(name, context.new_page(), house.url))
        met[-1].sign_in()
        return met[-1]

    yield meet
    for one in met:
        one.page.context.close()
    assert [fault for one in met for fault in one.faults] == []
