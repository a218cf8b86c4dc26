"""A rule, what it finds, and the one step that mends it."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from consort.web.days import short

if TYPE_CHECKING:
    from consort.vision.rules.strategy import Strategy

Words = str | Promise


class Weight(models.TextChoices):
    """How a finding is meant. A conflict is two things that cannot both be; a question may well be answered no."""

    CONFLICT = "conflict", _("Conflict")
    GAP = "gap", _("Gap")
    QUESTION = "question", _("Question")


SHAPES = {Weight.CONFLICT: "critical", Weight.GAP: "caution", Weight.QUESTION: "open"}
ORDER = {weight: number for number, weight in enumerate(Weight)}


class Step(StrEnum):
    """Where the remedy is done."""

    CHANGE = "change"
    ADD_KEY_RESULT = "add_key_result"
    CHANGE_KEY_RESULTS = "change_key_results"
    TIE = "tie"
    CARRY = "carry"
    CHECK_IN = "check_in"
    CLOSE = "close"
    AGREE = "agree"
    ADD_READING = "add_reading"
    ADD_OBJECTIVE = "add_objective"
    ASK_CARRIERS = "ask_carriers"
    WEIGH = "weigh"
    LOOK = "look"


@dataclass(frozen=True)
class Remedy:
    """One step, with the words on its button; `on_other` when it is done on the second thing."""

    words: Words
    step: Step
    on_other: bool = False


@dataclass(frozen=True, slots=True)
class Thing:
    """What a finding speaks of: a purpose, priority, objective, initiative, metric, dependency or "will not"."""

    kind: str
    id: UUID
    title: str


@dataclass(frozen=True)
class Finding:
    """`seen` is what was judged: when it changes, a finding that was set aside asks again.

    `people` can resolve it; `departments` are those it concerns, by name.
    """

    rule: "Rule"
    about: Thing
    other: Thing | None = None
    words: dict[str, Any] = field(default_factory=dict)
    seen: tuple[object, ...] = ()
    people: tuple[UUID, ...] = ()
    departments: tuple[str, ...] = ()

    @property
    def key(self) -> "Key":
        """What it is known by: the rule and the things."""
        return self.rule.name, self.about.id, self.other.id if self.other else None

    @property
    def things(self) -> tuple[Thing, ...]:
        return (self.about, self.other) if self.other else (self.about,)

    @property
    def fingerprint(self) -> str:
        return hashlib.sha256(repr(self.seen).encode()).hexdigest()

    @property
    def sentence(self) -> str:
        """In the reader's language; days are written as pages write them."""
        words = {name: short(value) if isinstance(value, date) else value for name, value in self.words.items()}
        other = self.other.title if self.other else ""
        return str(self.rule.says % {"about": self.about.title, "other": other, **words})

    @property
    def shape(self) -> str:
        return SHAPES[self.rule.weight]


Key = tuple[str, UUID, UUID | None]
Look = Callable[["Strategy"], Iterator[Finding]]


@dataclass(frozen=True, eq=False)
class Rule:
    """`says` is the sentence of a finding: %(about)s, %(other)s and the finding's words are put in."""

    name: str
    title: Words
    reason: Words
    says: Any
    remedy: Remedy
    weight: Weight
    look: Look

    def found(self, about: Thing, other: Thing | None = None, **more: Any) -> Finding:
        return Finding(self, about, other, **more)


_rules: dict[str, Rule] = {}


def rule(
    name: str, *, title: Words, reason: Words, says: Any, remedy: Remedy, weight: Weight = Weight.GAP
) -> Callable[[Callable[["Rule", "Strategy"], Iterator[Finding]]], Rule]:
    """Register a rule under a name that never changes: what people set aside is kept under it."""

    def enter(look: Callable[["Rule", "Strategy"], Iterator[Finding]]) -> Rule:
        if name in _rules:
            raise ValueError(f"There are two rules called {name}")
        made = Rule(name, title, reason, says, remedy, weight, lambda strategy: look(made, strategy))
        _rules[name] = made
        return made

    return enter


def known() -> list[Rule]:
    """Every rule, conflicts first."""
    return sorted(_rules.values(), key=lambda rule: ORDER[rule.weight])


def named(name: str) -> Rule:
    """Raises KeyError for one there is not."""
    return _rules[name]


def evaluate(strategy: "Strategy", rules: Iterable[Rule] | None = None) -> list[Finding]:
    """What the rules find, conflicts first."""
    return [finding for rule in (known() if rules is None else rules) for finding in rule.look(strategy)]
