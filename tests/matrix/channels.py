"""What leaves the house in the matrix: what reaches a person, and what is opened with an address alone."""

from typing import Any

from consort.channels.mail.rules import DIGEST
from consort.channels.mail.stopping import stop_link
from tests.matrix.people import Cast, Who

TABLE = """
#                                                     observer administrator facilitator leader partner other  owner
channels:reach            GET                             sees     sees     sees     sees     sees     sees     sees
channels:reach            POST                            does     does     does     does     does     does     does
"""
OUTSIDE = """
# The address is the proof: it is the owner's.
#                                                              visitor  signed in
stop_mail                            GET   stop                   sees       sees
stop_mail                            POST  stop                   does       does
"""
FORMS: dict[str, Any] = {"channels:reach": {"digest": "on", "hour": 6, "days": "every"}}


def things(cast: Cast) -> dict[str, Any]:
    """The owner's addresses."""
    return {"stop": {"token": stop_link(cast[Who.OWNER], DIGEST).split("/")[-2]}}
