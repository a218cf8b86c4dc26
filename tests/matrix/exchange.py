"""Files in the matrix: a plan that was brought in, a table that is brought in now, and what leaves."""

from typing import Any

from consort.core.models import Level, Partnership, Person
from consort.vision.actions.importing import bring_in
from consort.vision.exchange.bringing import File, plan_of
from consort.vision.exchange.choices import Choices
from consort.vision.exchange.stratml import reading
from consort.vision.exchange.upload import Upload
from consort.vision.models import Source
from tests.matrix.people import Cast, Who

TABLE = """
#                                                     observer administrator facilitator leader partner other  owner
vision:exchange           GET                             sees     sees     sees     sees     sees     sees     sees
vision:bring_in           GET                                -        -     sees     sees     sees     sees     sees
vision:bring_in           POST                               -        -     page     page     page     page     page
vision:bring_in_apply     POST                               -        -     does     does     does     does     does
vision:take_out           GET                             sees     sees     sees     sees     sees     sees     sees
vision:objectives_table   GET                             sees     sees     sees     sees     sees     sees     sees
vision:source             GET   source/closed                -        -        -        -     sees     sees     sees
vision:source             GET   source/open                  -        -     sees     sees     sees     sees     sees
"""
LINES = "Objective\tWhy\nShare one forecast\tTwo of them cost a quarter"
PLAN = (
    "<StrategicPlan><Name>Plan, {level}</Name><StrategicPlanCore><Goal><Name>Suppliers, {level}</Name><Description/>"
    "<Objective><Name>Two sources for each part</Name></Objective></Goal></StrategicPlanCore></StrategicPlan>"
)


def _ticket(_world: Any, _thing: Any, person: Person | None) -> dict[str, Any]:
    if person is None:
        return {}
    upload = Upload("lines", LINES.encode(), Choices())
    file, _asks = upload.read()
    return {"ticket": upload.ticket(person, plan_of(file, person, upload.choices).fingerprint())}


FORMS: dict[str, Any] = {
    "vision:bring_in": {"text": LINES, "visible_to": "leaders"},
    "vision:bring_in_apply": _ticket,
}


def things(level: str, cast: Cast, team: Partnership) -> dict[str, Source]:
    """A plan that the owner brought in."""
    document = reading.read(PLAN.format(level=level).encode())
    file = File("plan.xml", document.items, document.remarks, document.tree)
    reach = {"visibility": Level.PARTNERSHIP, "partnership": team} if level == "closed" else {}
    choices = Choices(**reach)
    owner = cast[Who.OWNER]
    made = bring_in(by=owner, file=file, choices=choices, fingerprint=plan_of(file, owner, choices).fingerprint())
    assert made.source is not None
    return {"source": made.source}
