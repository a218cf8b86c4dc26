"""What whoever leads sees: the script, the stage, the people, and what can be pressed next."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from consort.core import clock
from consort.core.models import Person
from consort.rounds.models import Asked
from consort.workshops import pace, wording
from consort.workshops.actions.taking_part import is_connected
from consort.workshops.activities import behaviour_of
from consort.workshops.contexts.found import differed_most
from consort.workshops.contexts.sharing import counts
from consort.workshops.contexts.stage import Context, Stage, frame_of, outcomes_of, stage_of
from consort.workshops.forms import HandOverForm
from consort.workshops.models import Activity, ActivityKind, Participant, Workshop
from consort.workshops.queries import activities_of, current_in, participants_of, standing_in


@dataclass(frozen=True)
class Line:
    """An activity in the script: done, current or to come; `note` says how long, or what came of it."""

    activity: Activity
    note: str
    is_done: bool
    is_current: bool
    is_skipped: bool


@dataclass(frozen=True)
class Seat:
    """One of the people: `state` is a word of `c-state`."""

    participant: Participant
    state: str
    words: str
    is_lost: bool


def leading(workshop: Workshop, reader: Person) -> Context:
    """The whole screen of whoever leads. At most fourteen queries."""
    activities = activities_of(workshop)
    current = current_in(activities)
    people = participants_of(workshop)
    seats = seats_of(people, current, standing_in(current) if current else {})
    stage = stage_of(activities, current) if current else None
    is_commit = current is not None and current.kind == ActivityKind.COMMIT
    following = next((each for each in activities if each.is_waiting), None)
    return {
        **frame_of(workshop),
        "lines": [line_of(each) for each in activities],
        "stage": stage,
        "next": following,
        "may_reveal": stage is not None and stage.is_asking,
        "left_out": _left_out(stage),
        "differed": differed_most(current) if current and stage and stage.is_asking else "",
        "seats": seats,
        "here": sum(is_connected(each) for each in people if each.takes_part),
        "invited": sum(each.takes_part for each in people),
        "lost": [_lost(seat) for seat in seats if seat.is_lost],
        "pace": wording.pace(found := pace.pace_of(workshop, activities)),
        "is_behind": found.behind > 0 and following is not None,
        "hand_over": HandOverForm(workshop=workshop, person=reader),
        **(outcomes_of(workshop, reader) if is_commit else {}),
    }


def line_of(activity: Activity) -> Line:
    is_skipped = activity.state == Activity.State.SKIPPED
    is_done = activity.state == Activity.State.DONE
    note = wording.lasted(activity) if is_done else _("left out") if is_skipped else wording.minutes(activity.minutes)
    return Line(activity, _result(activity) or note, is_done or is_skipped, activity.is_current, is_skipped)


def _result(activity: Activity) -> str:
    """A figure that says what came of it, where there is one."""
    result = (activity.round.result if activity.round else None) or {}
    agreement = result.get("questions", {}).get("order", {}).get("agreement")
    if agreement and agreement["w"] is not None:
        return _("Agreement %(w)s") % {"w": f"{round(agreement['w'], 2):.2f}"}
    return ""


def seats_of(people: Sequence[Participant], current: Activity | None, asked: dict[UUID, Asked]) -> list[Seat]:
    """Who is there, who is done. Without names nobody is told who has answered."""
    return [_seat(each, current, asked.get(each.person_id)) for each in people]


def _seat(participant: Participant, current: Activity | None, asked: Asked | None) -> Seat:
    if participant.left_at:
        return Seat(participant, "thin", _("Has left"), False)
    if asked and asked.done:
        return Seat(participant, "done", _("Locked in"), False)
    if participant.way == Participant.Way.OWN_TIME and not is_connected(participant):
        return Seat(participant, "open", _("In their own time"), False)
    if participant.joined_at is None:
        return Seat(participant, "thin", _("Not here yet"), False)
    if not is_connected(participant):
        return Seat(participant, "caution", _("No link"), True)
    if asked and current:
        return Seat(participant, "open", str(behaviour_of(current.kind).doing), False)
    return Seat(participant, "good", _("Here"), False)


def _lost(seat: Seat) -> str:
    seen = seat.participant.seen_at
    assert seen
    return _("%(name)s lost the connection %(ago)s. The last draft is kept here and counts once it is locked in.") % {
        "name": seat.participant.person.first_name,
        "ago": wording.how_long_ago(clock.now() - seen),
    }


def _left_out(stage: Stage | None) -> str:
    """How many answers are missing, where names are shown anyway. One query where it asks."""
    round = stage.activity.round if stage and stage.is_asking else None
    if round is None or not round.is_attributed:
        return ""
    done, asked = counts(round)
    return wording.left_out(asked - done)
