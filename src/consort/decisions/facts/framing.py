"""From the frame to the opened input."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from consort.core.ledger import Fact, Polarity, Strand, fact


@fact("decision.framed", _("{actor} framed “{question}”"))
@dataclass(frozen=True)
class DecisionFramed(Fact):
    question: str


@fact("decision.reframed", _("{actor} changed the frame of “{question}”"))
@dataclass(frozen=True)
class DecisionReframed(Fact):
    question: str


@fact("decision.dropped", _("{actor} dropped “{question}” before anyone was asked"))
@dataclass(frozen=True)
class DecisionDropped(Fact):
    question: str


@fact("decision.asked", _("{actor} asked {people} people for their sealed input on “{question}”"))
@dataclass(frozen=True)
class DecisionAsked(Fact):
    """`number` is 1 for the first round of input, 2 for the second."""

    question: str
    people: int
    number: int


@fact("decision.taken_back", _("{actor} took “{question}” back before the input opened"))
@dataclass(frozen=True)
class DecisionTakenBack(Fact):
    question: str


@fact(
    "decision.heard",
    _("The input of {given} people on “{question}” opened together"),
    strand=Strand.DECISIONS,
    polarity=Polarity.SUPPORTS,
)
@dataclass(frozen=True)
class DecisionHeard(Fact):
    question: str
    given: int
    number: int


@fact(
    "decision.unheard",
    _("The input of {who} on “{question}” was expected and did not come"),
    strand=Strand.DECISIONS,
    polarity=Polarity.MISSED,
)
@dataclass(frozen=True)
class DecisionUnheard(Fact):
    question: str
    who: str
    number: int


@fact("decision.options_changed", _("{actor} changed the options of “{question}”"))
@dataclass(frozen=True)
class OptionsChanged(Fact):
    """`edition` is the number of the options as they stand now; the lists hold letters."""

    question: str
    edition: int
    added: list[str]
    dropped: list[str]
    reworded: list[str]
