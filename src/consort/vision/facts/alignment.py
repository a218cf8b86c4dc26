"""What can be recorded about pulses, recall drills and culture maps. No fact carries an answer."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from consort.core.ledger import Fact, Polarity, Strand, fact

UP = Polarity.SUPPORTS
VISION = Strand.VISION


@fact("pulse.started", _("{actor} asked {people} people for their order: {title}"))
@dataclass(frozen=True)
class PulseStarted(Fact):
    title: str
    people: int
    mode: str


@fact("pulse.asked_again", _("{actor} asked for the order a second time: {title}"), strand=VISION, polarity=UP)
@dataclass(frozen=True)
class PulseAskedAgain(Fact):
    title: str


@fact("pulse.ended", _("{actor} left it at the first order: {title}"))
@dataclass(frozen=True)
class PulseEnded(Fact):
    title: str


@fact("drill.started", _("{actor} asked {people} people what they can name from memory: {title}"))
@dataclass(frozen=True)
class DrillStarted(Fact):
    title: str
    people: int


@fact("drill.laid_out", _("{wordings} different answers to “{title}” wait to be sorted"), erased_with_actor=False)
@dataclass(frozen=True)
class DrillLaidOut(Fact):
    title: str
    wordings: int


@fact("drill.sorted", _("{actor} handed in what the answers to “{title}” mean"))
@dataclass(frozen=True)
class DrillSorted(Fact):
    title: str


@fact("drill.settled", _("All answers to “{title}” are sorted and counted"), strand=VISION, polarity=UP)
@dataclass(frozen=True)
class DrillSettled(Fact):
    title: str


@fact("culture.started", _("{actor} asked {people} people how they work and need to work: {title}"))
@dataclass(frozen=True)
class CultureStarted(Fact):
    title: str
    people: int
    mode: str


@fact("culture.kept", _("{actor} marked “{statement}” as something to keep"))
@dataclass(frozen=True)
class StatementKept(Fact):
    statement: str


@fact("culture.unkept", _("{actor} no longer marks “{statement}” as something to keep"))
@dataclass(frozen=True)
class StatementNotKept(Fact):
    statement: str


@fact("shift.chosen", _("{actor} chose the shift from “{start}” to “{goal}”"), strand=VISION, polarity=UP)
@dataclass(frozen=True)
class ShiftChosen(Fact):
    start: str
    goal: str


@fact("shift.changed", _("{actor} changed the shift to “{goal}”"))
@dataclass(frozen=True)
class ShiftChanged(Fact):
    """`before` holds what stood there, by field."""

    goal: str
    before: dict[str, str]


@fact("shift.dropped", _("{actor} dropped the shift to “{goal}”"))
@dataclass(frozen=True)
class ShiftDropped(Fact):
    goal: str


@fact("culture.ordered", _("{actor} put the shifts of “{title}” in order"))
@dataclass(frozen=True)
class ShiftsOrdered(Fact):
    title: str
    order: list[str]
