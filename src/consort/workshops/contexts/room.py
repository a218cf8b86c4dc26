"""What one who takes part sees: the question and their own answer, on a phone first."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from consort.core.models import Person
from consort.rounds.contexts import envelope
from consort.workshops import outcomes, policy
from consort.workshops.activities import ORDER, behaviour_of
from consort.workshops.contexts.stage import Context, frame_of, outcomes_of, stage_of, to_keep
from consort.workshops.forms import CommitForm
from consort.workshops.models import Activity, ActivityKind, Participant, Workshop
from consort.workshops.queries import activities_of, current_in


@dataclass(frozen=True)
class Ranked:
    """One line of a list to be put in order."""

    value: str
    label: str


def room(
    workshop: Workshop,
    reader: Person,
    *,
    errors: Mapping[str, str] | None = None,
    written: Mapping[str, Any] | None = None,
    commit: CommitForm | None = None,
    ahead: Activity | None = None,
) -> Context:
    """The activity that is played now, or one that is answered ahead. At most twelve queries."""
    activities = activities_of(workshop)
    current = ahead or current_in(activities)
    place = workshop.participants.filter(person=reader).first()
    is_commit = current is not None and current.kind == ActivityKind.COMMIT
    return {
        **frame_of(workshop),
        "activities": activities,
        "place": place,
        "leads": policy.may_lead(workshop, reader),
        "may_take_over": workshop.is_live and policy.may_take_over(workshop, reader),
        "stage": stage_of(activities, current) if current and not ahead else None,
        "ahead": ahead,
        "answering": _answering(current, reader, written, errors) if current else None,
        "to_answer": _answerable(activities, current, place),
        "commit_form": (commit or CommitForm(person=reader, workshop=workshop)) if is_commit else None,
        **(outcomes_of(workshop, reader) if is_commit else {}),
        **to_keep(activities, outcomes.open_to(reader) if is_commit else []),
    }


def _answering(
    activity: Activity, reader: Person, written: Mapping[str, Any] | None, errors: Mapping[str, str] | None
) -> Context | None:
    """The reader's own form while it asks; None for what is done together and for who is not asked. Three queries."""
    round = activity.round
    if round is None or not round.is_asking:
        return None
    shown = envelope(round, reader, written=written, errors=errors)
    if not shown["is_asked"]:
        return None
    mine = shown["own"]
    given = written if written is not None else (mine and (mine.draft or mine.sealed)) or {}
    return {
        "activity": activity,
        "envelope": shown,
        "is_locked": mine is not None and mine.is_sealed and written is None,
        "ranked": ranked(activity, given.get(ORDER), reader) if activity.kind == ActivityKind.RANK else [],
        "button": behaviour_of(activity.kind).button,
    }


def ranked(activity: Activity, given: Mapping[str, Any] | None, reader: Person) -> list[Ranked]:
    """As it was put in order, else shuffled for each person, so that no order of ours is everybody's beginning."""
    items = list(activity.items)
    random.Random(f"{reader.pk}{activity.pk}").shuffle(items)
    if given:
        items.sort(key=lambda item: _place(given.get(item["key"])))
    return [Ranked(item["key"], item["label"]) for item in items]


def _place(given: Any) -> int:
    return int(given) if str(given).isdecimal() and len(str(given)) < 4 else 1000


def _answerable(activities: Sequence[Activity], current: Activity | None, place: Participant | None) -> list[Activity]:
    """What was asked ahead and can be answered now."""
    if place is None or place.way != Participant.Way.OWN_TIME:
        return []
    return [each for each in activities if each != current and each.is_waiting and each.round and each.round.is_asking]
