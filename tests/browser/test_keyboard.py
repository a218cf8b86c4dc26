"""Sealed input is given and changed by keyboard alone: Tab, arrows, Space, Enter and letters."""

import pytest
from playwright.sync_api import Page

from tests.browser import loop

pytestmark = pytest.mark.browser
MOST = 150  # steps from one end of a page to the other


HERE = """() => { const one = document.activeElement, words = ["button", "summary"].includes(one.localName);
  return [one.name || "", words ? one.textContent.trim() : ""] }"""
SHOWN = """() => [document.activeElement, document.activeElement.closest("label")].some(one => one && (
  getComputedStyle(one).outlineStyle !== "none" || getComputedStyle(one).boxShadow !== "none"))"""


def go_to(page: Page, name: str) -> None:
    """Tab until the control of that name, or the button with those words, has the focus; and see that it has."""
    for _ in range(MOST):
        page.keyboard.press("Tab")
        if name in page.evaluate(HERE):
            assert page.evaluate(SHOWN), f"{name} has the focus and does not show it"
            return
    raise AssertionError(f"no way to {name} by keyboard")


def test_sealed_input_is_given_and_changed_by_keyboard_alone(house, someone):
    ingrid, tomasz = someone("ingrid"), someone("tomasz")
    path = loop.frame(ingrid, house.people, "consent")
    page = tomasz.page
    tomasz.open(path)
    answer(page, "The people there know the line", presses=1, percent="70")
    go_to(page, "Seal my input")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    tomasz.sees("Your input is sealed")
    first = receipt(page)

    go_to(page, "Change my input")
    page.keyboard.press("Enter")
    go_to(page, "answer.reason")
    page.keyboard.press("Control+A")
    page.keyboard.type("Turin is ready sooner")
    go_to(page, "Seal the change")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    tomasz.sees("Your input is sealed")
    assert receipt(page) != first


def answer(page: Page, reason: str, presses: int, percent: str) -> None:
    """Fill the envelope in from the top."""
    go_to(page, "answer.option")
    page.keyboard.press("Space")
    for _ in range(presses):
        page.keyboard.press("ArrowDown")
    go_to(page, "answer.reason")
    page.keyboard.type(reason)
    for forecast in ("answer.forecast-0", "answer.forecast-1"):
        go_to(page, forecast)
        page.keyboard.type(percent)


def receipt(page: Page) -> str:
    return page.locator("#envelope b.num").first.inner_text()
