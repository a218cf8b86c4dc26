import re
from collections import Counter
from itertools import pairwise

import pytest

pytestmark = pytest.mark.urls("consort.web.tests.addresses")


def test_the_gallery_shows_everything(db, client, settings):
    settings.DEMONSTRATION = True
    answer = client.get("/gallery/")
    assert answer.status_code == 200
    page = answer.content.decode()
    assert "<c-" not in page
    assert page.count("<h1") == 1


def test_identifiers_are_unique_and_references_lead_somewhere(db, client, settings):
    settings.DEMONSTRATION = True
    page = client.get("/gallery/").content.decode()
    identifiers = Counter(re.findall(r'\sid="([^"]+)"', page))
    assert [name for name, count in identifiers.items() if count > 1] == []
    pointed = re.findall(r'(?:aria-labelledby|aria-describedby|aria-controls|popovertarget|\sfor)="([^"]+)"', page)
    assert {name for names in pointed for name in names.split()} <= set(identifiers)


def test_headings_go_down_one_step_at_a_time(db, client, settings):
    settings.DEMONSTRATION = True
    levels = [int(level) for level in re.findall(r"<h([1-6])", client.get("/gallery/").content.decode())]
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_outside_a_demonstration_the_gallery_is_for_those_signed_in(ingrid, client, sign_in, settings):
    settings.DEMONSTRATION = settings.DEBUG = False
    assert client.get("/gallery/").status_code == 302
    assert sign_in(ingrid).get("/gallery/").status_code == 200
