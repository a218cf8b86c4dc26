import pytest

from consort.web import tabs
from consort.web.tabs import Tab

pytestmark = pytest.mark.urls("consort.web.tests.addresses")


@pytest.fixture
def two_tabs(monkeypatch):
    found = [Tab("Here", "weave:today", lambda person: 2), Tab("Nowhere", "weave:nowhere")]
    monkeypatch.setattr(tabs, "_tabs", {"today": found})


def test_a_tab_whose_page_is_missing_is_not_shown(ingrid, two_tabs):
    (tab,) = tabs.shown("today", ingrid)
    assert (tab.title, tab.url, tab.count) == ("Here", "/varnholt/", 2)


def test_a_place_without_tabs_has_none(ingrid, two_tabs):
    assert tabs.shown("decisions", ingrid) == []
