"""What can be recorded about decisions. No fact carries what is sealed, nor whether a forecast came true."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from consort.core.ledger import Fact, Polarity, Strand, fact

UP, DOWN, MISSED = Polarity.SUPPORTS, Polarity.WEIGHS_AGAINST, Polarity.MISSED
DECISIONS = Strand.DECISIONS


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


@fact("decision.heard", _("The input of {given} people on “{question}” opened together"), strand=DECISIONS, polarity=UP)
@dataclass(frozen=True)
class DecisionHeard(Fact):
    question: str
    given: int
    number: int


@fact(
    "decision.unheard",
    _("The input of {who} on “{question}” was expected and did not come"),
    strand=DECISIONS,
    polarity=MISSED,
)
@dataclass(frozen=True)
class DecisionUnheard(Fact):
    question: str
    who: str
    number: int


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


@fact("decision.considered", _("{actor} answered the input of {whose} on “{question}”"), strand=DECISIONS, polarity=UP)
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


@fact("decision.resolved", _("{actor} decided “{question}”: {outcome}"), strand=DECISIONS, polarity=UP)
@dataclass(frozen=True)
class DecisionResolved(Fact):
    question: str
    outcome: str
    method: str


@fact("decision.reopened", _("{actor} took “{question}” back to debate"))
@dataclass(frozen=True)
class DecisionReopened(Fact):
    """`outcome` is what had been decided until then."""

    question: str
    outcome: str


@fact("decision.agreed", _("{actor} agreed to “{question}”"), strand=DECISIONS, polarity=UP)
@dataclass(frozen=True)
class DecisionAgreed(Fact):
    question: str


@fact("decision.committed", _("{actor} disagreed with “{question}” and committed"), strand=DECISIONS, polarity=UP)
@dataclass(frozen=True)
class DecisionCommitted(Fact):
    question: str
    reason: str


@fact("decision.objected", _("{actor} objected to “{question}”"), strand=DECISIONS, polarity=DOWN)
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
    strand=DECISIONS,
    polarity=MISSED,
)
@dataclass(frozen=True)
class DecisionUnsaid(Fact):
    question: str
    who: str


@fact("decision.begun", _("{actor} began to carry out “{question}”"))
@dataclass(frozen=True)
class DecisionBegun(Fact):
    question: str


@fact("decision.review_begun", _("The review of “{question}” began"))
@dataclass(frozen=True)
class ReviewBegun(Fact):
    question: str


@fact(
    "decision.review_missed", _("The review of “{question}” was due and is not done"), strand=DECISIONS, polarity=MISSED
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


@fact("decision.reviewed", _("{actor} closed the review of “{question}”"), strand=DECISIONS, polarity=UP)
@dataclass(frozen=True)
class DecisionReviewed(Fact):
    question: str
    verdict: str


@fact("decision.imported", _("{actor} imported “{question}” with {ballots} ballots from {source}"))
@dataclass(frozen=True)
class DecisionImported(Fact):
    question: str
    ballots: int
    source: str


@fact("decision.brought_in", _("{actor} brought in “{question}” from {source}"))
@dataclass(frozen=True)
class DecisionBroughtIn(Fact):
    question: str
    source: str


@fact("decision.taken_out", _("{actor} undid the import of “{question}”"))
@dataclass(frozen=True)
class DecisionTakenOut(Fact):
    question: str


@fact("statement_map.opened", _("{actor} asks who agrees with what: “{title}”"))
@dataclass(frozen=True)
class MapOpened(Fact):
    title: str


@fact("statement_map.brought_in", _("{actor} brought in the statement map “{title}” with {people} people"))
@dataclass(frozen=True)
class MapBroughtIn(Fact):
    title: str
    people: int


@fact("statement_map.moderated", _("{actor} went through what was proposed for “{title}”"))
@dataclass(frozen=True)
class MapModerated(Fact):
    title: str


@fact(
    "statement_map.closed",
    _("{actor} closed “{title}”; {people} people had voted"),
    strand=DECISIONS,
    polarity=UP,
)
@dataclass(frozen=True)
class MapClosed(Fact):
    title: str
    people: int


@fact("statement_map.taken_out", _("{actor} undid the import of “{title}”"))
@dataclass(frozen=True)
class MapTakenOut(Fact):
    title: str


@fact("decision.message_written", _("{actor} wrote what all teams are told about “{question}”"))
@dataclass(frozen=True)
class MessageWritten(Fact):
    question: str


@fact("decision.message_approved", _("{actor} approved what all teams are told about “{question}”"))
@dataclass(frozen=True)
class MessageApproved(Fact):
    question: str


@fact("decision.told", _("{actor} told their team about “{question}”"), strand=DECISIONS, polarity=UP)
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


@fact(
    "decision.escalated",
    _("The objection of {whose} to “{question}” was not answered in time and went to {to}"),
    strand=DECISIONS,
    polarity=MISSED,
)
@dataclass(frozen=True)
class ObjectionEscalated(Fact):
    question: str
    whose: str
    to: str
