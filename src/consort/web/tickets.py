"""Signed tickets for the stream of changes: which login may hear of which topics."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.core import signing

SALT = "consort.live"
VALID_FOR = 60 * 60 * 24


@dataclass(frozen=True)
class Ticket:
    """A login and the topics it may listen to."""

    user: str
    topics: frozenset[str]


def issue(user: UUID, topics: Sequence[str]) -> str:
    """A ticket for `user`, to be put on a page that has just been shown to them."""
    return signing.dumps([str(user), list(topics)], salt=SALT, compress=True)


def read(text: str) -> Ticket | None:
    """The ticket in `text`, or None when it is forged, damaged or more than a day old."""
    try:
        user, topics = signing.loads(text, salt=SALT, max_age=VALID_FOR)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return Ticket(user, frozenset(topics))
