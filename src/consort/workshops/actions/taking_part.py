"""What those who take part do: join, answer, leave, come back; and how their page says that it is there."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from consort.core import clock
from consort.core.errors import NotAllowed, refuse_unless, require
from consort.core.ledger import record
from consort.core.models import Person
from consort.rounds.actions import ask_also, decline, seal_answers, take_back
from consort.rounds.models import Asked, Round
from consort.workshops import live, policy
from consort.workshops.actions.locking import current_of, lock
from consort.workshops.facts import WorkshopExcused, WorkshopJoined, WorkshopLeftEarly
from consort.workshops.models import Activity, Participant, Workshop

LOST = timedelta(seconds=50)
"""A page says every twenty seconds that it is there; after this long it has no link."""


def is_connected(participant: Participant) -> bool:
    return participant.seen_at is not None and participant.seen_at > clock.now() - LOST


def here(*, workshop: Workshop, by: Person) -> None:
    """The person's page is open. Tells the room only when that is news; only joining is recorded."""
    participant = _of(workshop, by)
    was_there = is_connected(participant) and participant.joined_at and participant.left_at is None
    Participant.objects.filter(pk=participant.pk).update(seen_at=clock.now())
    if workshop.is_live and (participant.joined_at is None or participant.left_at):
        join(workshop=workshop, by=by)
    elif not was_there:
        live.announce_room(workshop)


@transaction.atomic
def join(*, workshop: Workshop, by: Person) -> None:
    """Take a place, for the first time or again; what is asked now is asked of the latecomer too."""
    lock(workshop)
    participant = _of(workshop, by)
    refuse_unless(workshop.is_live, _("This workshop is not going on."))
    first = participant.joined_at is None
    participant.joined_at, participant.seen_at = participant.joined_at or clock.now(), clock.now()
    participant.left_at = None
    participant.save(update_fields=["joined_at", "seen_at", "left_at"])
    _ask_now(workshop, by)
    if first:
        record(WorkshopJoined(), on=workshop, by=by)
    live.announce_room(workshop)


def _ask_now(workshop: Workshop, person: Person) -> None:
    current = current_of(workshop)
    round = current.round if current else None
    if round and round.is_asking and round.is_attributed:
        ask_also(round=round, person=person, by=person)


@transaction.atomic
def answer(*, activity: Activity, by: Person, answers: Mapping[str, Any]) -> str:
    """Lock in the answers; they may be changed until they open. Raises BadAnswers."""
    round = _asking(activity)
    receipt = seal_answers(round=round, by=by, answers=answers)
    live.announce_room(activity.workshop)
    return receipt


@transaction.atomic
def unlock(*, activity: Activity, by: Person) -> None:
    """Take the answers back to change them; until they are locked in again they do not count."""
    take_back(round=_asking(activity), by=by)
    live.announce_room(activity.workshop)


def _asking(activity: Activity) -> Round:
    refuse_unless(activity.round is not None, _("Nothing is asked here. Nothing was kept."))
    assert activity.round
    return activity.round


@transaction.atomic
def leave(*, workshop: Workshop, by: Person) -> None:
    """Leave early. What was locked in stays; nobody waits for the rest."""
    lock(workshop)
    participant = _of(workshop, by)
    words = _("You lead this workshop: hand it over first. You are still in it.")
    refuse_unless(not (workshop.is_live and policy.may_lead(workshop, by)), words)
    if participant.left_at:
        return
    _go(participant)
    record(WorkshopLeftEarly(), on=workshop, by=by)


@transaction.atomic
def excuse(*, workshop: Workshop, person: Person, by: Person) -> None:
    """Go on without somebody: nobody waits for them. They come back by opening the page."""
    lock(workshop)
    require(policy.may_prepare(workshop, by))
    refuse_unless(person.pk != workshop.facilitator_id, _("Whoever leads it stays. Nothing was changed."))
    participant = _of(workshop, person)
    if participant.left_at:
        return
    _go(participant)
    record(WorkshopExcused(person.full_name), on=workshop, by=by)


def _go(participant: Participant) -> None:
    """Their place is empty, and every round that still asks waits for them no longer."""
    participant.left_at = clock.now()
    participant.save(update_fields=["left_at"])
    asked = Activity.objects.filter(workshop=participant.workshop_id).values("round")
    waits = Asked.objects.filter(
        round__in=asked, round__state=Round.State.ASKING, person=participant.person_id, done=False, declined=False
    )
    for each in waits.select_related("round__seal"):
        decline(round=each.round, by=participant.person)
    live.announce_room(participant.workshop)


@transaction.atomic
def choose_way(*, workshop: Workshop, way: str, by: Person) -> None:
    """Say whether one will be in the room, elsewhere, or answers in one's own time."""
    lock(workshop)
    participant = _of(workshop, by)
    participant.way = Participant.Way(way)
    participant.save(update_fields=["way"])
    live.announce_room(workshop)


def _of(workshop: Workshop, person: Person) -> Participant:
    """Their place. Whoever is not invited has none."""
    found = Participant.objects.filter(workshop=workshop, person=person).select_related("person", "workshop").first()
    if found is None:
        raise NotAllowed
    return found
