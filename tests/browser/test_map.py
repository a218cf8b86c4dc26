"""The strategy map of the demonstration on paper, on a desktop and on a phone."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.people import sign_in_as

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}


@pytest.fixture
def map_page(page: Page, demonstration) -> Page:
    sign_in_as(page, demonstration.url, "Ingrid Maas")
    page.goto(f"{demonstration.url}/varnholt/strategy/")
    return page


def test_it_prints_on_one_page(map_page):
    paper = map_page.pdf(prefer_css_page_size=True, print_background=True)
    assert len(re.findall(rb"/Type\s*/Page[^s]", paper)) == 1


def test_columns_on_a_desktop_are_an_outline_on_a_phone(map_page):
    top, below = map_page.locator(".map .node.top").first, map_page.locator(".map li[id^=o-] > .node").first
    assert below.bounding_box()["x"] > top.bounding_box()["x"] + top.bounding_box()["width"]
    map_page.set_viewport_size(PHONE)
    assert below.bounding_box()["y"] > top.bounding_box()["y"] + top.bounding_box()["height"]


def test_narrowing_is_kept_in_the_address(map_page):
    map_page.get_by_label("State").select_option("behind")
    map_page.get_by_role("button", name="Show what is chosen").click()
    map_page.wait_for_url("**state=behind**")
    expect(map_page.get_by_label("State")).to_have_value("behind")
    expect(map_page.locator(".map").get_by_text("Ahead")).to_have_count(0)


def test_the_button_prints(map_page):
    map_page.evaluate("window.print = () => { document.title = 'printed' }")
    map_page.get_by_role("button", name="Print on one page").click()
    expect(map_page).to_have_title("printed")
