"""Documents in the matrix. The owner began them; the team of owner, other and partner writes the closed one."""

from typing import Any
from uuid import uuid4

from consort.core.models import Level, Partnership
from consort.documents import actions
from tests.matrix.people import Cast, Who

TABLE = """
#                                                     observer administrator facilitator leader partner other  owner
documents:list            GET                             sees     sees     sees     sees     sees     sees     sees
documents:new             GET                                -        -     sees     sees     sees     sees     sees
documents:new             POST                               -        -     does     does     does     does     does
documents:document        GET   document/closed              -        -        -        -     sees     sees     sees
documents:document        GET   document/open                -        -     sees     sees     sees     sees     sees
documents:export          GET   document/closed              -        -        -        -     sees     sees     sees
documents:export          GET   document/open                -        -     sees     sees     sees     sees     sees
documents:keep            POST  document/closed              -        -        -        -     does     does     does
documents:keep            POST  document/open                -        -     does     does     does     does     does
documents:version         GET   document-version/closed      -        -        -        -     sees     sees     sees
documents:version         GET   document-version/open        -        -     sees     sees     sees     sees     sees
documents:sign            POST  document-version/closed      -        -        -        -     does     does     does
documents:sign            POST  document-version/open        -        -     does     does     does     does     does
"""

FORMS: dict[str, Any] = {
    "documents:new": {"id": uuid4, "title": "Minutes of Monday", "kind": "minutes", "visibility": "leaders"},
    "documents:keep": {"id": uuid4, "name": "For the board"},
    "documents:sign": {"reservation": "Not the fair"},
}


def things(level: str, cast: Cast, team: Partnership) -> dict[str, Any]:
    """A document without a version, and one with."""
    reach: dict[str, Any] = {"visibility": Level.PARTNERSHIP, "partnership": team} if level == "closed" else {}
    plain, kept = (
        actions.begin(by=cast[Who.OWNER], title=title, kind="plan", text="## One", **reach)
        for title in (f"Plan, {level}", f"Charter, {level}")
    )
    version = actions.keep_version(document=kept, by=cast[Who.OWNER])
    return {"document": plain, "document-version": version}
