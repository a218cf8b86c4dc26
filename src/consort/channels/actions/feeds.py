"""Opening a calendar to a program outside, and closing it for good."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from consort.channels.facts import FeedClosed, FeedOpened
from consort.channels.models import Feed
from consort.core.errors import refuse_unless, require
from consort.core.identities import made_before
from consort.core.ledger import record
from consort.core.models import Partnership, Person

MOST = 20


@transaction.atomic
def open_feed(*, by: Person, partnership: Partnership | None, busy_only: bool, id: UUID | None = None) -> Feed:
    """A new secret address for the person's own calendar, or for that of a partnership in which they sit."""
    if made := made_before(Feed.objects.filter(person=by), id):
        return made
    require(partnership is None or partnership.pk in by.partnership_ids)
    opened = Feed.objects.filter(person=by).count()
    refuse_unless(opened < MOST, _("Twenty addresses are open already. Close one first. Nothing was made."))
    identity = {"id": id} if id else {}
    feed = Feed.objects.create(person=by, partnership=partnership, busy_only=busy_only, **identity)
    record(FeedOpened(), on=by, by=by)
    return feed


@transaction.atomic
def close_feed(*, feed: Feed, by: Person) -> None:
    """From now on its address leads nowhere, for everybody who has it. There is no way back but a new one."""
    require(feed.person_id == by.pk)
    feed.delete()
    record(FeedClosed(), on=by, by=by)
