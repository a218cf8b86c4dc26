"""Renegotiating a date. Before the date it counts as kept faith; the passing of a date in silence does not."""

from datetime import date
from uuid import UUID, uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from consort.commitments.actions.moving import answer_open, begin, finish, standing, tell
from consort.commitments.days import today_of
from consort.commitments.facts import CommitmentDateChanged, CommitmentRenegotiated, NewDateAsked, NewDateRefused
from consort.commitments.models import Commitment, Renegotiation
from consort.commitments.states import State, Verb
from consort.core.errors import Refused, refuse_unless
from consort.core.identities import made_before
from consort.core.models import Person
from consort.web.days import in_full


@transaction.atomic
def ask_new_date(
    *, commitment: Commitment, by: Person, asked: date, reason: str, id: UUID | None = None
) -> Renegotiation:
    """Ask the receiver for another date. One that was asked before and not answered is overtaken."""
    begin(commitment, Verb.ASK_NEW_DATE, by)
    if made := made_before(commitment.renegotiations.all(), id):
        return made
    today = today_of(by)
    refuse_unless(asked >= today, _("The new date has passed already. Nothing was asked."))
    refuse_unless(asked != commitment.due, _("This is the date that stands. Nothing was asked."))
    refuse_unless(bool(reason.strip()), _("Say in a few words why. Nothing was asked."))
    answer_open(commitment, Renegotiation.Answer.OVERTAKEN)
    renegotiation = Renegotiation.objects.create(
        id=id or uuid4(),
        commitment=commitment,
        stood=commitment.due,
        asked=asked,
        reason=reason.strip(),
        in_time=today <= commitment.due and not commitment.is_lapsed,
    )
    until = max(commitment.due, asked)
    finish(commitment, Verb.ASK_NEW_DATE, State.RENEGOTIATED, silent_after=until)
    tell(commitment, NewDateAsked(commitment.what, in_full(asked), reason.strip()), by)
    return renegotiation


@transaction.atomic
def agree_new_date(*, commitment: Commitment, by: Person) -> None:
    """The receiver agrees to the date that was asked for; it stands from now on."""
    if not begin(commitment, Verb.AGREE_NEW_DATE, by):
        _refuse_unless_answered(commitment, Renegotiation.Answer.AGREED)
        return
    asked = _answered(commitment, Renegotiation.Answer.AGREED)
    earlier = commitment.renegotiations.filter(answer=Renegotiation.Answer.AGREED).exclude(pk=asked.pk)
    fact = CommitmentRenegotiated if asked.in_time and not earlier.exists() else CommitmentDateChanged
    until = max(asked.asked, today_of(commitment.giver))
    finish(commitment, Verb.AGREE_NEW_DATE, State.ACCEPTED, due=asked.asked, silent_after=until)
    tell(commitment, fact(commitment.what, in_full(asked.asked)), by)


@transaction.atomic
def refuse_new_date(*, commitment: Commitment, by: Person, reason: str) -> None:
    """The receiver holds to the date that stands. The giver has until the end of the day to say more."""
    if not begin(commitment, Verb.REFUSE_NEW_DATE, by):
        _refuse_unless_answered(commitment, Renegotiation.Answer.REFUSED)
        return
    refuse_unless(bool(reason.strip()), _("Say in a few words why. Nothing was changed."))
    _answered(commitment, Renegotiation.Answer.REFUSED)
    until = max(commitment.due, today_of(commitment.giver))
    finish(commitment, Verb.REFUSE_NEW_DATE, standing(commitment), silent_after=until)
    tell(commitment, NewDateRefused(commitment.what, reason.strip()), by)


def _refuse_unless_answered(commitment: Commitment, answer: Renegotiation.Answer) -> None:
    """Saying the same again changes nothing; saying something else is too late."""
    last = commitment.renegotiations.last()
    refuse_unless(last is not None and last.answer == answer, _("No other date is asked for. Nothing was changed."))


def _answered(commitment: Commitment, answer: Renegotiation.Answer) -> Renegotiation:
    asked = answer_open(commitment, answer)
    if asked is None:
        raise Refused(_("Nobody asks for another date any more. Nothing was changed."))
    return asked
