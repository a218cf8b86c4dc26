"""What can be recorded about catchball."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from consort.core.ledger import Fact, Polarity, Strand, fact

UP, DOWN = Polarity.SUPPORTS, Polarity.WEIGHS_AGAINST
VISION = Strand.VISION


@fact("catchball.thrown", _("{actor} put “{title}” before {people} people, round {number}"))
@dataclass(frozen=True)
class CatchballThrown(Fact):
    title: str
    people: int
    number: int


@fact("catchball.proposed", _("{actor} proposed a change to “{title}”: {what}"), strand=VISION, polarity=UP)
@dataclass(frozen=True)
class ChangeProposed(Fact):
    title: str
    what: str


@fact("catchball.taken_back", _("{actor} took a proposal for “{title}” back"))
@dataclass(frozen=True)
class ProposalTakenBack(Fact):
    title: str


@fact("catchball.spoken", _("{actor} has said what there was to say to “{title}”, round {number}"))
@dataclass(frozen=True)
class CatcherSpoke(Fact):
    title: str
    number: int


@fact(
    "catchball.consented", _("{actor} agrees with “{title}” as it stands in round {number}"), strand=VISION, polarity=UP
)
@dataclass(frozen=True)
class CatcherAgreed(Fact):
    title: str
    number: int


@fact("catchball.answered", _("{actor} answered {whose} on “{title}”"), strand=VISION, polarity=UP)
@dataclass(frozen=True)
class ProposalAnswered(Fact):
    title: str
    whose: str
    taken: bool


@fact(
    "catchball.agreed",
    _("{actor} and {people} others agreed on “{title}” after {rounds} rounds"),
    strand=VISION,
    polarity=UP,
)
@dataclass(frozen=True)
class CatchballAgreed(Fact):
    title: str
    people: int
    rounds: int


@fact(
    "catchball.ended",
    _("{actor} ended the talk on “{title}” without agreement: {because}"),
    strand=VISION,
    polarity=DOWN,
)
@dataclass(frozen=True)
class CatchballEnded(Fact):
    title: str
    because: str
