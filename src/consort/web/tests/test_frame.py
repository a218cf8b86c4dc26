from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from consort.core import waiting
from consort.core.waiting import Waiting

pytestmark = pytest.mark.urls("consort.web.tests.addresses")


@pytest.fixture
def two_wait(monkeypatch):
    """Two decisions and a commitment wait for everyone; the list counts how often it was asked for."""
    asked = []

    def provide(person):
        asked.append(person)
        since = datetime(2026, 10, 1, tzinfo=UTC)
        for place in ("decisions", "decisions", "commitments"):
            yield Waiting(place, "Kind", "Title", "/", "", "Act", since)

    monkeypatch.setattr(waiting, "_providers", [provide])
    return asked


def rail(page):
    return page.split('class="rail"')[1].split("</header>")[0]


def test_only_places_that_exist_are_shown(ingrid, sign_in):
    shown = rail(sign_in(ingrid).get("/varnholt/").content.decode())
    named = [name for name in ("Today", "Partnerships", "Decisions", "Meetings") if f"</svg>{name}" in shown]
    assert named == ["Today", "Partnerships", "Decisions"]


def test_a_page_counts_what_was_known_and_asks_nobody(ingrid, sign_in, two_wait):
    client = sign_in(ingrid)
    page = client.get("/varnholt/").content.decode()
    assert two_wait == []
    assert " hidden>0<" in rail(page)
    assert 'hx-get="/varnholt/counts/"' in page
    told = client.get("/varnholt/counts/", headers={"HX-Request": "true"}).content.decode()
    assert 'data-count="today" hx-swap-oob="outerHTML:[data-count=\'today\']">3<' in told
    page = client.get("/varnholt/").content.decode()
    assert 'data-count="today">3<' in rail(page)
    assert 'data-count="decisions">2<' in rail(page)
    assert "hx-get" not in page
    assert len(two_wait) == 1


def test_the_place_of_a_page_is_its_package(ingrid, sign_in):
    shown = rail(sign_in(ingrid).get("/varnholt/decisions/").content.decode())
    assert '<a href="/varnholt/decisions/" aria-current="page">' in shown
    assert shown.count('aria-current="page"') == 1


def test_the_readers_partnerships_are_called_as_they_call_them(ingrid, tomasz, pair, executive_team, sign_in):
    assert "Tomasz and you" in rail(sign_in(ingrid).get("/varnholt/").content.decode())
    shown = rail(sign_in(tomasz).get("/varnholt/").content.decode())
    assert "Ingrid and you" in shown
    assert "Executive team" in shown


def test_the_frame_costs_three_queries_however_much_there_is_to_count(ingrid, pair, sign_in, two_wait):
    client = sign_in(ingrid)
    for _ in range(2):
        with CaptureQueriesContext(connection) as run:
            client.get("/varnholt/")
        assert len(run) == 3, [each["sql"][:80] for each in run]
        client.get("/varnholt/counts/")


def test_pages_outside_an_organization_have_no_rail_items(db, client):
    page = client.get("/door/").content.decode()
    assert "Find or go to" not in page
    assert "Runs on your own servers" in page
