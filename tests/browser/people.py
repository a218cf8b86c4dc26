"""A person in a browser: they open pages, fill in fields by name, press buttons by their words, and see."""

import re
import time

from playwright.sync_api import ConsoleMessage, Locator, Page, Response, expect

from tests.fault.scene_names import PASSWORD

PATIENCE = 15_000  # milliseconds
LEADS_ON = {"hx-redirect", "hx-refresh"}


def sign_in_as(page: Page, url: str, name: str) -> None:
    """Sign in as one of the demonstration's people, by their button."""
    page.goto(f"{url}/accounts/login/")
    page.get_by_role("button", name=f"Sign in as {name}").click()
    page.wait_for_url("**/varnholt/")


class Someone:
    """One signed-in person. `faults` gathers what went wrong in scripts and against the content security policy."""

    def __init__(self, name: str, page: Page, url: str) -> None:
        self.name, self.page, self.url = name, page, url
        self.faults: list[str] = []
        page.set_default_timeout(PATIENCE)
        page.on("pageerror", lambda error: self.faults.append(f"{name}: {error}"))
        page.on("console", self._hear)

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error" and "Content Security Policy" in message.text:
            self.faults.append(f"{self.name}: {message.text}")

    def sign_in(self) -> None:
        self.open("/accounts/login/")
        self.page.get_by_label("Work email").fill(f"{self.name}@varnholt.example")
        self.page.locator("input[name=password]").fill(PASSWORD)
        self.page.get_by_role("button", name="Sign in", exact=True).click()
        self.page.wait_for_url("**/varnholt/")

    def open(self, path: str) -> None:
        self.page.goto(self.url + path)

    def sees(self, words: str) -> None:
        """Waits until the words stand on the page, also when they come by themselves."""
        expect(self.page.get_by_role("main").get_by_text(words).first).to_be_visible(timeout=PATIENCE)

    def does_not_see(self, words: str) -> None:
        expect(self.page.get_by_text(words)).to_have_count(0)

    def form(self, name: str) -> Locator:
        """The form that is sent to an address which ends with `name`."""
        return self.page.locator(f"form[action$='/{name}/']").first

    def unfold(self, words: str) -> None:
        """Opens what is folded away under `words`, unless it is open."""
        fold = self.page.locator("details.more").filter(has=self.page.get_by_text(words, exact=True)).first
        if fold.get_attribute("open") is None:
            fold.locator("summary").first.click()

    def send(self, form: Locator, press: str = "", **values: str) -> None:
        """Fills in the fields by their names and presses the form's button."""
        for name, value in values.items():
            fill(form, name.replace("__", "-"), value)
        button = (
            form.get_by_role("button", name=press, exact=True) if press else form.locator(".acts button, button").last
        )
        self.answered(button)

    def answered(self, button: Locator) -> None:
        """Presses and waits until the page has been answered, and until the next page stands where there is one."""
        loads: list[Page] = []

        def hear(page: Page) -> None:
            loads.append(page)

        self.page.on("load", hear)
        with self.page.expect_response(is_answer) as answer:
            button.click()
        if leads_on(answer.value):
            self._wait_for(loads)
        self.page.remove_listener("load", hear)

    def _wait_for(self, loads: list[Page]) -> None:
        until = time.monotonic() + PATIENCE / 1000
        while not loads:
            assert time.monotonic() < until, f"{self.name} was not led on from {self.page.url}"
            self.page.wait_for_timeout(10)

    def press(self, words: str) -> None:
        self.answered(self.page.get_by_role("button", name=words, exact=True).first)


def leads_on(response: Response) -> bool:
    """Whether the next page comes by itself: the form was sent without a script, or the script goes there."""
    return response.request.is_navigation_request() or bool(LEADS_ON & response.headers.keys())


def is_answer(response: object) -> bool:
    """Whether this answers a form that was sent, rather than an autosave."""
    request = response.request  # type: ignore[attr-defined]
    return request.method == "POST" and not re.search(r"/draft/$", request.url)


def fill(form: Locator, name: str, value: str) -> None:
    """Whatever kind of field it is."""
    field = form.locator(f"[name='{name}']")
    kind = field.first.get_attribute("type") or field.first.evaluate("field => field.localName")
    if kind == "radio":
        form.locator("label", has=form.page.locator(f"[name='{name}'][value='{value}']")).first.click()
    elif kind == "select":
        field.first.select_option(value)
    else:
        field.first.fill(value)
