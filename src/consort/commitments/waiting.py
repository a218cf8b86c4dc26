"""What of commitments waits for whom."""

from collections.abc import Iterable
from datetime import datetime, time, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from consort.commitments.models import Commitment
from consort.commitments.queries import waiting_on
from consort.commitments.states import State
from consort.core import clock
from consort.core.models import Person
from consort.core.waiting import Waiting
from consort.web.days import short


def commitments(person: Person) -> Iterable[Waiting]:
    """Dates of today and before, things to take on, to confirm and to answer. Runs one query, or two with new dates."""
    found = list(waiting_on(person, clock.today()).prefetch_related("renegotiations"))
    return [_as_giver(each) if each.giver_id == person.pk else _as_receiver(each) for each in found]


def _as_giver(commitment: Commitment) -> Waiting:
    receiver = commitment.receiver.first_name
    if commitment.state == State.PROPOSED:
        meta = _("%(name)s asks you for this by %(day)s") % {"name": receiver, "day": short(commitment.due)}
        return _waiting(commitment, _("Commitment asked for"), meta, _("Take it on or decline"), commitment.made)
    if commitment.has_passed:
        meta = _("To %(name)s. The date was %(day)s") % {"name": receiver, "day": short(commitment.due)}
        since = _end_of(commitment)
        return _waiting(commitment, _("Commitment, late"), meta, _("Done, or a new date"), since)
    meta = _("To %(name)s") % {"name": receiver}
    since = _end_of(commitment) - timedelta(days=1)
    return _waiting(commitment, _("Commitment due today"), meta, _("Done, or a new date"), since)


def _as_receiver(commitment: Commitment) -> Waiting:
    giver = commitment.giver.first_name
    if commitment.state == State.SAID_DONE:
        meta = _("%(name)s says it is done") % {"name": giver}
        since = commitment.said_done or commitment.made
        return _waiting(commitment, _("Promised to you"), meta, _("Confirm that it was kept"), since)
    asked = next((each for each in commitment.renegotiations.all() if not each.answer), None)
    meta = _("%(name)s asks for a new date") % {"name": giver}
    return _waiting(commitment, _("Promised to you"), meta, _("Answer"), asked.made if asked else commitment.made)


def _waiting(commitment: Commitment, label: str, meta: str, action: str, since: datetime) -> Waiting:
    return Waiting(
        place="commitments",
        label=label,
        title=commitment.what,
        url=commitment.get_absolute_url(),
        meta=meta,
        action=action,
        since=since,
        holds_up=1,
        due=_end_of(commitment),
    )


def _end_of(commitment: Commitment) -> datetime:
    """The end of the day by which it is due, in the active time zone."""
    return timezone.make_aware(datetime.combine(commitment.due + timedelta(days=1), time.min))
