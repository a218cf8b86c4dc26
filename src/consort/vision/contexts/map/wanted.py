"""What the address of the map asks for, and which objectives that leaves."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from consort.vision.models import Objective, Priority
from consort.vision.progress import Pace
from consort.vision.queries.map import Tied
from consort.vision.queries.measuring import Measured

STATES: dict[str, str | Promise] = {
    "behind": _("behind"),
    "good": _("on plan or ahead"),
    "silent": _("silent"),
    "unmeasured": _("without a key result"),
    "uncarried": _("carried by nothing"),
    "conflict": _("in a conflict"),
}
GOOD = (Pace.ON_PLAN, Pace.AHEAD, Pace.REACHED)


@dataclass(frozen=True)
class Wanted:
    """What the reader cannot see narrows to nothing. `open` is a priority that is unfolded."""

    department: str = ""
    priority: str = ""
    person: str = ""
    cycle: str = ""
    state: str = ""
    open: str = ""

    @property
    def narrows(self) -> bool:
        return any((self.department, self.priority, self.person, self.cycle, self.state))

    @property
    def query(self) -> str:
        """The narrowing as part of an address, without what is unfolded."""
        names = ("department", "priority", "person", "cycle", "state")
        return "&".join(f"{name}={value}" for name in names if (value := getattr(self, name)))


def read(asked: Mapping[str, str]) -> Wanted:
    """Read the address; what is not understood is left out."""
    found = {name: _identity(asked.get(name, "")) for name in ("department", "priority", "person", "cycle", "open")}
    state = asked.get("state", "")
    return Wanted(**found, state=state if state in STATES else "")


def _identity(text: str) -> str:
    try:
        return str(UUID(text))
    except ValueError:
        return ""


def narrowed(objectives: Iterable[Objective], wanted: Wanted, tied: Tied) -> list[Objective]:
    """By department, person and cycle; what stands under a priority and how it stands is known later."""
    tests: list[Callable[[Objective], bool]] = []
    if wanted.department:
        tests.append(lambda each: wanted.department in {str(key) for key, _name in departments_of(each, tied)})
    if wanted.person:
        tests.append(lambda each: wanted.person in {str(key) for key, _name in tied.leads.get(each.pk, ())})
    if wanted.cycle:
        tests.append(lambda each: wanted.cycle == str(each.cycle_id))
    return [each for each in objectives if all(test(each) for test in tests)]


def departments_of(objective: Objective, tied: Tied) -> list[tuple[UUID, str]]:
    """(id, name) of whose it is and who was asked to carry it."""
    own = [(objective.department.pk, objective.department.name)] if objective.department else []
    return list(dict.fromkeys([*own, *tied.departments.get(objective.pk, ())]))


def stands_so(state: str, measured: Iterable[Measured], is_carried: bool, is_flagged: bool) -> bool:
    """Whether an objective with these key results is one of those that `state` asks for."""
    paces = [each.progress.pace for each in measured if each.progress]
    match state:
        case "behind":
            return Pace.BEHIND in paces
        case "good":
            return bool(paces) and all(pace in GOOD for pace in paces)
        case "silent":
            return Pace.SILENT in paces
        case "unmeasured":
            return not list(measured)
        case "uncarried":
            return not is_carried
        case "conflict":
            return is_flagged
        case _:
            return True


@dataclass(frozen=True)
class Choice:
    """A list to choose from on the page."""

    name: str
    label: str | Promise
    every: str | Promise
    options: list[tuple[str, str]]
    chosen: str


def choices(wanted: Wanted, objectives: list[Objective], priorities: list[Priority], tied: Tied) -> list[Choice]:
    """What can be asked for, from what is on the map."""
    departments = {str(key): name for each in objectives for key, name in departments_of(each, tied)}
    people = {str(key): name for each in objectives for key, name in tied.leads.get(each.pk, ())}
    cycles = {str(each.cycle.pk): each.cycle.name for each in objectives if each.cycle}
    return [
        Choice("department", _("Department"), _("every department"), _by_name(departments), wanted.department),
        Choice(
            "priority", _("Priority"), _("every priority"), [(str(p.pk), p.title) for p in priorities], wanted.priority
        ),
        Choice("person", _("Person"), _("everybody"), _by_name(people), wanted.person),
        Choice("cycle", _("Cycle"), _("every cycle"), _by_name(cycles), wanted.cycle),
        Choice("state", _("State"), _("any state"), [(key, str(word)) for key, word in STATES.items()], wanted.state),
    ]


def _by_name(found: dict[str, str]) -> list[tuple[str, str]]:
    return sorted(found.items(), key=lambda each: each[1].casefold())
