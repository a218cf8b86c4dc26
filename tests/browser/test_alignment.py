"""An alignment pulse by keyboard: what comes to mind first, then the list, its order kept while it is made."""

import pytest
from playwright.sync_api import expect

from tests.browser.test_keyboard import go_to

pytestmark = pytest.mark.browser
ITEMS = ("On-time delivery", "Two sources for every part", "Heat contracts")


def test_memory_comes_before_the_list_and_the_order_is_sealed_by_keyboard(house, someone):
    ingrid = someone("ingrid")
    page = ingrid.page
    ingrid.open("/varnholt/strategy/alignment/pulses/new/")
    ingrid.send(page.locator("main form").first, "Ask them", title="Priorities", items="\n".join(ITEMS))
    ingrid.sees("First, from memory")
    for item in ITEMS:
        ingrid.does_not_see(item)

    go_to(page, "words")
    page.keyboard.type("deliver on time")
    go_to(page, "Keep it and show the list")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    ingrid.sees("What came to mind")
    assert page.locator("select[name=match-1]").input_value() == "item-1"

    last = page.locator("[data-thing]").last.inner_text()
    page.locator("[data-rank] li").last.get_by_role("button", name="Move up").focus()
    with page.expect_response("**/keep/"):
        page.keyboard.press("Enter")
    expect(page.locator("[data-thing]").nth(1)).to_have_text(last)
    page.reload()
    expect(page.locator("[data-thing]").nth(1)).to_have_text(last)

    go_to(page, "Seal my order")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    ingrid.sees("Your order is sealed")
