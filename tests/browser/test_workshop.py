"""A workshop in several browsers at once: nobody loads a page anew, and a server that is killed loses nothing."""

import json
from datetime import datetime, timedelta

import pytest

from tests.browser.conftest import DESKTOP, PHONE

pytestmark = pytest.mark.browser
NAMES = ("ingrid", "tomasz", "priya")
SCRIPT = {
    "format": "consort-workshop-script",
    "version": 1,
    "title": "What comes first",
    "activities": [
        {"kind": "write", "title": "Write", "minutes": 5, "question": "What must be true in a year?"},
        {"kind": "group", "title": "Group", "minutes": 5, "earlier": 1},
        {"kind": "rank", "title": "Rank", "minutes": 5, "question": "Which comes first?", "earlier": 2},
        {"kind": "discuss", "title": "Talk", "minutes": 5, "earlier": 3},
        {"kind": "commit", "title": "Commit", "minutes": 5, "question": "What do you promise?"},
    ],
}


@pytest.fixture
def size():
    """Whoever leads has a desktop; the windows of the others are made narrow."""
    return DESKTOP


def test_three_browsers_play_a_script_and_a_killed_server_resumes(house, someone, tmp_path):
    people = {name: someone(name) for name in NAMES}
    ingrid, tomasz, priya = people.values()
    path = begin(ingrid, house.people, tmp_path)
    for one in (tomasz, priya):
        one.page.set_viewport_size(PHONE)
        one.open(f"{path}room/")
        one.sees("What must be true in a year?")
    write(people, house, path)
    group(ingrid, tomasz)
    rank(people)
    commit(ingrid, tomasz, house.people)


def begin(ingrid, ids, folder):
    """Ingrid brings in a script, plans a workshop with two others, and begins it."""
    file = folder / "script.json"
    file.write_text(json.dumps(SCRIPT))
    ingrid.open("/varnholt/workshops/bring/")
    ingrid.page.locator("[name=file]").set_input_files(file)
    ingrid.press("Read it")
    form = ingrid.form("bring")
    starts = (datetime.now() + timedelta(days=1)).strftime("%Y-%m-%dT%H:%M")  # noqa: DTZ005  (the browser's own clock)
    form.locator("[name=starts_at]").fill(starts)
    form.locator("[name=with_whom]").select_option("leaders")
    ingrid.unfold("Invite others besides")
    for name in NAMES[1:]:
        form.locator(f"[name=people][value='{ids[name]}']").check()
    ingrid.answered(form.get_by_role("button", name="Plan it"))
    ingrid.sees("25 minutes in all")
    path = ingrid.page.url.removeprefix(ingrid.url)
    ingrid.press("Begin now")
    return path


def write(people, house, path):
    """What is half written stays on its page while the count of the others comes by itself, and over a kill."""
    ingrid, tomasz, priya = people.values()
    lock_in(tomasz, "Deliver on time\nTwo sources")
    for one in (ingrid, priya):
        one.sees("One of three has locked in")
    priya.page.locator("textarea").first.fill("A second line")
    tomasz.does_not_see("A second line")
    house.kill()
    house.start()
    ingrid.open(f"{path}lead/")
    ingrid.sees("One of three has locked in")
    assert priya.page.locator("textarea").first.input_value() == "A second line"
    priya.press("Lock in my words")
    ingrid.sees("Two of three have locked in")
    ingrid.press("Close and reveal")
    tomasz.sees("A second line")


def lock_in(one, words):
    one.page.locator("textarea").first.fill(words)
    one.press("Lock in my words")
    one.sees("Your answer is locked in")


def group(ingrid, tomasz):
    ingrid.press("Go on: Group")
    tomasz.sees("Group")
    for title in ("Delivery", "Growth"):
        tomasz.page.get_by_label("Name of a new group").fill(title)
        tomasz.press("Add the group")
        ingrid.sees(title)


def rank(people):
    """Tomasz leaves the order as it is, Priya moves the first down; all see the order of all at one moment."""
    ingrid, tomasz, priya = people.values()
    ingrid.press("Go on: Rank")
    for one in (tomasz, priya):
        one.sees("Which comes first?")
    priya.page.get_by_role("button", name="Move down").first.click()
    for one in (tomasz, priya):
        one.press("Lock in my order")
    ingrid.sees("Two of three have locked in")
    tomasz.does_not_see("Side by side")
    ingrid.press("Close and reveal")
    for one in people.values():
        one.sees("Your orders, side by side")


def commit(ingrid, tomasz, ids):
    """The promise stands on every screen, and the minutes are there once it ends."""
    for title in ("Talk", "Commit"):
        ingrid.press(f"Go on: {title}")
    tomasz.sees("What do you promise?")
    due = (datetime.now() + timedelta(days=9)).strftime("%Y-%m-%d")  # noqa: DTZ005
    form = tomasz.form("commit")
    tomasz.send(form, press="Promise it", what="Show the plan", receiver=ids["ingrid"], due=due)
    ingrid.sees("Show the plan")
    ingrid.page.get_by_role("button", name="End it", exact=True).first.click()
    ingrid.answered(ingrid.page.get_by_role("dialog").get_by_role("button", name="End it"))
    ingrid.sees("Who was there")
    tomasz.sees("What came of it")
