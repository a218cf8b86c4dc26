"""What can be recorded about a commitment. Nobody but the actor is named, so that erasing them is enough."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from consort.core.ledger import Fact, Polarity, Strand, fact


@fact("commitment.made", _("{actor} promised “{what}” by {when}"))
@dataclass(frozen=True)
class CommitmentMade(Fact):
    what: str
    when: str


@fact("commitment.asked", _("{actor} asked for “{what}” by {when}"))
@dataclass(frozen=True)
class CommitmentAsked(Fact):
    what: str
    when: str


@fact("commitment.accepted", _("{actor} took it on: “{what}”"))
@dataclass(frozen=True)
class CommitmentAccepted(Fact):
    what: str


@fact("commitment.declined", _("{actor} declined “{what}”: {reason}"))
@dataclass(frozen=True)
class CommitmentDeclined(Fact):
    what: str
    reason: str


@fact("commitment.said_done", _("{actor} said “{what}” is done"))
@dataclass(frozen=True)
class CommitmentSaidDone(Fact):
    what: str


@fact("commitment.taken_back", _("{actor} took back that “{what}” is done"))
@dataclass(frozen=True)
class CommitmentTakenBack(Fact):
    what: str


@fact(
    "commitment.kept",
    _("{actor} confirmed that “{what}” was kept"),
    strand=Strand.TRUST,
    polarity=Polarity.SUPPORTS,
)
@dataclass(frozen=True)
class CommitmentKept(Fact):
    what: str


@fact("commitment.kept_late", _("{actor} confirmed that “{what}” was done, after its date had passed without a word"))
@dataclass(frozen=True)
class CommitmentKeptLate(Fact):
    what: str


@fact("commitment.not_yet", _("{actor} said “{what}” is not done yet: {reason}"))
@dataclass(frozen=True)
class CommitmentNotYet(Fact):
    what: str
    reason: str


@fact(
    "commitment.not_kept",
    _("{actor} said “{what}” was not kept: {reason}"),
    strand=Strand.TRUST,
    polarity=Polarity.WEIGHS_AGAINST,
)
@dataclass(frozen=True)
class CommitmentNotKept(Fact):
    what: str
    reason: str


@fact(
    "commitment.missed",
    _("The date of “{what}” passed without a word"),
    strand=Strand.TRUST,
    polarity=Polarity.WEIGHS_AGAINST,
    erased_with_actor=False,
)
@dataclass(frozen=True)
class CommitmentMissed(Fact):
    what: str


@fact("commitment.new_date_asked", _("{actor} asked to move “{what}” to {when}: {reason}"))
@dataclass(frozen=True)
class NewDateAsked(Fact):
    what: str
    when: str
    reason: str


@fact(
    "commitment.renegotiated",
    _("{actor} agreed to {when} for “{what}”, asked before the date had passed"),
    strand=Strand.TRUST,
    polarity=Polarity.SUPPORTS,
)
@dataclass(frozen=True)
class CommitmentRenegotiated(Fact):
    """The first time only: whoever moves a date again and again keeps it moving, not kept."""

    what: str
    when: str


@fact("commitment.date_changed", _("{actor} agreed to {when} for “{what}”"))
@dataclass(frozen=True)
class CommitmentDateChanged(Fact):
    """A date moved after it had passed, or not for the first time."""

    what: str
    when: str


@fact("commitment.new_date_refused", _("{actor} holds to the date of “{what}”: {reason}"))
@dataclass(frozen=True)
class NewDateRefused(Fact):
    what: str
    reason: str


@fact("commitment.released", _("{actor} released “{what}”"))
@dataclass(frozen=True)
class CommitmentReleased(Fact):
    what: str
