"""Makes the pictures of the README from the running program: `python -m docs.make_pictures`."""

import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from launcher import chromium
from tests.installation import Server

PICTURES = Path(__file__).parent / "pictures"
DESK = {"width": 1280, "height": 860}
PHONE = {"width": 390, "height": 844}
READER = "Ingrid Maas"
WANTED = {
    "today": "/varnholt/",
    "decision-input": "Where do we build the second assembly line?",
    "decision-review": "One spare-parts hub at Venlo, or three stores?",
    "partnership": "Tomasz and you",
    "strategy": "/varnholt/strategy/",
}


def main() -> None:
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=chromium.ARGUMENTS)
        with Server(Path(folder), CONSORT_DEMONSTRATION="1") as server:
            take(browser, server, DESK, "")
            take(browser, server, PHONE, "-phone")
        browser.close()


def take(browser: Browser, server: Server, size: dict[str, int], suffix: str) -> None:
    """One picture of each wanted page in a window of this size."""
    page = browser.new_page(viewport={"width": size["width"], "height": size["height"]}, reduced_motion="reduce")
    page.goto(server.url)
    page.get_by_role("button", name=READER).first.click()
    page.wait_for_url("**/varnholt/**")
    for name, where in WANTED.items():
        show(page, server, where)
        page.screenshot(path=PICTURES / f"{name}{suffix}.png", full_page=False)


def show(page: Page, server: Server, where: str) -> None:
    """Go to an address, or to the page behind a link of Today or of the list of decisions."""
    if where.startswith("/"):
        page.goto(f"{server.url}{where}")
        return
    for place in ("/varnholt/", "/varnholt/decisions/", "/varnholt/partnerships/"):
        page.goto(f"{server.url}{place}")
        link = page.locator("main").get_by_role("link", name=where)
        if link.count():
            link.first.click()
            page.wait_for_load_state()
            return


if __name__ == "__main__":
    main()
