"""What can be recorded about objectives, their key results, and who carries them."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from consort.core.ledger import Fact, fact
from consort.core.models.ledger import Polarity, Strand


@fact("objective.written", _("{actor} wrote the objective “{title}”"))
@dataclass(frozen=True)
class ObjectiveWritten(Fact):
    title: str


@fact("objective.changed", _("{actor} changed {what}. {because}"))
@dataclass(frozen=True)
class ObjectiveChanged(Fact):
    """`before` holds what stood there, by field; `because` is said of an objective that was agreed."""

    what: str
    before: dict[str, str]
    because: str


@fact("objective.answered_for", _("{actor} agreed to lead this objective"))
@dataclass(frozen=True)
class ObjectiveAnsweredFor(Fact):
    pass


@fact(
    "objective.agreed",
    _("Everyone who leads this objective agreed to it; {actor} was the last"),
    strand=Strand.VISION,
    polarity=Polarity.SUPPORTS,
)
@dataclass(frozen=True)
class ObjectiveAgreed(Fact):
    title: str


@fact(
    "objective.reached",
    _("{actor} closed this objective: it was reached. {learned}"),
    strand=Strand.VISION,
    polarity=Polarity.SUPPORTS,
)
@dataclass(frozen=True)
class ObjectiveReached(Fact):
    learned: str


@fact("objective.closed", _("{actor} closed this objective: {ending}. {learned}"))
@dataclass(frozen=True)
class ObjectiveClosed(Fact):
    ending: str
    learned: str


@fact("objective.reopened", _("{actor} reopened this objective: {because}"))
@dataclass(frozen=True)
class ObjectiveReopened(Fact):
    because: str


@fact("key_result.added", _("{actor} added the key result “{title}”: {target}"))
@dataclass(frozen=True)
class KeyResultAdded(Fact):
    title: str
    target: str


@fact("key_result.changed", _("{actor} changed the key result “{title}”: {what}. {because}"))
@dataclass(frozen=True)
class KeyResultChanged(Fact):
    title: str
    what: str
    before: dict[str, str]
    because: str


@fact("key_result.removed", _("{actor} removed the key result “{title}”. {because}"))
@dataclass(frozen=True)
class KeyResultRemoved(Fact):
    title: str
    because: str


@fact("key_result.passed", _("{actor} noted that “{title}” was passed on {when}"))
@dataclass(frozen=True)
class MilestonePassed(Fact):
    title: str
    when: str


@fact("key_result.not_passed", _("{actor} noted that “{title}” has not been passed after all"))
@dataclass(frozen=True)
class MilestoneNotPassed(Fact):
    title: str


@fact("carrier.asked", _("{actor} asked {department} to carry this"))
@dataclass(frozen=True)
class CarrierAsked(Fact):
    department: str


@fact("carrier.reminded", _("{actor} reminded {department}"))
@dataclass(frozen=True)
class CarrierReminded(Fact):
    department: str


@fact(
    "carrier.confirmed",
    _("{actor} said for {department} what it asks of their people: {line}"),
    strand=Strand.VISION,
    polarity=Polarity.SUPPORTS,
)
@dataclass(frozen=True)
class CarrierConfirmed(Fact):
    department: str
    line: str


@fact("carrier.released", _("{actor} no longer asks {department} to carry this"))
@dataclass(frozen=True)
class CarrierReleased(Fact):
    department: str
