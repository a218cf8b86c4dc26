"""Who is mentioned in a text: @First or @First Last, chosen from the people who may see the thing."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from consort.core import kinds
from consort.core.models import Person
from consort.core.queries import colleagues_of

AT = re.compile(r"(?<![\w@.])@(?=\w)")
MOST = 20


@dataclass
class Mentioned:
    """`people` are mentioned; those in `cannot_see` may not see the thing; `unclear` names fit several."""

    people: list[Person] = field(default_factory=list)
    cannot_see: list[Person] = field(default_factory=list)
    unclear: list[str] = field(default_factory=list)


def mentioned_in(text: str, thing: Any, by: Person) -> Mentioned:
    """Read the mentions of `text`. Without an @ no query; else one, and at most three per person named."""
    places = [match.end() for match in AT.finditer(text)]
    found = Mentioned()
    if not places:
        return found
    colleagues = list(colleagues_of(by))
    sees: dict[object, bool] = {}
    for place in places[:MOST]:
        _sort_out(_named_at(text[place : place + 130].casefold(), colleagues), thing, sees, found)
    return found


def _named_at(rest: str, colleagues: Iterable[Person]) -> Sequence[Person]:
    """Those whose name stands at the start of `rest`: a full name before a first name, a longer before a shorter."""
    for fits in (
        [person for person in colleagues if person.last_name and _starts(rest, person.full_name)],
        [person for person in colleagues if _starts(rest, person.first_name)],
    ):
        if fits:
            longest = max(len(person.first_name) for person in fits)
            return [person for person in fits if len(person.first_name) == longest]
    return []


def _starts(rest: str, name: str) -> bool:
    folded = name.casefold()
    return bool(folded) and rest.startswith(folded) and not rest[len(folded) : len(folded) + 1].isalnum()


def _sort_out(named: Sequence[Person], thing: Any, sees: dict[object, bool], found: Mentioned) -> None:
    for person in named:
        if person.pk not in sees:
            sees[person.pk] = kinds.find(*kinds.reference(thing), person) is not None
    readers = [person for person in named if sees[person.pk]]
    if len(readers) > 1:
        _add(found.unclear, readers[0].first_name)
    elif readers:
        _add(found.people, readers[0])
    elif named:
        _add(found.cannot_see, named[0])


def _add(to: list[Any], what: Any) -> None:
    if what not in to:
        to.append(what)
