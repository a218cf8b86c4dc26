"""What is under way and serves nothing: to be tied, or stopped."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib.humanize.templatetags.humanize import apnumber
from django.core.paginator import Page, Paginator
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consort.core import kinds
from consort.core.models import Person
from consort.vision.contexts.map.nodes import line, stands
from consort.vision.models import Initiative, Objective
from consort.vision.policy import purpose as policy
from consort.vision.queries import map as queries

PER_PAGE = 50


@dataclass(frozen=True)
class Tying:
    """Whose ties are the reader's to make: of objectives and initiatives their own, all when they keep the strategy."""

    reader: Person
    keeps: bool
    leads: Mapping[UUID, list[tuple[UUID, str]]]

    def may_tie(self, thing: Any) -> bool:
        if not isinstance(thing, Objective | Initiative):
            return self.reader.sees_leaders
        led = any(key == self.reader.pk for key, _name in self.leads.get(thing.pk, ()))
        return self.keeps or led or thing.owner_id == self.reader.pk


@dataclass(frozen=True)
class Loose:
    """A thing that serves nothing; `may_tie` when its tie is the reader's to make."""

    kind: str
    id: UUID
    title: str
    url: str
    meta: str
    answers: Person | None
    may_tie: bool


def loose(thing: Any, tying: Tying) -> Loose:
    kind, said = kinds.of(thing), line(thing)
    return Loose(
        kind.name,
        thing.pk,
        said.title,
        thing.get_absolute_url(),
        stands(kind, said),
        said.answers,
        tying.may_tie(thing),
    )


def untied(reader: Person, kind: str, number: str) -> dict[str, Any]:
    """Everything of one kind that serves nothing, so many on a page. Runs at most five queries."""
    offered = [kinds.named("objective"), *queries.carrying()]
    chosen = next((each for each in offered if each.name == kind), offered[0])
    found: Page[Any] = Paginator(queries.untied(chosen, reader), PER_PAGE).get_page(number)
    tying = Tying(reader, policy.keeps_strategy(reader), queries.tied(reader).leads)
    return {
        "rows": [loose(thing, tying) for thing in queries.of_organization(found, reader)],
        "page": found,
        "chosen": chosen.name,
        "offered": [(each.name, capfirst(plural(each.name, 2))) for each in offered],
    }


def sentence(of_kinds: Iterable[Sequence[Any]], unmeasured: int, most: int) -> str:
    """ "Two decisions and one initiative serve nothing; one objective has no key result." Empty when all is well.

    Of a kind with `most` of them only so many were read, so there may be more.
    """
    found = [things for things in of_kinds if things]
    total = sum(map(len, found))
    parts = [_counted(kinds.of(things[0]).name, len(things), most) for things in found]
    clauses = []
    if parts:
        clauses.append(ngettext("%(what)s serves nothing", "%(what)s serve nothing", total) % {"what": _joined(parts)})
    if unmeasured:
        words = ngettext("%(n)s objective has no key result", "%(n)s objectives have no key result", unmeasured)
        clauses.append(words % {"n": apnumber(unmeasured)})
    return f"{capfirst('; '.join(clauses))}." if clauses else ""


def _counted(name: str, number: int, most: int) -> str:
    words = {"n": apnumber(number), "things": plural(name, number)}
    return (_("%(n)s or more %(things)s") if number >= most else _("%(n)s %(things)s")) % words


def _joined(parts: list[str]) -> str:
    return _(" and ").join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def plural(name: str, number: int) -> str:
    """The noun of a kind for so many of it."""
    match name:
        case "objective":
            return ngettext("objective", "objectives", number)
        case "initiative":
            return ngettext("initiative", "initiatives", number)
        case "decision":
            return ngettext("decision", "decisions", number)
        case "commitment":
            return ngettext("commitment", "commitments", number)
        case "priority":
            return ngettext("priority", "priorities", number)
        case "key_result":
            return ngettext("key result", "key results", number)
        case _:
            return str(kinds.named(name).noun)
