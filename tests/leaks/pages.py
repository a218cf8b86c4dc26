"""Everything that is answered over HTTP: pages, fragments, feeds, the API, downloads."""

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import urlsplit

from django.http import HttpResponseBase
from django.test import Client

from tests.leaks.exposures import Exposure
from tests.leaks.secrets import marked
from tests.matrix import endpoints
from tests.matrix.declared import LINES
from tests.matrix.people import Who
from tests.matrix.world import World

ADDRESSES = re.compile(rb"""(?:href|src|action|hx-get|data-[a-z-]+)=["']([^"'#]+)""")
# where one reads what one sealed oneself
OWN_PAGES = ("/decisions/", "/development/journal/", "/rounds/", "/strategy/", "/workshops/")
WAYS = {"page": {}, "fragment": {"HX-Request": "true"}}
NOT_FOLLOWED = ("/static/", "/accounts/", "/live/")
MOST = 400


def answers(world: World, only: str = "") -> Iterator[Exposure]:
    """What each role is answered at each declared address, as a page and as a fragment, and wherever these lead.

    `only` narrows it to the endpoints whose name begins so, and follows nothing.
    """
    for who in Who:
        yield from answers_to(world, who, only)


def answers_to(world: World, who: Who, only: str = "") -> Iterator[Exposure]:
    """The same of one role."""
    browser = world.cast.browser(who)
    for surface, headers in WAYS.items():
        yield from _crawl(world, who, browser, surface, headers, only)


def _crawl(
    world: World, who: Who, browser: Client, surface: str, headers: dict[str, str], only: str
) -> Iterator[Exposure]:
    waiting = list(declared(world, only))
    seen = set(waiting)
    while waiting:
        address = waiting.pop()
        response = browser.get(address, headers=headers)
        content = body_of(response)
        yield Exposure(surface, address, headers_of(response) + content, str(who), _own(world, who, address))
        if not only and len(seen) < MOST:
            led = {found for found in _led_to(content) if found not in seen}
            seen |= led
            waiting += sorted(led)


def declared(world: World, only: str = "") -> Iterator[str]:
    """The address of each endpoint that can be read, of each thing that it can be read of."""
    known = endpoints.every()
    for line in LINES:
        if line.method == "GET" and line.endpoint.startswith(only):
            yield world.address(known[line.endpoint], line.thing)
    if not only or "rounds:round".startswith(only):
        rounds = [name for name in world.things if name.startswith("round-")]
        yield from sorted({world.address(known["rounds:round"], name) for name in rounds})


def _led_to(content: bytes) -> Iterator[str]:
    """Addresses of our own that a page speaks of; signing out is left alone."""
    for found in ADDRESSES.findall(content):
        address = unescape(found.decode("utf-8", "replace"))
        parts = urlsplit(address)
        if address.startswith("/") and not parts.netloc and not parts.path.startswith(NOT_FOLLOWED):
            yield address


def _own(world: World, who: Who, address: str) -> str:
    written = who in world.cast.by_role and any(part in address for part in OWN_PAGES)
    return marked_name(world, who) if written else ""


def marked_name(world: World, who: Who) -> str:
    """Under which name a role's marks go."""
    return marked(world.cast[who]).split("-")[2]


def body_of(response: HttpResponseBase) -> bytes:
    if response.streaming:
        return b"".join(response.streaming_content)
    return response.content


def headers_of(response: HttpResponseBase) -> bytes:
    return "\n".join(f"{name}: {value}" for name, value in response.items()).encode()
