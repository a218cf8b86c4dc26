"""Leading a workshop: begin, reveal, go on, extend, skip, hold, hand over, end. Each may be pressed twice."""

from collections.abc import Sequence
from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from consort.core import clock
from consort.core.errors import refuse_unless, require
from consort.core.ledger import record
from consort.core.models import Person
from consort.rounds.actions import open_round, withdraw
from consort.workshops import live, pace, policy
from consort.workshops.actions.asking import ask_for
from consort.workshops.actions.grouping import draw_ideas
from consort.workshops.actions.locking import current_of, lock, lock_to_lead
from consort.workshops.facts import (
    ActivityBegun,
    ActivityConcluded,
    ActivityExtended,
    ActivityRevealed,
    ActivitySkipped,
    WorkshopBegan,
    WorkshopEnded,
    WorkshopHandedOver,
    WorkshopHeld,
    WorkshopResumed,
    WorkshopShortened,
    WorkshopTakenOver,
)
from consort.workshops.models import Activity, Workshop

State = Activity.State
MOST_MINUTES = 7 * 24 * 60


@transaction.atomic
def begin(*, workshop: Workshop, by: Person) -> None:
    """Begin with the first activity."""
    lock(workshop)
    require(policy.may_lead(workshop, by))
    if workshop.is_live:
        return
    refuse_unless(workshop.is_planned, _("This workshop is over. Nothing was changed."))
    workshop.state, workshop.began_at = Workshop.State.LIVE, clock.now()
    workshop.ends_by = workshop.began_at + timedelta(minutes=sum(each.minutes for each in _waiting(workshop)))
    workshop.save(update_fields=["state", "began_at", "ends_by"])
    record(WorkshopBegan(), on=workshop, by=by)
    _start_next(workshop, by)
    live.announce_stage(workshop)


@transaction.atomic
def reveal(*, activity: Activity, by: Person) -> None:
    """Open what was answered. Everybody sees the same; who has not locked in is left out."""
    workshop = activity.workshop
    lock_to_lead(workshop, by)
    activity.refresh_from_db()
    if activity.state == State.OPENED:
        return
    refuse_unless(activity.is_running, _("This activity is not the one that is played now. Nothing was opened."))
    _open(activity, by)
    live.announce_stage(workshop)


@transaction.atomic
def go_on(*, activity: Activity, by: Person) -> None:
    """Leave `activity`, opening what it asked, for the next one. Already left: nothing happens."""
    workshop = activity.workshop
    lock_to_lead(workshop, by)
    activity.refresh_from_db()
    if not activity.is_current:
        return
    refuse_unless(_next(workshop) is not None, _("This was the last activity: end the workshop. Nothing was changed."))
    _close(activity, by)
    _start_next(workshop, by)
    live.announce_stage(workshop)


@transaction.atomic
def skip(*, activity: Activity, by: Person) -> None:
    """Leave an activity out. What was answered in it is destroyed unread."""
    workshop = activity.workshop
    lock_to_lead(workshop, by)
    activity.refresh_from_db()
    if activity.state in (State.SKIPPED, State.DONE):
        return
    was_current = activity.is_current
    refuse_unless(
        not was_current or _next(workshop) is not None,
        _("This was the last activity: end the workshop. Nothing was changed."),
    )
    _leave_out(activity, by)
    if was_current:
        _start_next(workshop, by)
    live.announce_stage(workshop)


@transaction.atomic
def extend(*, activity: Activity, minutes: int, by: Person) -> None:
    """Give it more time, counted from now where its time is over."""
    workshop = activity.workshop
    lock_to_lead(workshop, by)
    activity.refresh_from_db()
    refuse_unless(activity.is_current, _("This activity is not the one that is played now. Nothing was changed."))
    refuse_unless(0 < minutes <= MOST_MINUTES, _("Give between a minute and a week. Nothing was changed."))
    assert activity.ends_at
    activity.ends_at = max(activity.ends_at, pace.now_of(workshop)) + timedelta(minutes=minutes)
    activity.save(update_fields=["ends_at"])
    record(ActivityExtended(activity.title, minutes), on=workshop, by=by)
    live.announce_stage(workshop)


@transaction.atomic
def hold(*, workshop: Workshop, by: Person) -> None:
    """Stop the clock. Answers still come in."""
    lock_to_lead(workshop, by)
    if workshop.held_at:
        return
    workshop.held_at = clock.now()
    workshop.save(update_fields=["held_at"])
    record(WorkshopHeld(), on=workshop, by=by)
    live.announce_stage(workshop)


@transaction.atomic
def resume(*, workshop: Workshop, by: Person) -> None:
    """Let the clock run on; the deadline moves by as long as it stood."""
    lock_to_lead(workshop, by)
    if workshop.held_at is None:
        return
    _let_clock_run(workshop)
    record(WorkshopResumed(), on=workshop, by=by)
    live.announce_stage(workshop)


@transaction.atomic
def shorten(*, workshop: Workshop, by: Person) -> None:
    """Take from each activity that waits its share of what the workshop is behind, down to a minute."""
    lock_to_lead(workshop, by)
    activities = list(workshop.activities.all())
    waiting = [each for each in activities if each.is_waiting]
    minutes = pace.shortened(workshop, activities)
    refuse_unless(minutes != [each.minutes for each in waiting], _("There is nothing to shorten. Nothing was changed."))
    for activity, given in zip(waiting, minutes, strict=True):
        activity.minutes = given
    Activity.objects.bulk_update(waiting, ["minutes"])
    record(WorkshopShortened(minutes), on=workshop, by=by)
    live.announce_stage(workshop)


