"""One message for all teams: written once, approved by those who decide, told by everyone in the same words."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from consort.core import clock
from consort.core.errors import refuse_unless, require
from consort.core.models import Person
from consort.decisions import policy
from consort.decisions.actions.committing import CARRIED_OUT
from consort.decisions.actions.moving import in_stage, tell
from consort.decisions.facts import MessageApproved, MessageWritten, TeamTold
from consort.decisions.messages import is_approved
from consort.decisions.models import Approval, Decision, Message, Telling


@transaction.atomic
def write_message(*, decision: Decision, by: Person, text: str) -> Message:
    """Write what everyone tells their team. New words need every approval again."""
    case = in_stage(decision, *CARRIED_OUT)
    require(policy.steers(case, by))
    text = text.strip()
    refuse_unless(bool(text), _("Write the message first. Nothing was kept."))
    message = Message.objects.filter(decision=decision).first()
    if message and message.text == text:
        return message
    if message:
        refuse_unless(not message.tellings.exists(), _("Somebody has told it already. The words stay as they are."))
        message.approvals.all().delete()
    message, _made = Message.objects.update_or_create(
        decision=decision, defaults={"text": text, "by": by, "written": clock.now()}
    )
    tell(case, MessageWritten(decision.question), by)
    return message


@transaction.atomic
def approve_message(*, decision: Decision, by: Person, text: str) -> None:
    """Stand behind the words. `text` is what was read: words that changed meanwhile are not approved unread."""
    case = in_stage(decision, *CARRIED_OUT)
    require(policy.decides(case, by))
    message = _message(decision)
    refuse_unless(
        message.text.split() == text.split(),
        _("The words changed meanwhile. Read them again; nothing was approved."),
    )
    _approval, made = Approval.objects.get_or_create(message=message, person=by)
    if made:
        tell(case, MessageApproved(decision.question), by)


@transaction.atomic
def say_told(*, decision: Decision, by: Person, on: date) -> None:
    """Say on which day one told the own team. A day that was said before is replaced."""
    case = in_stage(decision, *CARRIED_OUT)
    require(policy.has_part(case, by))
    message = _message(decision)
    refuse_unless(is_approved(message, case), _("Those who decide have not all approved the words yet."))
    refuse_unless(on <= clock.today(), _("This day lies ahead. Say it when you have told them."))
    began = decision.began("commit")
    refuse_unless(
        began is None or on >= timezone.localdate(began), _("This day lies before the decision. Nothing was kept.")
    )
    telling, made = Telling.objects.get_or_create(message=message, person=by, defaults={"on": on})
    if telling.on != on:
        telling.on = on
        telling.save(update_fields=["on"])
    if made:
        tell(case, TeamTold(decision.question), by, by)


def _message(decision: Decision) -> Message:
    message = Message.objects.filter(decision=decision).first()
    refuse_unless(message is not None, _("Nobody has written the message yet."))
    assert message
    return message
