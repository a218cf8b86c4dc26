"""How it was decided."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from consort.core.ledger import Fact, Polarity, Strand, fact


@fact(
    "decision.considered",
    _("{actor} answered the input of {whose} on “{question}”"),
    strand=Strand.DECISIONS,
    polarity=Polarity.SUPPORTS,
)
@dataclass(frozen=True)
class InputConsidered(Fact):
    question: str
    whose: str
    used: bool


@fact("decision.ballot_called", _("{actor} asked {people} people to vote on “{question}”"))
@dataclass(frozen=True)
class BallotCalled(Fact):
    question: str
    people: int
    method: str


@fact("decision.ballot_counted", _("The ballot on “{question}” opened: {cast} of {people} voted"))
@dataclass(frozen=True)
class BallotCounted(Fact):
    question: str
    cast: int
    people: int


@fact(
    "decision.resolved",
    _("{actor} decided “{question}”: {outcome}"),
    strand=Strand.DECISIONS,
    polarity=Polarity.SUPPORTS,
)
@dataclass(frozen=True)
class DecisionResolved(Fact):
    question: str
    outcome: str
    method: str