@transaction.atomic
def hand_over(*, workshop: Workshop, to: Person, by: Person) -> None:
    """Let somebody who takes part lead from now on."""
    lock_to_lead(workshop, by)
    require(policy.takes_part(workshop, to))
    if to == by:
        return
    _let_lead(workshop, to)
    record(WorkshopHandedOver(to.full_name), on=workshop, by=by)


@transaction.atomic
def take_over(*, workshop: Workshop, by: Person) -> None:
    """Lead it because whoever led it is gone, or because one planned it."""
    lock(workshop)
    if policy.may_lead(workshop, by):
        return
    require(policy.may_take_over(workshop, by))
    refuse_unless(workshop.is_live, _("This workshop is not going on. Nothing was changed."))
    _let_lead(workshop, by)
    record(WorkshopTakenOver(), on=workshop, by=by)


@transaction.atomic
def conclude(*, activity: Activity, text: str, by: Person) -> None:
    """Write down what an activity came to; the minutes show it, the ledger keeps what stood there."""
    workshop = activity.workshop
    lock(workshop)
    require(policy.may_prepare(workshop, by))
    activity.refresh_from_db()
    refuse_unless(not activity.is_waiting, _("It has not begun. Nothing was kept."))
    before, given = activity.conclusion, text.strip()
    if before == given:
        return
    activity.conclusion = given
    activity.save(update_fields=["conclusion"])
    record(ActivityConcluded(activity.title, before), on=workshop, by=by)
    live.announce_stage(workshop)


@transaction.atomic
def end(*, workshop: Workshop, by: Person) -> None:
    """End it. What is being asked opens; what has not begun is left out."""
    lock(workshop)
    require(policy.may_lead(workshop, by))
    if workshop.is_ended:
        return
    refuse_unless(workshop.is_live, _("It has not begun: call it off instead. Nothing was changed."))
    if workshop.held_at:
        _let_clock_run(workshop)
    if current := current_of(workshop):
        current.workshop = workshop
        _close(current, by)
    for activity in _waiting(workshop):
        _leave_out(activity, by)
    workshop.state, workshop.ended_at = Workshop.State.ENDED, clock.now()
    workshop.save(update_fields=["state", "ended_at"])
    record(WorkshopEnded(workshop.title), on=workshop, by=by, concerning=_who_was_there(workshop))
    live.announce_stage(workshop)


def _who_was_there(workshop: Workshop) -> list[Person]:
    rows = workshop.participants.filter(joined_at__isnull=False).select_related("person")
    return [each.person for each in rows]


def _waiting(workshop: Workshop) -> Sequence[Activity]:
    found = list(workshop.activities.filter(state=State.WAITING).select_related("round__seal", "source"))
    for activity in found:
        activity.workshop = workshop
    return found


def _next(workshop: Workshop) -> Activity | None:
    return next(iter(_waiting(workshop)), None)


def _start_next(workshop: Workshop, by: Person) -> None:
    activity = _next(workshop)
    refuse_unless(activity is not None, _("This script has no activities. Nothing was changed."))
    assert activity
    ask_for(activity, by)
    activity.state, activity.began_at = State.RUNNING, pace.now_of(workshop)
    activity.ends_at = activity.began_at + timedelta(minutes=activity.minutes)
    activity.save(update_fields=["state", "began_at", "ends_at"])
    record(ActivityBegun(activity.title), on=workshop, by=by)


def _open(activity: Activity, by: Person) -> None:
    if activity.round is None:
        return
    open_round(activity.round)
    draw_ideas(activity)
    activity.state = State.OPENED
    activity.save(update_fields=["state"])
    record(ActivityRevealed(activity.title), on=activity.workshop, by=by)


def _close(activity: Activity, by: Person) -> None:
    if activity.is_running:
        _open(activity, by)
    activity.state, activity.closed_at = State.DONE, clock.now()
    activity.save(update_fields=["state", "closed_at"])


def _leave_out(activity: Activity, by: Person) -> None:
    if activity.round and activity.round.is_asking and activity.round.asker:
        withdraw(round=activity.round, by=activity.round.asker)
    activity.state, activity.closed_at = State.SKIPPED, clock.now()
    activity.save(update_fields=["state", "closed_at"])
    record(ActivitySkipped(activity.title), on=activity.workshop, by=by)


def _let_clock_run(workshop: Workshop) -> None:
    """Every deadline that is set moves by as long as the clock stood."""
    assert workshop.held_at
    stood = clock.now() - workshop.held_at
    for activity in workshop.activities.filter(state__in=Activity.CURRENT):
        assert activity.ends_at
        activity.ends_at += stood
        activity.save(update_fields=["ends_at"])
    workshop.held_at = None
    workshop.save(update_fields=["held_at"])


def _let_lead(workshop: Workshop, person: Person) -> None:
    workshop.facilitator = person
    workshop.save(update_fields=["facilitator"])
    live.announce_stage(workshop)
