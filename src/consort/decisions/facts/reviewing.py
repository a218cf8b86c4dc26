"""Looking back."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from consort.core.ledger import Fact, Polarity, Strand, fact


@fact("decision.review_begun", _("The review of “{question}” began"))
@dataclass(frozen=True)
class ReviewBegun(Fact):
    question: str


@fact(
    "decision.review_missed",
    _("The review of “{question}” was due and is not done"),
    strand=Strand.DECISIONS,
    polarity=Polarity.MISSED,
)
@dataclass(frozen=True)
class ReviewMissed(Fact):
    question: str


@fact("decision.judged", _("The answers on how “{question}” was decided opened together"))
@dataclass(frozen=True)
class ProcessJudged(Fact):
    question: str


@fact("decision.forecast_settled", _("{actor} settled a forecast of “{question}”: {statement}"))
@dataclass(frozen=True)
class ForecastSettled(Fact):
    question: str
    statement: str


@fact("decision.learned", _("{actor} wrote down what we take from “{question}”"))
@dataclass(frozen=True)
class LessonDrawn(Fact):
    question: str


@fact(
    "decision.reviewed",
    _("{actor} closed the review of “{question}”"),
    strand=Strand.DECISIONS,
    polarity=Polarity.SUPPORTS,
)
@dataclass(frozen=True)
class DecisionReviewed(Fact):
    question: str
    verdict: str
