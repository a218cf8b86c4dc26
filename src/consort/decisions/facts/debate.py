"""What is recorded of a debate."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from consort.core.ledger import Fact, fact


@fact("decision.argued", _("{actor} argued {side} on “{question}”"))
@dataclass(frozen=True)
class DecisionArgued(Fact):
    question: str
    side: str


@fact("decision.argument_withdrawn", _("{actor} withdrew an argument on “{question}”"))
@dataclass(frozen=True)
class ArgumentWithdrawn(Fact):
    question: str


@fact("decision.evidenced", _("{actor} added “{title}” to the evidence for “{question}”"))
@dataclass(frozen=True)
class DecisionEvidenced(Fact):
    question: str
    title: str


@fact("decision.debated", _("{actor} closed the debate on “{question}”"))
@dataclass(frozen=True)
class DecisionDebated(Fact):
    question: str
