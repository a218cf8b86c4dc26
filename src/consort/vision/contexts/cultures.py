"""What the pages of culture maps and shifts show."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.forms import Form
from django.utils.formats import number_format
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consort.core import live
from consort.core.links import Tie
from consort.core.models import Link, Person
from consort.rounds import wording as round_wording
from consort.rounds.contexts import envelope, opened
from consort.rounds.contexts.asking import addresses
from consort.rounds.models import Round
from consort.rounds.wording import in_words
from consort.vision.alignment import cultures as rules
from consort.vision.alignment.cultures import Finding
from consort.vision.contexts.pulses import Ranked
from consort.vision.contexts.steering import steering
from consort.vision.forms.cultures import CheckForm, ShiftForm
from consort.vision.models import Culture, Purpose, Shift, Statement
from consort.vision.models.culture import FEWEST_SHIFTS, MOST_SHIFTS
from consort.vision.policy import alignment as policy
from consort.vision.queries.cultures import round_of, ties_of
from consort.web import charts

Context = dict[str, Any]


@dataclass(frozen=True)
class Row:
    """A finding with its drawing and its numbers in words."""

    finding: Finding
    drawing: SafeString
    numbers: str
    wishes: str

    @property
    def statement(self) -> Statement:
        return self.finding.statement


def page(culture: Culture, reader: Person) -> Context:
    """One culture map, asking or opened. At most fifteen queries."""
    round, statements = round_of(culture), list(culture.statements.all())
    shifts = list(culture.shifts.select_related("value__purpose", "statement"))
    is_open = bool(round and round.is_opened)
    found = rules.findings(statements, (round and round.result) or {}) if is_open else []
    chooses = policy.may_choose(culture, reader)
    return {
        "culture": culture,
        "round": round,
        "topic": live.topic("culture", culture.pk),
        "envelope": envelope(round, reader) if round and round.is_asking else None,
        "opened": _opened_of_two(round, reader),
        "url": addresses(round) if round else {},
        "next": culture.get_absolute_url(),
        "mode": round_wording.mode_name(round) if round else "",
        "withheld": round_wording.withheld(round) if round and is_open and not found else "",
        "outcome": round_wording.outcome(round) if round and is_open else "",
        "headline": headline(found),
        "lede": lede(round, found),
        "moving": [row(each) for each in found if not each.may_be_kept],
        "staying": [row(each) for each in found if each.may_be_kept],
        "shifts": shifts,
        "ranked": [Ranked(str(shift.pk), shift.goal) for shift in shifts],
        "advice": advice(len(shifts)),
        "is_full": len(shifts) >= MOST_SHIFTS,
        "chooses": chooses,
        **steering(round, reader),
    }


def _opened_of_two(round: Round | None, reader: Person) -> Context | None:
    """Two people read their answers side by side; no figure stands for them."""
    if round is None or not round.is_opened or not round.is_attributed:
        return None
    shown = opened(round, reader)
    return shown if len(shown["answers"]) < rules.FEWEST_PEOPLE else None


def row(finding: Finding) -> Row:
    today, needed = finding.today, finding.needed
    known = {
        "one": finding.statement.one,
        "other": finding.statement.other,
        "today": figure(today.value),
        "needed": figure(needed.value),
    }
    label = _("From “%(one)s” (1) to “%(other)s” (7): today %(today)s, needed %(needed)s.") % known
    drawing = charts.dots(
        None,
        needed.value,
        (needed.low, needed.high),
        before=today.value,
        least=rules.LEAST,
        most=rules.MOST,
        label=label,
    )
    return Row(finding, drawing, _("%(today)s → %(needed)s") % known, wishes(finding))


def figure(value: float) -> str:
    return number_format(round(value, 1), 1)  # which cuts off what is not rounded


def wishes(finding: Finding) -> str:
    """How many want it which way, or leave it."""
    if finding.may_be_kept:
        staying = {"n": in_words(finding.stay), "people": in_words(finding.today.people)}
        return capfirst(_("%(n)s of %(people)s would leave it where it is.") % staying) if finding.stay else ""
    side = finding.statement.other if finding.move > 0 else finding.statement.one
    wanting = finding.up if finding.move > 0 else finding.down
    known = {"n": in_words(wanting), "people": in_words(finding.today.people), "side": side}
    sentence = _("%(n)s of %(people)s want more of “%(side)s”.") % known
    doubt = "" if finding.wants_move else _("Chance alone could make this difference.")
    return f"{capfirst(sentence)} {doubt}".strip()


def headline(found: Sequence[Finding]) -> str:
    moving = [each for each in found if each.wants_move]
    if not found:
        return ""
    if not moving:
        return _("Nothing stands out: you are about where you need to be")
    sentence = ngettext(
        "On one thing you are clearly not where you need to be",
        "On %(n)s things you are clearly not where you need to be",
        len(moving),
    )
    return sentence % {"n": in_words(len(moving))}


def lede(round: Round | None, found: Sequence[Finding]) -> str:
    """What stands farthest apart, or how it stands."""
    if round is None:
        return _("It was withdrawn before it opened. What was sealed is destroyed.")
    if round.is_asking:
        return _("Each leader alone says how we work today and how we need to work. All open together.")
    if not found:
        return ""
    first = found[0]
    side = first.statement.other if first.move > 0 else first.statement.one
    known = {"side": side, "today": figure(first.today.value), "needed": figure(first.needed.value)}
    return _("Farthest apart: “%(side)s”, from %(today)s today to %(needed)s needed, on a scale from 1 to 7.") % known


def advice(shifts: int) -> str:
    """Five to seven is what a team can hold in mind."""
    if shifts >= FEWEST_SHIFTS:
        return _("Five to seven are what a team can make at once.")
    left = FEWEST_SHIFTS - shifts
    sentence = ngettext(
        "Five to seven are what a team can make at once: choose one more.",
        "Five to seven are what a team can make at once: choose %(n)s more.",
        left,
    )
    return sentence % {"n": in_words(left)}


def shift_page(shift: Shift, reader: Person, check: Form | None = None) -> Context:
    """One shift: its value, its signs, and what serves it or goes against it. At most twelve queries."""
    ties = ties_of(shift, reader)
    chooses = policy.may_choose(shift.culture, reader)
    return {
        "shift": shift,
        "serving": _tied(ties, Link.Kind.SERVES),
        "conflicting": _tied(ties, Link.Kind.CONFLICTS_WITH),
        "chooses": chooses,
        "check_form": (check or CheckForm(person=reader)) if chooses else None,
        "value_is_old": bool(shift.value and shift.value.purpose.state != Purpose.State.AGREED),
    }


def _tied(ties: Sequence[Tie], kind: str) -> list[Tie]:
    return [tie for tie in ties if tie.link.kind == kind]


def shift_form(culture: Culture, reader: Person, statement: Statement | None = None) -> ShiftForm:
    """Begun from a statement: from the side where we are to the side where we need to be."""
    return ShiftForm(culture=culture, person=reader, initial=_begun(statement))


def _begun(statement: Statement | None) -> dict[str, Any]:
    return {"statement": statement, "start": statement.one, "goal": statement.other} if statement else {}
