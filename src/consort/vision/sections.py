"""Sections that others put on the page of an objective. `registered.py` says which there are."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from consort.core.models import Person
from consort.vision.models import Objective

Place = Literal["over", "main", "margin"]


@dataclass(frozen=True)
class Section:
    """`shows` gives the context of `template`, or None where there is nothing to show."""

    place: Place
    template: str
    shows: Callable[[Objective, Person], dict[str, Any] | None]


@dataclass(frozen=True)
class Shown:
    template: str
    context: dict[str, Any]


_sections: list[Section] = []


def register(section: Section) -> None:
    """Show the section on every objective, after those registered before it."""
    _sections.append(section)


def shown(objective: Objective, reader: Person) -> dict[Place, list[Shown]]:
    """The sections that have something to show, by place. `over` stands above the first key result."""
    found: dict[Place, list[Shown]] = {"over": [], "main": [], "margin": []}
    for section in _sections:
        context = section.shows(objective, reader)
        if context is not None:
            found[section.place].append(Shown(section.template, context))
    return found
