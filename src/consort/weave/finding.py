"""What "Find or go to" offers: pages by name, then things by their words."""

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

from consort.core import kinds
from consort.core.models import Organization, Person
from consort.web.frame import PLACES, address


@dataclass(frozen=True)
class Found:
    """One line of the list."""

    title: str | Promise
    noun: str | Promise
    url: str


def found(person: Person, words: str, things: list[Any]) -> list[Found]:
    """The places whose name begins with `words`, then the things, as lines with addresses."""
    return [*_places(person, words), *(line for thing in things if (line := _line(thing, person)))]


def _places(person: Person, words: str) -> list[Found]:
    wanted = words.strip().lower()
    named = [(title, address(url, person)) for _, title, url in PLACES]
    return [Found(title, "", url) for title, url in named if url and str(title).lower().startswith(wanted)]


def _line(thing: Any, person: Person) -> Found | None:
    if isinstance(thing, Person):
        member = address("organization:members", person)
        return Found(thing.full_name, thing.title or kinds.of(thing).noun, f"{member}#{thing.id}") if member else None
    if isinstance(thing, Organization):
        return None
    return Found(str(thing), kinds.of(thing).noun, thing.get_absolute_url())
