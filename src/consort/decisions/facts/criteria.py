"""How options were weighed by criteria."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from consort.core.ledger import Fact, Polarity, Strand, fact


@fact("decision.criteria_named", _("{actor} named the criteria of “{question}”"))
@dataclass(frozen=True)
class CriteriaNamed(Fact):
    question: str
    criteria: list[str]


@fact(
    "decision.weights_agreed",
    _("{actor} wrote down the weights agreed for “{question}”, before anybody scored"),
    strand=Strand.DECISIONS,
    polarity=Polarity.SUPPORTS,
)
@dataclass(frozen=True)
class WeightsAgreed(Fact):
    """`weights` stand in the order of `criteria`, of 100 points."""

    question: str
    criteria: list[str]
    weights: list[int]
