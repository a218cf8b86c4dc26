"""What bringing a file in would do, step by step. Nothing is changed here."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consort.core import clock
from consort.core.foreign_files.tables.remarks import Remark
from consort.core.models import Person
from consort.core.queries import colleagues_of
from consort.metrics.policy import may_define, may_keep
from consort.vision.exchange.choices import Choices
from consort.vision.exchange.columns import MODELS, columns_of
from consort.vision.exchange.items import Columns, Item, Kind
from consort.vision.exchange.standing import Standing
from consort.vision.models import Objective, Purpose, Source
from consort.vision.policy import objectives, priorities, purpose

ORDER = tuple(Kind)


class What(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    OURS = "ours"  # the file says something else, and so do we since
    CLOSED = "closed"
    NOT_YOURS = "not_yours"


@dataclass(frozen=True)
class Change:
    label: str
    before: str
    after: str


@dataclass
class Step:
    """`columns` are what is written, with people chosen; `readings` are those that are added."""

    item: Item
    what: What
    columns: Columns
    thing: Any = None
    changes: list[Change] = field(default_factory=list)
    readings: list[list[str]] = field(default_factory=list)
    serves: list[str] = field(default_factory=list)

    @property
    def is_done(self) -> bool:
        return self.what in {What.NEW, What.CHANGED} or bool(self.readings or self.serves)


@dataclass
class Plan:
    """`source` is the same plan, brought in before."""

    steps: list[Step]
    remarks: list[Remark]
    source: Source | None = None

    def of(self, *kinds: Kind) -> list[Step]:
        return [step for step in self.steps if step.item.kind in kinds]

    @property
    def does_something(self) -> bool:
        return any(step.is_done for step in self.steps)

    def fingerprint(self) -> str:
        """The same for the same steps: what was shown is what is done."""
        said = [
            [step.item.kind, step.item.key, step.what, step.columns, str(getattr(step.thing, "pk", "")), step.readings,
             step.serves]
            for step in self.steps
        ]  # fmt: skip
        return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()


def plan(items: Sequence[Item], remarks: Iterable[Remark], source: Source | None, by: Person, choices: Choices) -> Plan:
    """What bringing these items in would do for `by`. Runs a few queries per kind, however many items there are."""
    return _Planner(items, list(remarks), source, by, choices).plan()


class _Planner:
    def __init__(
        self, items: Sequence[Item], remarks: list[Remark], source: Source | None, by: Person, choices: Choices
    ) -> None:
        self.items, self.remarks, self.source, self.by, self.choices = items, remarks, source, by, choices
        self.standing = Standing(items, source, by)
        self.people = by_name(by)
        self.today = clock.today()

    def plan(self) -> Plan:
        ordered = sorted(self.items, key=lambda item: ORDER.index(item.kind))
        return Plan([self.step(item) for item in ordered], self.remarks, self.source)

    def step(self, item: Item) -> Step:
        thing = self.standing.thing(item.kind, item.key)
        columns = self.settled(item, thing)
        if item.kind is Kind.PURPOSE:
            thing = thing or self.in_force(columns)
        step = Step(item, What.NEW, columns, thing)
        if thing is not None:
            self.compare(step)
        elif not self.may_make(item):
            step.what = What.NOT_YOURS
        self.add_readings(step)
        known = self.standing.shown.get((item.kind, item.key), {}).get("serves", [])
        if step.what is not What.NOT_YOURS:
            new = [key for key in item.serves if key not in known]
            step.serves = [key for key in new if step.thing is None or not self.standing.serves(step.thing, key)]
        return step

    def settled(self, item: Item, thing: Any) -> Columns:
        """The columns with people who are here; where the file names nobody, what stands or was chosen."""
        columns = dict(item.columns)
        if "leads" in columns:
            leads = [name for name in columns["leads"] if self.is_here(name, item)]
            chosen = [self.choices.lead.full_name] if self.choices.lead else []
            columns["leads"] = sorted(leads) or (columns_of(item.kind, thing)["leads"] if thing else chosen)
        if columns.get("owner") and not self.is_here(columns["owner"], item):
            columns["owner"] = ""
        return columns

    def is_here(self, name: str, item: Item) -> bool:
        if name in self.people:
            return True
        self.remarks.append(Remark(item.line, _("%s is not in this organization, or not the only one.") % name, True))
        return False

    def in_force(self, columns: Columns) -> Purpose | None:
        """The version in force, when it says the same."""
        found = Purpose.objects.visible_to(self.by).filter(state=Purpose.State.AGREED)
        agreed = found.prefetch_related("values", "will_nots").select_related("organization").first()
        return agreed if agreed and columns_of(Kind.PURPOSE, agreed) == columns else None

    def may_make(self, item: Item) -> bool:
        if item.kind is Kind.PURPOSE:
            return purpose.may_propose(self.by)
        if item.kind is Kind.PRIORITY:
            return priorities.may_add(self.by)
        if item.kind is Kind.METRIC:
            return may_define(self.by)
        return objectives.may_write(self.by)

    def compare(self, step: Step) -> None:
        """Three ways: what was brought in before, what stands, what the file says. What was changed here stays."""
        kind, thing = step.item.kind, step.thing
        shown = self.standing.shown.get((kind, step.item.key))
        before = columns_of(kind, thing)
        wanted, kept = dict(before), []
        for name, value in {} if step.item.only_new else step.columns.items():
            if name not in before or value == before[name]:
                continue
            if shown is not None and (value == shown.get(name) or before[name] != shown.get(name)):
                kept += [name] if value != shown.get(name) else []
                continue
            wanted[name] = value
            step.changes.append(Change(_label(kind, name), _shown(before[name]), _shown(value)))
        step.columns = wanted
        step.what = self.verdict(step, kept)

    def verdict(self, step: Step, kept: list[str]) -> What:
        thing, kind = step.thing, step.item.kind
        for name in kept:
            words = {"title": step.item.title, "field": _label(kind, name)}
            self.remarks.append(
                Remark(step.item.line, _("“%(title)s”: %(field)s was changed here and stays as it is.") % words)
            )
        if not step.changes:
            return What.OURS if kept else What.SAME
        if kind is Kind.PURPOSE:
            if thing.state == Purpose.State.DRAFT and purpose.may_change(thing, self.by):
                return What.CHANGED
            step.thing = None  # what was agreed is not changed: another version is proposed
            return What.NEW
        return self.verdict_on_change(kind, thing)

    def verdict_on_change(self, kind: Kind, thing: Any) -> What:
        if kind is Kind.METRIC:
            return What.CHANGED if may_keep(thing, self.by) else What.NOT_YOURS
        if kind is Kind.PRIORITY:
            is_closed, may = bool(thing.closed), priorities.may_change(thing, self.by)
        else:
            objective = thing.objective if kind is Kind.KEY_RESULT else thing
            is_closed = objective.state == Objective.State.CLOSED
            may = objectives.may_change(objective, self.by)
        if is_closed:
            return What.CLOSED
        return What.CHANGED if may else What.NOT_YOURS

    def add_readings(self, step: Step) -> None:
        """Days that have a reading here are left alone; days to come have none yet."""
        if step.item.kind is not Kind.METRIC or step.what is What.NOT_YOURS:
            return
        if step.thing is not None and not may_keep(step.thing, self.by):
            return
        standing = {each.at.isoformat(): each.value for each in step.thing.readings.all()} if step.thing else {}
        new = [each for each in step.item.readings if each[0] not in standing]
        step.readings = [each for each in new if date.fromisoformat(each[0]) <= self.today]
        if ahead := len(new) - len(step.readings):
            words = ngettext(
                "%(name)s: one result of a day to come stays with the plan.",
                "%(name)s: %(count)d results of days to come stay with the plan.",
                ahead,
            )
            filled = words % {"name": step.item.title, "count": ahead}
            self.remarks.append(Remark(step.item.line, filled, is_loss=True))


def by_name(by: Person) -> dict[str, Person]:
    """The people who are the only ones of their name."""
    found: dict[str, list[Person]] = {}
    for person in colleagues_of(by):
        found.setdefault(person.full_name, []).append(person)
    return {name: people[0] for name, people in found.items() if len(people) == 1}


def _label(kind: Kind, name: str) -> str:
    special = {"values": _("values"), "will_nots": _("what we will not do")}
    return special.get(name) or str(MODELS[kind]._meta.get_field(name).verbose_name)


def _shown(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(": ".join(part for part in each if part) if isinstance(each, list) else each for each in value)
    return str(value)
