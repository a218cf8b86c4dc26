"""Keeping a commitment: saying that it is done, confirming it, releasing it, letting its date pass."""

from django.db import transaction
from django.utils.translation import gettext as _

from consort.commitments.actions.moving import answer_open, begin, finish, standing, tell
from consort.commitments.days import today_of
from consort.commitments.facts import (
    CommitmentKept,
    CommitmentKeptLate,
    CommitmentMissed,
    CommitmentNotKept,
    CommitmentNotYet,
    CommitmentReleased,
    CommitmentSaidDone,
    CommitmentTakenBack,
)
from consort.commitments.models import Commitment, Renegotiation
from consort.commitments.states import State, Verb
from consort.core import clock
from consort.core.errors import refuse_unless
from consort.core.models import Person


@transaction.atomic
def say_done(*, commitment: Commitment, by: Person) -> None:
    """The giver says that it is done; whether it was kept is for the receiver to say."""
    if not begin(commitment, Verb.SAY_DONE, by):
        return
    finish(commitment, Verb.SAY_DONE, State.SAID_DONE, said_done=clock.now())
    tell(commitment, CommitmentSaidDone(commitment.what), by)


@transaction.atomic
def take_back(*, commitment: Commitment, by: Person) -> None:
    """It is not done after all: everything stands as before. The giver has until the end of the day to say more."""
    if not begin(commitment, Verb.TAKE_BACK, by):
        return
    _reopen(commitment, Verb.TAKE_BACK)
    tell(commitment, CommitmentTakenBack(commitment.what), by)


@transaction.atomic
def confirm_kept(*, commitment: Commitment, by: Person) -> None:
    """The receiver confirms it, also when the giver said nothing yet. After a missed date it counts as done late."""
    if not begin(commitment, Verb.CONFIRM_KEPT, by):
        return
    answer_open(commitment, Renegotiation.Answer.OVERTAKEN)
    finish(commitment, Verb.CONFIRM_KEPT, State.KEPT)
    fact = CommitmentKeptLate if commitment.missed_on else CommitmentKept
    tell(commitment, fact(commitment.what), by)


@transaction.atomic
def not_kept(*, commitment: Commitment, by: Person, reason: str) -> None:
    """The receiver says that it is not done. Before its date it is open again; after it, it was not kept."""
    if not begin(commitment, Verb.SAY_NOT_YET, by):
        return
    refuse_unless(bool(reason.strip()), _("Say what is missing. Nothing was changed."))
    if commitment.is_lapsed or commitment.due >= today_of(commitment.giver):
        _reopen(commitment, Verb.SAY_NOT_YET)
        tell(commitment, CommitmentNotYet(commitment.what, reason.strip()), by)
        return
    answer_open(commitment, Renegotiation.Answer.OVERTAKEN)
    finish(commitment, Verb.SAY_NOT_KEPT, State.MISSED, missed_on=commitment.due, said_done=None)
    tell(commitment, CommitmentNotKept(commitment.what, reason.strip()), by)


@transaction.atomic
def release(*, commitment: Commitment, by: Person) -> None:
    """The receiver no longer holds the giver to it. A date that was missed before stays missed."""
    if not begin(commitment, Verb.RELEASE, by):
        return
    answer_open(commitment, Renegotiation.Answer.OVERTAKEN)
    finish(commitment, Verb.RELEASE, State.RELEASED)
    tell(commitment, CommitmentReleased(commitment.what), by)


@transaction.atomic
def pass_in_silence(*, commitment: Commitment) -> bool:
    """The date passed and nobody said a word. Done by the clock; False when something was said meanwhile."""
    if not begin(commitment, Verb.PASS_IN_SILENCE, None):
        return False
    if commitment.silent_after >= today_of(commitment.giver) or commitment.is_lapsed:
        return False
    answer_open(commitment, Renegotiation.Answer.OVERTAKEN)
    finish(commitment, Verb.PASS_IN_SILENCE, State.MISSED, missed_on=commitment.due)
    tell(commitment, CommitmentMissed(commitment.what), None)
    return True


def _reopen(commitment: Commitment, verb: Verb) -> None:
    since = max(commitment.silent_after, today_of(commitment.giver))
    finish(commitment, verb, standing(commitment), said_done=None, silent_after=since)
