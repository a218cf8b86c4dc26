"""A program as it is written: modules with something to read, two exercises in pairs, a workshop, a reflection and an
if-then plan, each exercise with its evidence."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

LONGEST, MOST_MODULES, MOST_PRACTICES, MOST_LINES = 1200, 24, 6, 12


class Unfit(Exception):
    """What is wrong with a written program, as a sentence."""


@dataclass(frozen=True)
class Practice:
    """An exercise for two. `evidence` names a source of the program."""

    title: str
    minutes: int
    roles: list[str]
    script: list[str]
    swap: str
    observe: list[str]
    review: list[str]
    evidence: str


@dataclass(frozen=True)
class Module:
    title: str
    reading: str
    evidence: str
    practices: list[Practice]
    workshop: str
    reflection: str
    plan: str


@dataclass(frozen=True)
class Step:
    """One thing to do. `key` is "2-practice-1": module, kind, number within the kind."""

    key: str
    kind: str
    module: int
    title: str
    practice: Practice | None = None


@dataclass(frozen=True)
class Plan:
    """`behaviour`: what others should see more of; `sources`: evidence by name."""

    name: str
    about: str
    behaviour: str
    sources: dict[str, str]
    modules: list[Module]

    def steps(self) -> list[Step]:
        """Everything there is to do, in order."""
        return [step for number in range(1, len(self.modules) + 1) for step in self.steps_of(number)]

    def steps_of(self, number: int) -> list[Step]:
        """What there is to do in a module, counted from 1."""
        module = self.modules[number - 1]
        practices = [
            Step(f"{number}-practice-{index}", "practice", number, practice.title, practice)
            for index, practice in enumerate(module.practices, 1)
        ]
        more = [("workshop", _("Together: try it in a meeting"))] if module.workshop else []
        return [
            Step(f"{number}-reading", "reading", number, _("Read: %s") % module.title),
            *practices,
            *(Step(f"{number}-{kind}", kind, number, title) for kind, title in more),
            Step(f"{number}-reflection", "reflection", number, _("Reflect, for yourself alone")),
        ]

    def step(self, key: str) -> Step | None:
        return next((step for step in self.steps() if step.key == key), None)

    def as_written(self) -> dict[str, Any]:
        return asdict(self)


def opens_on(begins: date, every: int, number: int) -> date:
    """The day on which a module opens. Days open modules, nobody's work does, so that nobody waits for anybody."""
    return begins + timedelta(days=every * (number - 1))


def next_step(plan: Plan, begins: date, every: int, today: date, done: set[str]) -> Step | None:
    """The first thing that is open and not done by this person; None when there is nothing to do today."""
    open_now = (step for step in plan.steps() if opens_on(begins, every, step.module) <= today)
    return next((step for step in open_now if step.key not in done), None)


def plan_of(written: Any) -> Plan:
    """The program that `written` describes. Raises Unfit with the place and what is wrong there."""
    top = _mapping(written, _("program"))
    given = top.get("sources")
    sources = {str(key): _line(given, key, _("sources")) for key in _mapping(given, _("sources"))}
    modules = [_module(each, number, sources) for number, each in enumerate(_list(top, "modules", MOST_MODULES), 1)]
    where = _("program")
    return Plan(
        _line(top, "name", where, 120), _line(top, "about", where), _line(top, "behaviour", where), sources, modules
    )


def _module(written: Any, number: int, sources: Mapping[str, str]) -> Module:
    where = _("module %s") % number
    given = _mapping(written, where)
    practices = [_practice(each, where, sources) for each in _list(given, "practices", MOST_PRACTICES, where)]
    return Module(
        _line(given, "title", where, 120),
        _line(given, "reading", where),
        _source(given, where, sources),
        practices,
        _line(given, "workshop", where) if given.get("workshop") else "",
        _line(given, "reflection", where),
        _line(given, "plan", where, 240),
    )


def _practice(written: Any, module: str, sources: Mapping[str, str]) -> Practice:
    given = _mapping(written, module)
    where = f"{module}, {given.get('title', '')}"[:120]
    roles, script, observe, review = (_lines(given, name, where) for name in ("roles", "script", "observe", "review"))
    minutes = given.get("minutes")
    if not isinstance(minutes, int) or not 1 <= minutes <= 240:
        raise Unfit(_("%s: minutes must be a number from 1 to 240.") % where)
    if len(roles) != 2:
        raise Unfit(_("%s: an exercise has two roles.") % where)
    title, swap = _line(given, "title", where, 120), _line(given, "swap", where)
    return Practice(title, minutes, roles, script, swap, observe, review, _source(given, where, sources))


def _source(given: Mapping[str, Any], where: str, sources: Mapping[str, str]) -> str:
    named = _line(given, "evidence", where, 60)
    if named not in sources:
        raise Unfit(_("%(where)s: “%(name)s” is not among the sources.") % {"where": where, "name": named})
    return named


def _mapping(written: Any, where: str) -> Mapping[str, Any]:
    if not isinstance(written, dict):
        raise Unfit(_("%s: names with values are expected here.") % where)
    return written


def _list(given: Mapping[str, Any], name: str, most: int, where: str = "") -> list[Any]:
    found = given.get(name)
    if not isinstance(found, list) or not 1 <= len(found) <= most:
        words = {"where": where or _("program"), "name": name, "most": most}
        raise Unfit(_("%(where)s: “%(name)s” must list 1 to %(most)s things.") % words)
    return found


def _lines(given: Mapping[str, Any], name: str, where: str) -> list[str]:
    found = _list(given, name, MOST_LINES, where)
    return [_line({name: each}, name, where) for each in found]


def _line(given: Any, name: str, where: str, longest: int = LONGEST) -> str:
    found = given.get(name)
    if not isinstance(found, str) or not found.strip() or len(found) > longest or "\x00" in found:
        words = {"where": where, "name": str(name)[:60], "longest": longest}
        raise Unfit(_("%(where)s: “%(name)s” must be text of at most %(longest)s characters.") % words)
    return found.strip()
