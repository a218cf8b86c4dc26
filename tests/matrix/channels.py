"""What leaves the house in the matrix: what reaches a person, and what is opened with an address alone."""

from typing import Any
from uuid import uuid4

from consort.channels.actions.feeds import open_feed
from consort.channels.calendar.addresses import token_of
from consort.channels.mail.rules import DIGEST
from consort.channels.mail.stopping import stop_link
from tests.matrix.people import Cast, Who

TABLE = """
#                                                     observer administrator facilitator leader partner other  owner
channels:reach            GET                             sees     sees     sees     sees     sees     sees     sees
channels:reach            POST                            does     does     does     does     does     does     does
channels:feeds            GET                             sees     sees     sees     sees     sees     sees     sees
channels:feeds            POST                            does     does     does     does     does     does     does
channels:feed_close       POST  feed                         -        -        -        -        -        -     does
"""
OUTSIDE = """
# The address is the proof: it is the owner's.
#                                                              visitor  signed in
stop_mail                            GET   stop                   sees       sees
stop_mail                            POST  stop                   does       does
calendar                             GET   feed                   sees       sees
"""
FORMS: dict[str, Any] = {
    "channels:reach": {"digest": "on", "hour": 6, "days": "every"},
    "channels:feeds": {"id": uuid4, "partnership": "all"},
}


def things(cast: Cast) -> dict[str, Any]:
    """The owner's addresses."""
    feed = open_feed(by=cast[Who.OWNER], partnership=None, busy_only=False)
    return {
        "feed": {"id": feed.pk, "token": token_of(feed)},
        "stop": {"token": stop_link(cast[Who.OWNER], DIGEST).split("/")[-2]},
    }
