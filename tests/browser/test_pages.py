"""Every page of the demonstration: nothing that axe objects to, and nothing that scrolls sideways."""

import re
from collections import deque
from collections.abc import Iterable, Iterator
from html import unescape
from zlib import crc32

import pytest
from playwright.sync_api import APIRequestContext, Browser, BrowserContext, Page

from tests.browser.conftest import SIZES
from tests.browser.people import sign_in_as
from tests.installation import ROOT, Server

pytestmark = pytest.mark.browser

AXE = ROOT / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
START = ("/varnholt/", "/gallery/", "/varnholt/settings/", "/accounts/2fa/", "/accounts/email/")
DOORS = ("/accounts/login/", "/accounts/password/reset/", "/nowhere/at/all/")
LEFT_ALONE = re.compile(r"/(static|live|accounts/logout)/|\.(jsonl|csv)$|/export/|/openapi|/files/objectives/")
LINK = re.compile(r'<a\b[^>]*?\bhref="(/[^"#]*)')
BROUGHT = re.compile(r'\bhx-get="(/[^"#]*)"[^>]*\bhx-trigger="load')
SAME_KIND = re.compile(r"/[0-9a-f-]{36}/|/\d+/")
OF_A_KIND = 3  # pages of one kind differ by what they show; three of each are looked at
SHARES = 4  # so that several workers can look at once
NARROW = {"width": 320, "height": 700}
RUN_AXE = """async only => (await axe.run(document, {resultTypes: ["violations"], ...only})).violations.map(
  each => `${each.id}: ${each.nodes.map(node => node.target + " " + node.failureSummary).join(" | ")}`)"""
COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"]}  # all that a dark page has of its own


@pytest.fixture(scope="module")
def inside(browser: Browser, demonstration: Server) -> Iterator[BrowserContext]:
    """A browser in which the chief executive is signed in."""
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    sign_in_as(page, demonstration.url, "Ingrid Maas")
    page.close()
    yield context
    context.close()


@pytest.fixture(scope="module")
def paths(inside: BrowserContext, demonstration: Server) -> list[str]:
    """Every page that the chief executive is led to, at most three of a kind; a file is no page."""
    waiting, met, kinds, found = deque(START), set(START), {}, []
    while waiting:
        answer = inside.request.get(demonstration.url + waiting[0])
        if not answer.headers.get("content-disposition", "").startswith("attachment"):
            found.append(waiting[0])
            for led in _led_to(inside.request, demonstration.url, answer.text()):
                kind = SAME_KIND.sub("/…/", led)
                if led not in met and kinds.setdefault(kind, 0) < OF_A_KIND:
                    kinds[kind] += 1
                    met.add(led)
                    waiting.append(led)
        waiting.popleft()
    assert len(found) > 100, found
    return found


def _led_to(request: APIRequestContext, url: str, text: str) -> Iterator[str]:
    """The addresses that a page links to, those of the parts that it brings included."""
    parts = [request.get(url + unescape(part), headers={"HX-Request": "true"}).text() for part in BROUGHT.findall(text)]
    for found in LINK.findall("".join([text, *parts])):
        if not LEFT_ALONE.search(found):
            yield unescape(found)


@pytest.mark.parametrize("share", range(SHARES))
def test_every_page_is_fit_for_everybody(share, inside, demonstration, paths):
    mine = [path for path in paths if crc32(path.encode()) % SHARES == share]
    assert _said_of(inside, demonstration, mine) == {}


def test_the_doors_are_fit_for_everybody(browser, demonstration):
    context = browser.new_context(reduced_motion="reduce")
    assert _said_of(context, demonstration, DOORS) == {}
    context.close()


def _said_of(context: BrowserContext, server: Server, paths: Iterable[str]) -> dict[str, list[str]]:
    page = context.new_page()
    found = {}
    for path in paths:
        page.emulate_media(color_scheme="light")
        page.goto(server.url + path)
        page.evaluate(AXE.read_text(encoding="utf-8"))
        found[path] = [*_at_all_sizes(page), *_too_wide(page)]
    page.close()
    return {path: said for path, said in found.items() if said}


def _at_all_sizes(page: Page) -> Iterator[str]:
    for name, size in SIZES.items():
        page.set_viewport_size(size)
        for scheme, only in (("light", {}), ("dark", COLOURS)):
            page.emulate_media(color_scheme=scheme)
            yield from (f"{name}, {scheme}: {said}" for said in page.evaluate(RUN_AXE, only))


def _too_wide(page: Page) -> Iterator[str]:
    page.set_viewport_size(NARROW)
    width = page.evaluate("document.documentElement.scrollWidth")
    if width > NARROW["width"]:
        yield f"{width} pixels wide on a screen of {NARROW['width']}"


def test_axe_would_object(page, demonstration):
    """A picture without words is found, and so is grey on grey in the dark."""
    page.emulate_media(color_scheme="dark")
    page.goto(f"{demonstration.url}/accounts/login/")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    page.evaluate("document.querySelector('main').append(new Image())")
    page.evaluate("document.querySelector('h1').style.color = 'color-mix(in srgb, Canvas, CanvasText 20%)'")
    assert any(said.startswith("image-alt") for said in page.evaluate(RUN_AXE, {}))
    assert any(said.startswith("color-contrast") for said in page.evaluate(RUN_AXE, COLOURS))
