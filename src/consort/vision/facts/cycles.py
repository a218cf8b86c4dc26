"""What can be recorded about cycles, check-ins and reviews. No fact carries a confidence before it opens."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from consort.core.ledger import Fact, Polarity, Strand, fact

UP, MISSED = Polarity.SUPPORTS, Polarity.MISSED
VISION = Strand.VISION


@fact("cycle.planned", _("{actor} planned the cycle {name}"))
@dataclass(frozen=True)
class CyclePlanned(Fact):
    name: str


@fact("cycle.changed", _("{actor} changed the cycle {name}"))
@dataclass(frozen=True)
class CycleChanged(Fact):
    name: str


@fact("cycle.moved", _("{name} is at the stage “{stage}”"))
@dataclass(frozen=True)
class CycleMoved(Fact):
    name: str
    stage: str


@fact("cycle.closed", _("{actor} closed {name}: {reached} of {objectives} objectives reached"))
@dataclass(frozen=True)
class CycleClosed(Fact):
    name: str
    objectives: int
    reached: int


@fact("cycle.learned", _("{actor} wrote down what we take from {name}"))
@dataclass(frozen=True)
class CycleLearned(Fact):
    name: str


@fact("objective.checked_in", _("{actor} checked in on “{title}”"), strand=VISION, polarity=UP)
@dataclass(frozen=True)
class CheckedIn(Fact):
    title: str


@fact(
    "objective.checked_in_together",
    _("{people} people checked in on “{title}”, opened together"),
    strand=VISION,
    polarity=UP,
)
@dataclass(frozen=True)
class CheckedInTogether(Fact):
    title: str
    people: int


@fact("objective.check_in_asked", _("{actor} asked those who lead “{title}” for a check-in"))
@dataclass(frozen=True)
class CheckInAsked(Fact):
    title: str


@fact("objective.check_in_taken_back", _("{actor} took a check-in on “{title}” back"))
@dataclass(frozen=True)
class CheckInTakenBack(Fact):
    title: str


@fact("objective.silent", _("Nobody has checked in on “{title}” for {days} days"), strand=VISION, polarity=MISSED)
@dataclass(frozen=True)
class ObjectiveSilent(Fact):
    title: str
    days: int


@fact("objective.continued", _("{actor} carried “{title}” into {cycle}"))
@dataclass(frozen=True)
class ObjectiveContinued(Fact):
    title: str
    cycle: str
