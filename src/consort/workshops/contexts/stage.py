"""What everybody sees of the activity that is played now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from consort.core import clock, kinds
from consort.core.links import to_here
from consort.core.models import Link, Person
from consort.rounds.orders.comparing import Talk
from consort.rounds.wording import in_words
from consort.workshops import pace, wording
from consort.workshops.activities import behaviour_of
from consort.workshops.contexts.found import asked_in, drawn, speaking_order
from consort.workshops.contexts.sharing import sentence
from consort.workshops.live import room_topic, stage_topic
from consort.workshops.models import Activity, ActivityKind, Workshop
from consort.workshops.queries import Group, groups_in
from consort.workshops.things import written_in

Context = dict[str, Any]
SHOWS_IDEAS = (ActivityKind.WRITE, ActivityKind.REVEAL, ActivityKind.GROUP, ActivityKind.DISCUSS)


@dataclass(frozen=True)
class Clock:
    """`until` and `now` for the browser's own counting; both empty while it is held."""

    text: str
    label: str
    until: str
    now: str
    is_over: bool
    is_held: bool


@dataclass(frozen=True)
class Stage:
    """One activity on everybody's screen."""

    activity: Activity
    over: str
    question: str
    clock: Clock
    who: str
    promise: str
    talks: list[Talk]
    groups: list[Group]
    drawn: SafeString | None
    is_asking: bool
    is_grouping: bool


def stage_of(activities: Sequence[Activity], activity: Activity) -> Stage:
    """At most five queries."""
    place = activities.index(activity) + 1
    behaviour = behaviour_of(activity.kind)
    over = f"{wording.place_of(activity, place, len(activities))}, {behaviour.manner}"
    is_asking = activity.is_running and activity.round is not None
    shown = asked_in(activity) if not is_asking else None
    written = written_in(activity) if not is_asking and activity.kind in SHOWS_IDEAS else None
    groups = groups_in([written])[written.pk] if written else []
    return Stage(
        activity=activity,
        over=over,
        question=activity.question or activity.title,
        clock=clock_of(activity),
        who=sentence(activity) if is_asking else "",
        promise=promise_of(activity) if is_asking else "",
        talks=speaking_order(activity) if activity.kind == ActivityKind.DISCUSS else [],
        groups=groups,
        drawn=drawn(shown) if shown and not groups and activity.kind != ActivityKind.COMMIT else None,
        is_asking=is_asking,
        is_grouping=activity.kind == ActivityKind.GROUP and activity.is_running,
    )


def clock_of(activity: Activity) -> Clock:
    left = pace.left_of(activity)
    text = wording.time_left(left)
    held = activity.workshop.held_at is not None
    assert activity.ends_at
    return Clock(
        text=text,
        label=_("Time left: %(time)s") % {"time": text},
        until="" if held else activity.ends_at.isoformat(),
        now=clock.now().isoformat(),
        is_over=left < timedelta(),
        is_held=held,
    )


def promise_of(activity: Activity) -> str:
    """What becomes of an answer, said before it is given."""
    assert activity.round
    if activity.round.is_attributed:
        return _("Nobody sees what you wrote, whoever leads included, until all is revealed; then with your name.")
    if activity.round.mode == activity.round.Mode.CONFIDENTIAL:
        return _("Nobody is ever shown who said what, and nothing is shown below %(n)s answers.") % {
            "n": in_words(activity.round.least)
        }
    return _("Answers are torn from names when they open, and nothing is shown below %(n)s answers.") % {
        "n": in_words(activity.round.least)
    }


def to_keep(activities: Sequence[Activity], choices: Sequence[object]) -> Context:
    """What is proposed to be kept: the items of the newest activity that had any."""
    items: list[dict[str, str]] = next((each.items for each in reversed(activities) if each.items), [])
    return {"choices": choices, "keep_id": uuid4(), "keep_items": [each["label"] for each in items]}


def outcomes_of(workshop: Workshop, reader: Person) -> Context:
    """What came of it, as far as the reader may see it: commitments, and what was kept. A query, and one per kind."""
    ties = to_here(workshop, reader, Link.Kind.CAME_FROM, Link.Kind.CARRIES_OUT)
    promised = [tie.thing for tie in ties if tie.link.kind == Link.Kind.CARRIES_OUT]
    kept = [tie for tie in ties if tie.link.kind == Link.Kind.CAME_FROM]
    return {"promised": promised, "kept": [(capfirst(noun_of(tie.link.from_kind)), tie.thing) for tie in kept]}


def noun_of(kind: str) -> str:
    return str(kinds.named(kind).noun)


def frame_of(workshop: Workshop) -> Context:
    """What every screen of a workshop needs around its stage."""
    return {
        "workshop": workshop,
        "stage_topic": stage_topic(workshop),
        "room_topic": room_topic(workshop),
        "when": wording.day(workshop.began_at or workshop.starts_at),
    }
