"""Where people stand on what was decided."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from consort.core.ledger import Fact, Polarity, Strand, fact


@fact("decision.reopened", _("{actor} took “{question}” back to debate"))
@dataclass(frozen=True)
class DecisionReopened(Fact):
    """`outcome` is what had been decided until then."""

    question: str
    outcome: str


@fact("decision.agreed", _("{actor} agreed to “{question}”"), strand=Strand.DECISIONS, polarity=Polarity.SUPPORTS)
@dataclass(frozen=True)
class DecisionAgreed(Fact):
    question: str


@fact(
    "decision.committed",
    _("{actor} disagreed with “{question}” and committed"),
    strand=Strand.DECISIONS,
    polarity=Polarity.SUPPORTS,
)
@dataclass(frozen=True)
class DecisionCommitted(Fact):
    question: str
    reason: str


@fact(
    "decision.objected",
    _("{actor} objected to “{question}”"),
    strand=Strand.DECISIONS,
    polarity=Polarity.WEIGHS_AGAINST,
)
@dataclass(frozen=True)
class DecisionObjected(Fact):
    question: str
    reason: str


@fact("decision.objection_answered", _("{actor} answered the objection of {whose} to “{question}”"))
@dataclass(frozen=True)
class ObjectionAnswered(Fact):
    question: str
    whose: str


@fact(
    "decision.unsaid",
    _("{who} has not said where they stand on “{question}”; the day for it has passed"),
    strand=Strand.DECISIONS,
    polarity=Polarity.MISSED,
)
@dataclass(frozen=True)
class DecisionUnsaid(Fact):
    question: str
    who: str


@fact("decision.begun", _("{actor} began to carry out “{question}”"))
@dataclass(frozen=True)
class DecisionBegun(Fact):
    question: str


@fact(
    "decision.escalated",
    _("The objection of {whose} to “{question}” was not answered in time and went to {to}"),
    strand=Strand.DECISIONS,
    polarity=Polarity.MISSED,
)
@dataclass(frozen=True)
class ObjectionEscalated(Fact):
    question: str
    whose: str
    to: str
