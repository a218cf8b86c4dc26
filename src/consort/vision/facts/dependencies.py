"""What can be recorded about dependencies between departments."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from consort.core.ledger import Fact, Polarity, Strand, fact

UP, DOWN, MISSED = Polarity.SUPPORTS, Polarity.WEIGHS_AGAINST, Polarity.MISSED
VISION = Strand.VISION


@fact("dependency.asked", _("{actor} asked {giving} for “{what}” by {day}"))
@dataclass(frozen=True)
class DependencyAsked(Fact):
    what: str
    giving: str
    day: str


@fact("dependency.accepted", _("{actor} promised “{what}” for {day}"), strand=VISION, polarity=UP)
@dataclass(frozen=True)
class DependencyAccepted(Fact):
    what: str
    day: str


@fact("dependency.countered", _("{actor} offered “{what}” for {day} instead: {because}"))
@dataclass(frozen=True)
class DependencyCountered(Fact):
    what: str
    day: str
    because: str


@fact("dependency.agreed", _("{actor} took what was offered: “{what}” for {day}"), strand=VISION, polarity=UP)
@dataclass(frozen=True)
class CounterTaken(Fact):
    what: str
    day: str


@fact("dependency.declined", _("{actor} declined “{what}”: {because}"))
@dataclass(frozen=True)
class DependencyDeclined(Fact):
    what: str
    because: str


@fact("dependency.withdrawn", _("{actor} no longer needs “{what}”"))
@dataclass(frozen=True)
class DependencyWithdrawn(Fact):
    what: str


@fact("dependency.moved", _("{actor} moved “{what}” to {day}: {because}"))
@dataclass(frozen=True)
class DependencyMoved(Fact):
    """A new promised day that does no harm, or was said before the old one had passed and is not later."""

    what: str
    day: str
    because: str


@fact(
    "dependency.slipped",
    _("{actor} moved “{what}” to {day}, {days} days late: {because}"),
    strand=VISION,
    polarity=DOWN,
)
@dataclass(frozen=True)
class DependencySlipped(Fact):
    """`days` after the day by which it is needed."""

    what: str
    day: str
    days: int
    because: str


@fact(
    "dependency.passed",
    _("“{what}” was promised for {day}; the day passed without a word"),
    strand=VISION,
    polarity=MISSED,
)
@dataclass(frozen=True)
class DependencyPassed(Fact):
    what: str
    day: str


@fact("dependency.delivered", _("{actor} says that “{what}” is delivered"))
@dataclass(frozen=True)
class DependencyDelivered(Fact):
    what: str


@fact("dependency.taken_back", _("{actor} says that “{what}” is not delivered after all"))
@dataclass(frozen=True)
class DeliveryTakenBack(Fact):
    what: str


@fact("dependency.missing", _("{actor} says what is missing from “{what}”: {because}"))
@dataclass(frozen=True)
class DeliveryMissing(Fact):
    what: str
    because: str


@fact("dependency.confirmed", _("{actor} confirmed “{what}”"), strand=VISION, polarity=UP)
@dataclass(frozen=True)
class DependencyConfirmed(Fact):
    what: str
