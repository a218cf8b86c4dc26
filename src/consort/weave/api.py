"""Today and the partnerships, for programs."""

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Schema

from consort.core.models import Partnership, Person
from consort.core.queries import partnerships_of
from consort.core.waiting import Waiting, waiting_for
from consort.weave.evidence import Standing, standings

router = Router(tags=["weave"])


class WaitingSchema(Schema):
    """Something that waits for the reader."""

    place: str
    label: str
    title: str
    url: str
    since: datetime
    holds_up: int
    due: datetime | None


class StrandSchema(Schema):
    """A strand of a partnership: its word, and the counts it was chosen by."""

    strand: str
    word: str
    supports: int
    against: int
    missed: int


class PartnershipSchema(Schema):
    """One of the reader's partnerships."""

    id: UUID
    name: str
    members: list[str]
    strands: list[StrandSchema]


@router.get("/today", response=list[WaitingSchema], summary="What waits for you")
def today(request: HttpRequest) -> list[Waiting]:
    """What holds up others first, then the longest wait."""
    return waiting_for(_person(request))


@router.get("/partnerships", response=list[PartnershipSchema], summary="Your partnerships and how they stand")
def partnerships(request: HttpRequest) -> list[PartnershipSchema]:
    """Those the reader sits in, with the evidence of twelve weeks."""
    person = _person(request)
    own = partnerships_of(person)
    return [_partnership(standing, standing.partnership, person) for standing in standings(own).values()]


def _person(request: HttpRequest) -> Person:
    person: Person = request.person  # type: ignore[attr-defined]
    return person


def _partnership(standing: Standing, partnership: Partnership, person: Person) -> PartnershipSchema:
    return PartnershipSchema(
        id=partnership.id,
        name=partnership.name_for(person),
        members=[member.full_name for member in partnership.members],
        strands=[
            StrandSchema(
                strand=line.strand.value,
                word=line.rule.word,
                supports=line.rule.supports,
                against=line.rule.against,
                missed=line.rule.missed,
            )
            for line in standing.lines
        ],
    )
