"""The list of everything that asks how far people agree."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consort.core.models import Person
from consort.rounds.models import Asked, Round
from consort.rounds.orders import wording
from consort.rounds.wording import in_words, opening_sentence
from consort.vision.models import Culture, Drill, Pulse
from consort.vision.policy import alignment as policy
from consort.vision.queries.cultures import cultures_for
from consort.vision.queries.drills import drills_for
from consort.vision.queries.pulses import pulses_for

NEWEST = 50
Thing = Pulse | Drill | Culture


@dataclass(frozen=True)
class Row:
    """One thing that was asked, and how it stands."""

    thing: Thing
    sentence: str
    waits: bool


@dataclass(frozen=True)
class Section:
    """All of one sort; without rows, how to begin."""

    id: str
    title: str
    empty: str
    begin: str
    verb: str
    new: str
    rows: list[Row] = field(default_factory=list)


def listing(reader: Person) -> dict[str, Any]:
    """Everything the reader may see, newest first. Runs five queries."""
    things: list[Sequence[Thing]] = [
        list(pulses_for(reader)[:NEWEST]),
        list(drills_for(reader)[:NEWEST]),
        list(cultures_for(reader)[:NEWEST]),
    ]
    rounds = _rounds([thing for group in things for thing in group])
    waiting = _waiting(reader, rounds)
    rows = [[_row(thing, rounds.get(thing.pk, []), waiting) for thing in group] for group in things]
    return {
        "sections": _sections(reader, rows),
        "sentence": _sentence(rows),
        "may_start": policy.may_start(reader),
    }


def _rounds(things: Sequence[Thing]) -> dict[UUID, list[Round]]:
    """The rounds about each that were not withdrawn, oldest first."""
    found: dict[UUID, list[Round]] = {}
    rows = Round.objects.filter(about_id__in=[thing.pk for thing in things]).exclude(state=Round.State.WITHDRAWN)
    for round in rows.order_by("number", "asked_at"):
        if round.about_id:
            found.setdefault(round.about_id, []).append(round)
    return found


def _waiting(reader: Person, rounds: dict[UUID, list[Round]]) -> set[UUID]:
    """The rounds that wait for the reader's answer."""
    asking = [each.pk for found in rounds.values() for each in found if each.is_asking]
    mine = Asked.objects.filter(person=reader, round__in=asking, done=False, declined=False)
    return set(mine.values_list("round", flat=True))


def _row(thing: Thing, rounds: Sequence[Round], waiting: set[UUID]) -> Row:
    latest = rounds[-1] if rounds else None
    return Row(thing, _standing(thing, latest), latest is not None and latest.pk in waiting)


def _standing(thing: Thing, latest: Round | None) -> str:
    """How it stands, in one sentence. An index is named where there is one."""
    if latest is None:
        return _("Withdrawn.")
    if latest.is_asking:
        return opening_sentence(latest)
    if isinstance(thing, Pulse):
        return _agreement(latest) or _("Open.")
    return _("Open.")


def _agreement(latest: Round) -> str:
    order = (latest.result or {}).get("questions", {}).get("order", {})
    agreement = order.get("agreement")
    if not agreement or agreement["w"] is None:
        return ""
    rest = _("Asked twice.") if latest.number > 1 else ""
    return f"{_('Agreement %(w)s.') % {'w': wording.figure(agreement['w'])}} {rest}".strip()


def _sentence(rows: Sequence[Sequence[Row]]) -> str:
    """How much waits for the reader."""
    waiting = sum(row.waits for group in rows for row in group)
    if waiting:
        sentence = ngettext("%(n)s waits for your answer.", "%(n)s wait for your answer.", waiting)
        return sentence % {"n": capfirst(in_words(waiting))}
    if any(rows):
        return _("What you hold to be important, side by side, and what moved.")
    return _("Ask before you assume: most leaders say priorities are clear, few can name the same ones.")


def _sections(reader: Person, rows: Sequence[list[Row]]) -> list[Section]:
    slug = [reader.organization.slug]
    return [
        Section(
            "s-pulses",
            _("Pulses"),
            _("Nobody has been asked for an order yet."),
            _("Each alone names what comes to mind and orders the priorities; all open together; you talk; again."),
            _("Ask for everyone’s order"),
            reverse("vision:pulse_new", args=slug),
            rows=rows[0],
        ),
        Section(
            "s-drills",
            _("Recall drills"),
            _("Nobody has been asked what they can name."),
            _("For many people: what can they name from memory, and how sure are they beforehand? No names."),
            _("Start a recall drill"),
            reverse("vision:drill_new", args=slug),
            rows=rows[1],
        ),
        Section(
            "s-cultures",
            _("Culture maps"),
            _("There is no culture map yet."),
            _("Each leader alone: how do we work today, and how do we need to work? Then choose five to seven shifts."),
            _("Start a culture map"),
            reverse("vision:culture_new", args=slug),
            rows=rows[2],
        ),
    ]
