"""What was published to the leaders of the demonstration: on paper, and answered without a mouse."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PHONE
from tests.installation import Server

pytestmark = pytest.mark.browser

STRATEGY = "Our strategy until 2028, and what it asks of us"
PAGE_OF_PAPER = re.compile(rb"/Type\s*/Page\b")


def open_published(page: Page, server: Server, who: str, title: str) -> None:
    page.goto(f"{server.url}/accounts/login/")
    if not page.get_by_role("button", name=who).is_visible():
        page.get_by_text("The others").click()
    page.get_by_role("button", name=who).click()
    page.wait_for_url("**/varnholt/")
    page.goto(f"{server.url}/varnholt/strategy/published/")
    page.get_by_role("link", name=title, exact=True).click()


def test_a_goal_set_fits_one_sheet_of_paper(page: Page, demonstration: Server) -> None:
    open_published(page, demonstration, "Ingrid Maas", STRATEGY)
    page.get_by_role("link", name="On one sheet").click()
    expect(page.get_by_role("heading", name="On-time delivery at 95%")).to_be_visible()
    assert len(PAGE_OF_PAPER.findall(page.pdf(prefer_css_page_size=True))) == 1


def test_a_reader_answers_on_a_phone_by_keyboard(browser: Browser, demonstration: Server) -> None:
    page = browser.new_context(viewport=PHONE, reduced_motion="reduce").new_page()
    open_published(page, demonstration, "Jonas Keller", STRATEGY)
    page.get_by_role("link", name="To your answer").focus()
    page.keyboard.press("Enter")
    page.get_by_label("What does this ask of us?").focus()
    page.keyboard.type("Five days to the first visit, everywhere we sell.")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text("“Five days to the first visit, everywhere we sell.”")).to_be_visible()
    expect(page.get_by_text("9 of 10 have confirmed it.")).to_be_visible()
    page.context.close()
