"""Every page of the demonstration: nothing that axe objects to, and nothing that scrolls sideways."""

import re
from collections import deque
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import SIZES
from tests.installation import ROOT, Server

pytestmark = pytest.mark.browser

AXE = ROOT / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
START = ("/varnholt/", "/gallery/", "/varnholt/settings/", "/accounts/2fa/", "/accounts/email/")
DOORS = ("/accounts/login/", "/accounts/password/reset/", "/nowhere/at/all/")
LEFT_ALONE = re.compile(r"/(static|live|accounts/logout)/|\.(jsonl|csv)$|/export/|/openapi|/files/objectives/")
SAME_KIND = re.compile(r"/[0-9a-f-]{36}/|/\d+/")
OF_A_KIND = 3  # pages of one kind differ by what they show; three of each are looked at
NARROW = {"width": 320, "height": 700}
RUN_AXE = """async () => (await axe.run(document, {resultTypes: ["violations"]})).violations.map(
  each => `${each.id}: ${each.nodes.map(node => node.target + " " + node.failureSummary).join(" | ")}`)"""


@pytest.fixture(scope="module")
def paths(browser: Browser, demonstration: Server) -> list[str]:
    """Every page that the chief executive is led to, at most three of a kind."""
    context = browser.new_context()
    page = context.new_page()
    sign_in_as(page, demonstration, "Ingrid Maas")
    waiting, found, kinds = deque(START), dict.fromkeys(START), {}
    while waiting:
        page.goto(demonstration.url + waiting.popleft())
        for path in page.eval_on_selector_all("a[href]", "links => links.map(link => link.href)"):
            led = _own(path, demonstration)
            kind = SAME_KIND.sub("/…/", led)
            if led and led not in found and kinds.setdefault(kind, 0) < OF_A_KIND:
                kinds[kind] += 1
                found[led] = None
                waiting.append(led)
    context.close()
    assert len(found) > 25, found
    return list(found)


def _own(address: str, server: Server) -> str:
    parts = urlsplit(address)
    is_ours = address.startswith(server.url) and not LEFT_ALONE.search(parts.path)
    return parts.path + (f"?{parts.query}" if parts.query else "") if is_ours else ""


def sign_in_as(page: Page, server: Server, name: str) -> None:
    page.goto(f"{server.url}/accounts/login/")
    page.get_by_role("button", name=f"Sign in as {name}").click()
    page.wait_for_url("**/varnholt/")


def objections(page: Page) -> list[str]:
    """What axe says of the page."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    return page.evaluate(RUN_AXE)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_objects_to_nothing(scheme, size, browser, demonstration, paths):
    context = browser.new_context(viewport=SIZES[size], color_scheme=scheme, reduced_motion="reduce")
    page = context.new_page()
    found = _objections_at(page, demonstration, DOORS)
    sign_in_as(page, demonstration, "Ingrid Maas")
    found |= _objections_at(page, demonstration, paths)
    context.close()
    assert {path: said for path, said in found.items() if said} == {}


def _objections_at(page: Page, server: Server, paths: list[str] | tuple[str, ...]) -> dict[str, list[str]]:
    found = {}
    for path in paths:
        page.goto(server.url + path)
        found[path] = objections(page)
    return found


def test_axe_would_object(page, demonstration):
    """A picture without words is found."""
    page.goto(f"{demonstration.url}/accounts/login/")
    page.evaluate("document.querySelector('main').append(new Image())")
    assert any(said.startswith("image-alt") for said in objections(page))


def test_nothing_scrolls_sideways_on_the_narrowest_screen(browser, demonstration, paths):
    context = browser.new_context(viewport=NARROW, reduced_motion="reduce")
    page = context.new_page()
    sign_in_as(page, demonstration, "Ingrid Maas")
    too_wide = {}
    for path in paths:
        page.goto(demonstration.url + path)
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > NARROW["width"]:
            too_wide[path] = width
    context.close()
    assert too_wide == {}
