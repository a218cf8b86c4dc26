"""A script apart from any workshop: steps, each of a kind, with what must hold among them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from consort.rounds.models import Round
from consort.workshops.activities import Takes, behaviour_of
from consort.workshops.models import ActivityKind

MOST_STEPS, MOST_ITEMS, MOST_MINUTES = 30, 30, 480
LONGEST = {"title": 80, "question": 300, "note": 2000}


@dataclass(frozen=True)
class Thing:
    """One of the items that are ranked, rated, chosen from. In from-to, `detail` is the other pole."""

    title: str
    detail: str = ""


@dataclass(frozen=True)
class Step:
    """`earlier` is the place, from 1, of the step whose result or items this one takes."""

    kind: str
    title: str
    minutes: int
    question: str = ""
    note: str = ""
    names: str = Round.Mode.ATTRIBUTED
    items: tuple[Thing, ...] = ()
    earlier: int | None = None
    settings: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Script:
    title: str
    purpose: str
    steps: tuple[Step, ...]

    @property
    def minutes(self) -> int:
        return sum(step.minutes for step in self.steps)


def problems_of(script: Script) -> list[str]:
    """What must be put right before anybody can play it, each in a sentence; empty when all is well."""
    found = [] if script.title.strip() else [_("The script has no title.")]
    if not 1 <= len(script.steps) <= MOST_STEPS:
        found.append(_("A script has between one and %(most)s activities.") % {"most": MOST_STEPS})
    for place, step in enumerate(script.steps, 1):
        where = _("Activity %(place)s") % {"place": place}
        found += [f"{where}: {problem}" for problem in _problems_of(step, place)]
    return found


def _problems_of(step: Step, place: int) -> Iterator[str]:
    if step.kind not in ActivityKind.values:
        yield _("“%(kind)s” is no kind of activity.") % {"kind": step.kind[:40]}
        return
    if not step.title.strip():
        yield _("it has no name.")
    for name, most in LONGEST.items():
        if len(getattr(step, name)) > most:
            yield _("“%(field)s” is longer than %(most)s characters.") % {"field": name, "most": most}
    if not 1 <= step.minutes <= MOST_MINUTES:
        yield _("it takes between one and %(most)s minutes.") % {"most": MOST_MINUTES}
    if step.names not in Round.Mode.values:
        yield _("“names” is attributed, confidential or anonymous.")
    if step.earlier is not None and not 1 <= step.earlier < place:
        yield _("“earlier” names no activity before it.")
    yield from _problems_with_items(step)


def _problems_with_items(step: Step) -> Iterator[str]:
    needs = behaviour_of(step.kind)
    if len(step.items) > MOST_ITEMS:
        yield _("it has more than %(most)s items.") % {"most": MOST_ITEMS}
    titles = [thing.title.strip().casefold() for thing in step.items]
    if not all(titles) or len(set(titles)) < len(titles):
        yield _("two of its items have the same name, or one has none.")
    if any(len(thing.title) > 120 or len(thing.detail) > 200 for thing in step.items):
        yield _("one of its items is too long.")
    if needs.takes == Takes.EARLIER and step.earlier is None and step.kind != ActivityKind.DISCUSS:
        yield _("say which earlier activity it is about.")
    if needs.takes == Takes.ITEMS and step.earlier is None and len(step.items) < needs.fewest:
        yield _("it needs items, or an earlier activity that brings them.")
