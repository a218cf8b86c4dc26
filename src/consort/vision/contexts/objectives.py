"""The list of objectives: by priority, department or person, narrowed by state and words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib.humanize.templatetags.humanize import apnumber
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from consort.core import clock
from consort.core.models import Person
from consort.vision.contexts.key_results import Row, row_of
from consort.vision.models import Objective, Priority
from consort.vision.policy import objectives as policy
from consort.vision.progress import SHAPES, Pace, overall
from consort.vision.queries import objectives as queries
from consort.vision.queries.measuring import Measured, measure

MOST = 200
BY = {
    "priority": gettext_lazy("by priority"),
    "department": gettext_lazy("by department"),
    "person": gettext_lazy("by person"),
}
STATES = {
    "open": gettext_lazy("open"),
    "draft": gettext_lazy("drafts"),
    "closed": gettext_lazy("closed"),
}


@dataclass(frozen=True)
class Wanted:
    """What the address asks for; anything it does not know falls back to the first."""

    by: str = "priority"
    state: str = "open"
    words: str = ""


@dataclass(frozen=True)
class Line:
    """An objective in the list: its first key result, and the word for all of them."""

    objective: Objective
    meta: str
    first: Row | None
    shape: str
    word: str


@dataclass(frozen=True)
class Group:
    title: str
    url: str
    lines: list[Line]
    meta: str = ""


def wanted(asked: Mapping[str, str]) -> Wanted:
    """Read the address."""
    by, state, words = asked.get("by", ""), asked.get("state", ""), asked.get("q", "")[:100].strip()
    return Wanted(by if by in BY else "priority", state if state in STATES else "open", words)


def listing(reader: Person, wanted: Wanted) -> dict[str, Any]:
    """Every objective that was asked for, in groups. Runs seven queries at most."""
    found = list(queries.with_key_results(_narrowed(queries.visible(reader), wanted))[: MOST + 1])
    objectives = found[:MOST]
    lines = lines_of(objectives, reader)
    return {
        "groups": _groups(objectives, lines, reader, wanted.by),
        "wanted": wanted,
        "ways": BY.items(),
        "states": STATES.items(),
        "sentence": _sentence(lines.values()),
        "is_cut": len(found) > MOST,
        "most": MOST,
        "may_write": policy.may_write(reader),
    }


def lines_of(objectives: Iterable[Objective], reader: Person) -> dict[UUID, Line]:
    """A line for each objective from `queries.with_key_results`. Runs one query besides those."""
    known = list(objectives)
    measured = _measured(known, reader)
    return {objective.pk: _line(objective, measured.get(objective.pk, [])) for objective in known}


def _narrowed(objectives: QuerySet[Objective], wanted: Wanted) -> QuerySet[Objective]:
    conditions = {
        "open": ~Q(state=Objective.State.CLOSED),
        "draft": Q(state=Objective.State.DRAFT),
        "closed": Q(state=Objective.State.CLOSED),
    }
    narrowed = objectives.filter(conditions[wanted.state])
    return narrowed.filter(title__icontains=wanted.words) if wanted.words else narrowed


def _measured(objectives: Iterable[Objective], reader: Person) -> dict[UUID, list[Measured]]:
    found: dict[UUID, list[Measured]] = {}
    wanted = [key_result for objective in objectives for key_result in objective.key_results.all()]
    for each in measure(wanted, reader, clock.today()):
        found.setdefault(each.key_result.objective_id, []).append(each)
    return found


def _line(objective: Objective, measured: list[Measured]) -> Line:
    first = row_of(measured[0]) if measured else None
    shape, word = _stands(objective, measured)
    return Line(objective, _meta(objective), first, shape, word)


def _stands(objective: Objective, measured: list[Measured]) -> tuple[str, str]:
    """A draft and a closed one say so; the others are as their key result that needs a look first."""
    if objective.state == Objective.State.DRAFT:
        return "open", _("Draft")
    if objective.state == Objective.State.CLOSED:
        return "done", str(objective.get_ending_display())
    pace = overall(Pace(each.progress.pace) for each in measured if each.progress)
    if pace is None:
        return "thin", _("Not measured") if measured else _("No key result")
    return SHAPES[pace], str(pace.label)


def _meta(objective: Objective) -> str:
    """Whose it is, and who leads it."""
    team = objective.partnership.name if objective.partnership else ""
    owned = objective.department.name if objective.department else team
    names = [person.first_name for person in objective.leads.all()]
    led = _(" and ").join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
    return ". ".join(part for part in (owned, led or _("Nobody leads it")) if part)


def _groups(objectives: list[Objective], lines: dict[UUID, Line], reader: Person, by: str) -> list[Group]:
    match by:
        case "department":
            return _by_name(lines, [(each, [str(each.department)] if each.department else []) for each in objectives])
        case "person":
            return _by_name(lines, [(each, [p.full_name for p in each.leads.all()]) for each in objectives])
        case _:
            return _by_priority(objectives, lines, reader)


def _by_name(lines: dict[UUID, Line], named: list[tuple[Objective, list[str]]]) -> list[Group]:
    groups: dict[str, list[Line]] = {}
    for objective, names in named:
        for name in names or [""]:
            groups.setdefault(name, []).append(lines[objective.pk])
    titled = [Group(name, "", found) for name, found in sorted(groups.items()) if name]
    return titled + [Group(_("Of the whole organization"), "", found) for name, found in groups.items() if not name]


def _by_priority(objectives: list[Objective], lines: dict[UUID, Line], reader: Person) -> list[Group]:
    served = queries.served_by_each(objectives)
    priorities = Priority.objects.visible_to(reader).prefetch_related("leads").select_related("organization")
    groups, placed = [], set[UUID]()
    for priority in priorities:
        mine = [each.pk for each in objectives if ("priority", priority.pk) in served.get(each.pk, [])]
        placed |= set(mine)
        if mine or priority.closed is None:
            names = ", ".join(person.first_name for person in priority.leads.all())
            groups.append(Group(priority.title, priority.get_absolute_url(), [lines[key] for key in mine], names))
    rest = [each.pk for each in objectives if each.pk not in placed]
    below = [key for key in rest if served.get(key)]
    loose = [key for key in rest if not served.get(key)]
    others = ((_("Serving another objective"), below), (_("Serving nothing yet"), loose))
    return groups + [Group(title, "", [lines[key] for key in keys]) for title, keys in others if keys]


def _sentence(lines: Iterable[Line]) -> str:
    """One sentence on how the agreed ones stand."""
    agreed = [line for line in lines if line.objective.state == Objective.State.AGREED]
    if not agreed:
        return ""
    good = sum(line.shape in ("good", "done") for line in agreed)
    words = ngettext("One objective is agreed; ", "%(n)s objectives are agreed; ", len(agreed)) % {
        "n": str(apnumber(len(agreed))).capitalize()
    }
    return words + ngettext("%(n)s of them is on plan.", "%(n)s of them are on plan.", good) % {
        "n": apnumber(good) if good else _("none")
    }
