"""What of joint development waits for whom."""

from collections.abc import Iterable
from datetime import datetime, time, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from consort.core import clock
from consort.core.models import Person
from consort.core.waiting import Waiting
from consort.development.following_up import EVERY, is_signed_by, last_noted
from consort.development.models import Agreement
from consort.development.queries import agreements_to_see_to


def agreements(person: Person) -> Iterable[Waiting]:
    """Agreements to sign, and those one has not said a word about for a while. Runs three queries."""
    for agreement in agreements_to_see_to(person):
        if not is_signed_by(agreement, person):
            yield _waiting(agreement, _("Working agreement"), _("Sign it, or talk about it"), agreement.written, 1)
        elif (last := last_noted(agreement, person)) + EVERY <= clock.today():
            since = timezone.make_aware(datetime.combine(last + EVERY, time.min))
            yield _waiting(agreement, _("Working agreement, looked at again"), _("Say whether it was kept"), since)


def _waiting(agreement: Agreement, label: str, action: str, since: datetime, holds_up: int = 0) -> Waiting:
    return Waiting(
        place="development",
        label=label,
        title=agreement.words,
        url=agreement.get_absolute_url(),
        meta=_("Every %(days)s days, half a minute") % {"days": EVERY // timedelta(days=1)},
        action=action,
        since=since,
        holds_up=holds_up,
    )
