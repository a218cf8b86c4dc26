"""Telling the teams, and how it is carried out."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from consort.core.ledger import Fact, Polarity, Strand, fact


@fact("decision.message_written", _("{actor} wrote what all teams are told about “{question}”"))
@dataclass(frozen=True)
class MessageWritten(Fact):
    question: str


@fact("decision.message_approved", _("{actor} approved what all teams are told about “{question}”"))
@dataclass(frozen=True)
class MessageApproved(Fact):
    question: str


@fact(
    "decision.told",
    _("{actor} told their team about “{question}”"),
    strand=Strand.DECISIONS,
    polarity=Polarity.SUPPORTS,
)
@dataclass(frozen=True)
class TeamTold(Fact):
    question: str


@fact("decision.departed", _("{actor} said that “{question}” is carried out differently than decided, and why"))
@dataclass(frozen=True)
class DecisionDeparted(Fact):
    question: str


@fact("decision.pulse_asked", _("{people} people are asked how “{question}” is carried out"))
@dataclass(frozen=True)
class PulseAsked(Fact):
    question: str
    people: int
    number: int


@fact("decision.pulse_opened", _("The answers of {answered} people on how “{question}” is carried out opened together"))
@dataclass(frozen=True)
class PulseOpened(Fact):
    question: str
    answered: int
    differently: int
