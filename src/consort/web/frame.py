"""What every page shows around its content: the organization, the reader, the places and what waits there."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise, SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from consort.core.models import Partnership, Person
from consort.core.queries import partnerships_of
from consort.core.waiting import Recalled, Waiting, counted, recall, waiting_for

PLACES: list[tuple[str, str | Promise, str]] = [
    ("today", _("Today"), "weave:today"),
    ("partnerships", _("Partnerships"), "weave:partnerships"),
    ("strategy", _("Strategy"), "vision:map"),
    ("decisions", _("Decisions"), "decisions:list"),
    ("commitments", _("Commitments"), "commitments:list"),
    ("meetings", _("Meetings"), "workshops:list"),
    ("development", _("Development"), "development:list"),
]
DOCK = (("today",), ("decisions",), ("meetings", "commitments"), ("partnerships",))
PLACE_OF_PACKAGE = {
    "vision": "strategy",
    "metrics": "strategy",
    "documents": "strategy",
    "decisions": "decisions",
    "commitments": "commitments",
    "communication": "meetings",
    "workshops": "meetings",
    "development": "development",
    "trust": "development",
}


@dataclass(frozen=True)
class Place:
    """An item of the rail. `count` is how much waited there for the reader when it was last asked."""

    name: str
    title: str | Promise
    url: str
    count: int
    is_current: bool


def frame(request: HttpRequest) -> dict[str, Any]:
    """Context processor. Pages outside an organization get the theme only; nothing is computed unless shown."""
    person: Person | None = getattr(request, "person", None)
    outside = {"theme": getattr(request, "theme", ""), "demonstration": settings.DEMONSTRATION}
    if person is None:
        return {**outside, "person": None, "organization": getattr(request, "organization", None)}
    places = SimpleLazyObject(lambda: _places(request, person))
    return {
        **outside,
        "person": person,
        "organization": person.organization,
        "places": places,
        "is_counted": SimpleLazyObject(lambda: recalled(request).is_fresh),
        "dock": SimpleLazyObject(lambda: _dock(places)),
        "partnerships": SimpleLazyObject(lambda: _partnerships(request, person)),
        "home": address("weave:today", person) or "/",
        "find_url": address("weave:find", person),
        "counts_url": address("weave:counts", person),
        "settings_url": address("organization:you", person) or address("organization:members", person),
    }


def recalled(request: HttpRequest) -> Recalled:
    """What is known of what waits for the reader, looked up once per request. Runs one query."""
    if not hasattr(request, "recalled"):
        request.recalled = recall(request.person)  # type: ignore[attr-defined]
    found: Recalled = request.recalled  # type: ignore[attr-defined]
    return found


def waiting_of(request: HttpRequest) -> list[Waiting]:
    """What waits for the reader, asked of every package: more queries than a page may run, so a part of a page asks."""
    items = waiting_for(request.person)  # type: ignore[attr-defined]
    request.recalled = Recalled(counted(items), items, is_fresh=True)  # type: ignore[attr-defined]
    return items


def address(name: str, person: Person) -> str:
    """The address of a page of the person's organization, empty while there is no such page."""
    try:
        return reverse(name, args=[person.organization.slug])
    except NoReverseMatch:
        return ""


def title_of(name: str) -> str | Promise:
    """The words of a rail item."""
    return next(title for place, title, _url_name in PLACES if place == name)


def _places(request: HttpRequest, person: Person) -> list[Place]:
    counts = recalled(request).counts
    current = current_place(request)
    found = []
    for name, title, url_name in PLACES:
        url = address(url_name, person)
        count = counts.total() if name == "today" else counts[name]
        if url:
            found.append(Place(name, title, url, count, name == current))
    return found


def _dock(places: Iterable[Place]) -> list[Place]:
    """Four places for the thumb: of each group the first that there is."""
    by_name = {place.name: place for place in places}
    groups = ([by_name[name] for name in group if name in by_name] for group in DOCK)
    return [found[0] for found in groups if found]


def current_place(request: HttpRequest) -> str:
    """The rail item a page belongs to: what its view said in `request.place`, else by its package."""
    said: str = getattr(request, "place", "")
    match = request.resolver_match
    if said or match is None:
        return said
    if match.app_name == "weave":
        return "today" if match.url_name == "today" else "partnerships" if "partnership" in str(match.url_name) else ""
    return PLACE_OF_PACKAGE.get(match.app_name, "")


@dataclass(frozen=True)
class OwnPartnership:
    """A line under "Your partnerships"."""

    name: str
    url: str
    is_current: bool


def _partnerships(request: HttpRequest, person: Person) -> list[OwnPartnership]:
    return [_own(request, person, partnership) for partnership in partnerships_of(person)[:8]]


def _own(request: HttpRequest, person: Person, partnership: Partnership) -> OwnPartnership:
    try:
        url = partnership.get_absolute_url()
    except NoReverseMatch:
        url = ""
    return OwnPartnership(partnership.name_for(person), url, bool(url) and request.path.startswith(url))
