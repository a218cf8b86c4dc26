"""What the scripts do, in a real Chromium in front of a real server."""

import socket
import threading
import time
from contextlib import contextmanager

import pytest
import uvicorn
from django.conf import settings as current
from django.contrib.staticfiles.finders import find
from django.contrib.staticfiles.handlers import ASGIStaticFilesHandler
from django.core.asgi import get_asgi_application
from django.test import Client
from playwright.sync_api import expect, sync_playwright

from consort.web.live import Live
from consort.web.tests import workplace
from launcher import chromium

pytestmark = [
    pytest.mark.browser,
    pytest.mark.urls("consort.web.tests.workplace"),
    pytest.mark.skipif(chromium.find() is None, reason="this machine has no Chromium"),
    pytest.mark.skipif(find("build/app.js") is None, reason="the front end has not been built"),
]


@contextmanager
def serving():
    """The address of a server of the frame."""
    with socket.socket() as place:
        place.bind(("127.0.0.1", 0))
        port = place.getsockname()[1]
    application = Live(ASGIStaticFilesHandler(get_asgi_application()))
    config = uvicorn.Config(application, port=port, log_level="error", lifespan="off", timeout_graceful_shutdown=1)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join()


@pytest.fixture
def page(transactional_db, ingrid, settings):
    """A page of the workplace, with Ingrid signed in."""
    workplace.kept.clear()
    settings.ALLOWED_HOSTS = ["127.0.0.1"]
    client = Client()
    client.force_login(ingrid.user)
    session = client.cookies[current.SESSION_COOKIE_NAME].value
    with serving() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=["--no-sandbox", "--disable-gpu"])
        context = browser.new_context(
            base_url=address, reduced_motion="reduce", viewport={"width": 1280, "height": 900}
        )
        context.set_default_timeout(10_000)
        context.add_cookies([{"name": current.SESSION_COOKIE_NAME, "value": session, "url": address}])
        opened = context.new_page()
        opened.problems = []
        opened.on("pageerror", lambda error: opened.problems.append(str(error)))
        opened.on("console", lambda said: said.type == "error" and opened.problems.append(said.text))
        opened.goto("/varnholt/work/")
        yield opened
        opened.goto("about:blank")
        browser.close()


def ours(problems):
    """Without what the browser says of answers that are meant to be refusals, and of the line that was cut."""
    return [problem for problem in problems if "Failed to load resource" not in problem]


def change(page):
    """Something changes until the page, which may still be opening its stream, has heard of it."""
    for _ in range(25):
        page.request.get("/varnholt/changed/")
        page.wait_for_timeout(200)
        if page.inner_text("#count") != "0":
            return
    raise AssertionError("the page has not heard of the change")


def test_a_part_that_changed_comes_anew_and_keeps_what_was_typed_and_opened(page):
    page.fill("#aside", "mine")
    page.click("#fold summary")
    change(page)
    assert page.input_value("#aside") == "mine"
    assert page.evaluate("document.getElementById('fold').open")
    assert ours(page.problems) == []


def test_a_form_with_a_mistake_comes_back_filled_and_a_good_one_empty(page):
    page.fill("#id_title", "wrong")
    page.fill("#id_text", "my words")
    page.click("text=Send")
    expect(page.locator("#note-form .error")).to_have_text("Not that one.")
    assert page.input_value("#id_text") == "my words"
    page.fill("#id_title", "right")
    page.click("text=Send")
    expect(page.locator("#toasts .toast")).to_contain_text("Noted.")
    expect(page.locator("#id_text")).to_have_value("")
    expect(page.locator("#toasts button", has_text="Undo")).to_be_visible()
    page.click("#toasts [data-dismiss]")
    expect(page.locator(".toast")).to_have_count(0)
    assert ours(page.problems) == []


def test_a_refusal_is_told_beside_the_work(page):
    page.fill("#id_title", "still here")
    page.click("text=Refuse")
    expect(page.locator("#toasts .toast")).to_contain_text("The round has closed.")
    assert page.input_value("#id_title") == "still here"


