"""The kinds of objects that the ledger, links, search and threads can speak of."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import models
from django.http import Http404
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from consort.core.models import Partnership, Person
from consort.core.models.organization import Organization


@dataclass(frozen=True)
class Line:
    """A thing in a list of things of many kinds: "Mats: qualification dates", "late since Thu 8 Oct", Mats."""

    title: str
    standing: str
    answers: Person | None


@dataclass(frozen=True)
class Work:
    """A kind of thing that people are busy with. `under_way` says which still are; `line` needs `related` fetched."""

    under_way: models.Q
    line: Callable[[Any], Line]
    related: tuple[str, ...] = ()


@dataclass(frozen=True)
class Kind:
    """A kind of object. `model` offers `objects.visible_to(person)`; `found_as` gives search its (title, body)."""

    name: str
    model: type[Any]
    noun: str | Promise
    found_as: Callable[[Any], tuple[str, str]] | None = None
    work: Work | None = None


_by_name: dict[str, Kind] = {}
_by_model: dict[type[models.Model], Kind] = {}


def register(kind: Kind) -> None:
    """Make `kind` known. Called by each package's AppConfig when it is ready."""
    _by_name[kind.name] = kind
    _by_model[kind.model] = kind


def named(name: str) -> Kind:
    """The kind of that name. Raises KeyError for one that was never registered."""
    return _by_name[name]


def known() -> list[Kind]:
    return list(_by_name.values())


def of(thing: models.Model) -> Kind:
    """The kind of `thing`. Raises KeyError when its model was never registered."""
    return _by_model[type(thing)]


def reference(thing: models.Model) -> tuple[str, UUID]:
    """(kind name, id): how a row of another table points at `thing`."""
    return of(thing).name, thing.pk


def find(name: str, identity: UUID, person: Person) -> Any | None:
    """The object if it exists and `person` may see it, else None."""
    kind = _by_name.get(name)
    return kind.model.objects.visible_to(person).filter(pk=identity).first() if kind else None


def fetch(name: str, identity: UUID, person: Person) -> Any:
    """Like `find`, but answers 404."""
    thing = find(name, identity, person)
    if thing is None:
        raise Http404
    return thing


def fetch_many(references: set[tuple[str, UUID]], person: Person) -> dict[UUID, Any]:
    """The visible objects among `references`, by id, with what their lines need. Runs one query per kind."""
    found: dict[UUID, Any] = {}
    for kind in _by_name.values():
        wanted = [identity for name, identity in references if name == kind.name]
        if wanted:
            things = kind.model.objects.visible_to(person).filter(pk__in=wanted)
            found |= {thing.pk: thing for thing in (things.select_related(*kind.work.related) if kind.work else things)}
    for thing in found.values():
        if not isinstance(thing, Organization):
            thing.organization = person.organization
    return found


register(Kind("organization", Organization, _("organization")))
register(Kind("person", Person, _("person"), lambda person: (person.full_name, person.title)))
register(
    Kind(
        "partnership",
        Partnership,
        _("partnership"),
        lambda partnership: (partnership.title, f"{partnership.purpose}\n{partnership.charter}"),
    )
)
