"""Two people write one document at once, while the server is killed again and again."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESKTOP

pytestmark = pytest.mark.browser
EDITOR = ".ProseMirror"
KILLS = 2


@pytest.fixture
def size():
    return DESKTOP


def begin(one, title: str) -> str:
    """Begin a charter that all leaders write; its path."""
    one.open("/varnholt/documents/new/")
    one.page.get_by_label("Title").fill(title)
    one.page.get_by_label("What is it?").select_option("charter")
    one.page.get_by_role("button", name="Begin it").click()
    one.page.wait_for_url(re.compile(r"/documents/[0-9a-f-]{36}/$"))
    return one.page.url.removeprefix(one.url)


def write(page: Page, words: str) -> None:
    """Add words to the end of the paragraph below the first heading."""
    page.locator(f"{EDITOR} p").first.click()
    page.keyboard.press("End")
    page.keyboard.type(words)


def settled(page: Page, words: str) -> None:
    expect(page.locator(EDITOR)).to_contain_text(words, timeout=20_000)
    expect(page.locator("[data-status]")).to_have_text("Saved", timeout=20_000)


def test_two_write_at_once_and_nothing_is_lost_when_the_server_dies(house, someone):
    ingrid, tomasz = someone("ingrid"), someone("tomasz")
    path = begin(ingrid, "How we lead")
    tomasz.open(path)
    for one in (ingrid, tomasz):
        settled(one.page, "How we disagree")
    for number in range(KILLS):
        write(ingrid.page, f" Ingrid{number}")
        settled(tomasz.page, f"Ingrid{number}")
        settled(ingrid.page, f"Ingrid{number}")
        house.kill()
        expect(ingrid.page.locator("[data-status]")).to_contain_text("Offline")
        write(ingrid.page, f" kept{number}")
        write(tomasz.page, f" also{number}")
        house.start()
        for one in (ingrid, tomasz):
            settled(one.page, f"kept{number}")
            settled(one.page, f"also{number}")
    texts = [one.page.locator(EDITOR).inner_text() for one in (ingrid, tomasz)]
    assert texts[0].replace("Tomasz", "").split() == texts[1].replace("Ingrid\n", "").split() or texts[0] == texts[1]
    ingrid.open(path)
    for number in range(KILLS):
        settled(ingrid.page, f"also{number}")