def test_what_cannot_be_undone_is_asked_once_more(page):
    page.click("text=Withdraw")
    expect(page.locator("dialog[open]")).to_contain_text("For good.")
    page.click("dialog[open] >> text=Not now")
    expect(page.locator("dialog[open]")).to_have_count(0)
    assert "acted" not in workplace.kept
    page.click("text=Withdraw")
    page.locator("dialog[open] button").last.click()
    expect(page.locator("#toasts .toast")).to_contain_text("Withdrawn.")
    assert workplace.kept["acted"]


def test_a_draft_is_kept_and_a_cut_line_loses_nothing_and_stores_no_secret(page):
    said = page.locator("#draft [data-saved]")
    page.fill("#words-field", "first words")
    expect(said).to_contain_text("Kept as draft")
    assert workplace.kept["draft"] == {"words": "first words"}
    page.context.set_offline(True)
    page.fill("#words-field", "more words")
    page.fill("#secret", "a secret")
    expect(said).to_contain_text("Not saved: no connection.")
    expect(page.locator("#sealed [data-saved]")).to_contain_text("Not saved: no connection.")
    expect(page.locator("[data-offline]")).to_be_visible()
    stored = page.evaluate("JSON.stringify([sessionStorage, localStorage])")
    assert "more words" in stored
    assert "a secret" not in stored
    page.context.set_offline(False)
    expect(said).to_contain_text("Kept as draft")
    expect(page.locator("[data-offline]")).to_be_hidden()
    expect(page.locator("#sealed [data-saved]")).to_contain_text("Kept as draft")
    assert page.evaluate("sessionStorage.length") == 0


def test_signed_out_elsewhere_nothing_typed_is_lost_and_signing_in_again_is_enough(page):
    name = current.SESSION_COOKIE_NAME
    session = [cookie for cookie in page.context.cookies() if cookie["name"] == name]
    page.fill("#id_title", "words")
    page.context.clear_cookies(name=name)
    page.click("text=Send")
    expect(page.locator("#toasts .toast")).to_contain_text("You were signed out.")
    assert page.input_value("#id_title") == "words"
    page.context.add_cookies(session)
    page.context.add_cookies([{"name": "csrftoken", "value": "a" * 32, "url": page.url.split("/varnholt")[0]}])
    page.click("text=Send")
    expect(page.locator("#toasts .toast").last).to_contain_text("Noted.")


def test_an_order_is_made_by_buttons_keys_and_dragging(page):
    page.click("[aria-label='Move down: Alpha']")
    expect(page.locator("[data-said]")).to_have_text("Alpha is now number 2 of 3.")
    page.keyboard.press("Alt+ArrowDown")
    expect(page.locator("[data-said]")).to_have_text("Alpha is now number 3 of 3.")
    assert page.evaluate("document.activeElement.ariaLabel") == "Move up: Alpha"
    first, last = (page.locator("[data-rank] li").nth(index).bounding_box() for index in (0, 2))
    page.mouse.move(first["x"] + 120, first["y"] + 20)
    page.mouse.down()
    page.mouse.move(last["x"] + 120, last["y"] + last["height"], steps=8)
    page.mouse.up()
    page.click("text=Keep the order")
    expect(page.locator("#toasts .toast")).to_contain_text("The order is kept.")
    assert workplace.kept["order"] == ["g", "a", "b"]


def test_the_slider_says_nothing_until_it_is_moved(page):
    number = page.get_by_role("spinbutton", name="how likely")
    expect(number).to_have_value("")
    page.locator(".odds [type=range]").fill("70")
    expect(number).to_have_value("70")


def test_find_or_go_to_by_keyboard_alone(page):
    page.keyboard.press("Control+k")
    page.keyboard.type("venlo")
    expect(page.locator("#find [role=option]")).to_have_count(2)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.wait_for_url("**/varnholt/decisions/")
    page.keyboard.press("Control+k")
    page.keyboard.press("Escape")
    expect(page.locator("#find")).to_be_hidden()


def test_the_theme_changes_at_once_and_stays(page):
    page.click(".rail .me")
    page.click("#me-menu >> text=Dark")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    page.reload()
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
