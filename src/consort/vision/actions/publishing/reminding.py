"""Reminding those who owe an answer, and nobody else."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from consort.core import clock
from consort.core.errors import refuse_unless, require
from consort.core.ledger import record
from consort.core.models import Person
from consort.organization.mail import why_not
from consort.vision.facts.publishing import ReadersReminded
from consort.vision.models import Edition
from consort.vision.policy import publishing as policy
from consort.vision.queries.publishing import OWES

AT_MOST_EVERY = timedelta(days=1)


@transaction.atomic
def remind(*, edition: Edition, by: Person) -> int:
    """Let a mail go to all who owe and had none for a day. Gives how many; the mail leaves within a minute."""
    require(policy.publishes(edition.publication, by))
    closed = why_not(by.organization)
    refuse_unless(not closed, _("%(why)s Nobody was reminded.") % {"why": closed})
    due = edition.readers.filter(OWES, person__left=None).exclude(person__email="")
    due = due.filter(Q(told=None) | Q(told__lte=clock.now() - AT_MOST_EVERY))
    people = due.update(told=None)
    refuse_unless(people > 0, _("Everybody who owes an answer was told within a day. Nobody was reminded again."))
    record(ReadersReminded(edition.number, people), on=edition.publication, by=by)
    return people
