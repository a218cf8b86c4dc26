"""The secret address of a feed. It is worked out with the master key: a copy of the data opens no calendar."""

import hmac
from uuid import UUID

from django.conf import settings
from django.urls import reverse

from consort.channels.models import Feed
from consort.core import keys

LENGTH = 32


def token_of(feed: Feed) -> str:
    """What stands in the address."""
    return f"{feed.pk.hex}{_secret(feed.pk)}"


def address_of(feed: Feed) -> str:
    """The full address, for the calendar program."""
    return settings.ADDRESS + reverse("calendar", args=[token_of(feed)])


def read_token(token: str) -> Feed | None:
    """The feed, unless it was closed or its reader may not read it any more. Runs two queries at most."""
    try:
        identity = UUID(token[:LENGTH])
    except ValueError:
        return None
    if not hmac.compare_digest(_secret(identity).encode(), token[LENGTH:].encode()):
        return None
    open_feeds = Feed.objects.filter(pk=identity, person__left=None, person__user__is_active=True)
    feed = open_feeds.select_related("person__organization", "partnership").first()
    return feed if feed and _has_seat(feed) else None


def _secret(identity: UUID) -> str:
    return hmac.new(keys.derived("calendar"), identity.bytes, "sha256").hexdigest()[:LENGTH]


def _has_seat(feed: Feed) -> bool:
    return feed.partnership_id is None or feed.partnership_id in feed.person.partnership_ids
