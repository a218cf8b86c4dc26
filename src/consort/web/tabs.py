"""The tabs that the pages of one rail item share, whichever package a page belongs to."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise

from consort.core.models import Person
from consort.web.frame import address


@dataclass(frozen=True)
class Tab:
    """`url_name` takes the organization's slug; `count` says how much there is to see to, in one query at most."""

    title: str | Promise
    url_name: str
    count: Callable[[Person], int] | None = None


@dataclass(frozen=True)
class ShownTab:
    title: str | Promise
    url: str
    count: int


_tabs: dict[str, list[Tab]] = {}


def register(place: str, tabs: list[Tab]) -> None:
    """The tabs of the rail item `place`, in their order."""
    _tabs[place] = tabs


def shown(place: str, person: Person) -> list[ShownTab]:
    """The tabs whose pages there are. Runs one query for each that counts."""
    found = ((tab, address(tab.url_name, person)) for tab in _tabs.get(place, []))
    return [ShownTab(tab.title, url, tab.count(person) if tab.count else 0) for tab, url in found if url]
