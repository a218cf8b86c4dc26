"""What the suites share: real servers, a real Chromium, and the world that everybody tries to reach into."""

import logging
import os
from collections.abc import Callable, Iterator
from copy import copy, deepcopy
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright
from pytest_django import DjangoDbBlocker

from consort.core import waiting
from launcher import chromium
from tests.installation import Installation, Server
from tests.matrix.people import play
from tests.matrix.world import World, build

ServerFactory = Callable[..., Server]


@pytest.fixture
def installation(tmp_path: Path) -> Installation:
    """An installation without a server: for management commands."""
    return Installation(tmp_path)


@pytest.fixture
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServerFactory]:
    """Make servers, each with its own data and key; all are stopped at the end. `server(NAME="value")` starts one."""
    made: list[Server] = []

    def make(**more: str) -> Server:
        made.append(Server(tmp_path_factory.mktemp("server"), **more))
        return made[-1].start()

    yield make
    for one in made:
        one.stop()


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server with the demonstration organization, for all tests that only look or that do not mind each other."""
    with Server(tmp_path_factory.mktemp("demonstration"), CONSORT_DEMONSTRATION="1") as running:
        yield running


@pytest.fixture(scope="session")
def _built(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> World:
    """Building the world takes seconds, so it stands before the first test; what a test does to it is undone."""
    with django_db_blocker.unblock():
        return build(play())


@pytest.fixture
def world(_built: World, db: None, monkeypatch: pytest.MonkeyPatch) -> World:
    """One thing of each kind, and somebody for every role."""
    monkeypatch.setattr(logging.getLogger("django"), "level", logging.INFO)  # a traced miss is slow
    waiting._known.clear()
    return World(copy(_built.cast), deepcopy(_built.things), _built.untouched)


@pytest.fixture(scope="session")
def postgresql() -> str:
    """The address of a real PostgreSQL; `./consort test` starts one."""
    url = os.environ.get("CONSORT_TEST_POSTGRESQL", "")
    return url or pytest.skip("no PostgreSQL: ./consort test without arguments starts one")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """This machine's Chromium. It ends with its module: Django makes no test database while its event loop runs."""
    path = chromium.find() or pytest.skip("this machine has no Chromium")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=chromium.ARGUMENTS)
        yield running
        running.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser of one's own: no cookies, a laptop's window."""
    fresh = browser.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    yield fresh
    fresh.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page that fails its test when a script of ours fails, or when the content security policy stops something."""
    opened = context.new_page()
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("console", lambda message: faults.append(message.text) if is_fault(message) else None)
    yield opened
    assert not faults, "\n".join(faults)


def is_fault(message: ConsoleMessage) -> bool:
    return message.type == "error" and "Content Security Policy" in message.text
