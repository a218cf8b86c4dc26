"""What can come of a workshop besides commitments. The strands are above or beside; `weave` says what there is."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.functional import Promise

from consort.core.models import Person
from consort.workshops.models import Workshop

Make = Callable[[Person, Workshop, str, UUID], Any]


@dataclass(frozen=True)
class Outcome:
    """`make` writes it with the readers of the workshop and gives back what an earlier sending of that id made."""

    name: str
    noun: str | Promise
    make: Make
    may: Callable[[Person], bool]


_known: dict[str, Outcome] = {}


def register(outcome: Outcome) -> None:
    _known[outcome.name] = outcome


def named(name: str) -> Outcome | None:
    return _known.get(name)


def open_to(person: Person) -> list[Outcome]:
    """What this person may make."""
    return [outcome for outcome in _known.values() if outcome.may(person)]
