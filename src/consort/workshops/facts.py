"""What can be recorded about workshops. Never what anybody answered before it opened."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from consort.core.ledger import Fact, Polarity, Strand, fact


@fact("workshop.planned", _("{actor} planned the workshop {title}"))
@dataclass(frozen=True)
class WorkshopPlanned(Fact):
    title: str


@fact("workshop.changed", _("{actor} changed {what}"))
@dataclass(frozen=True)
class WorkshopChanged(Fact):
    what: str


@fact("workshop.invited", _("{actor} invited {who}"))
@dataclass(frozen=True)
class WorkshopInvited(Fact):
    who: list[str]


@fact("workshop.excused", _("{actor} goes on without {who}"))
@dataclass(frozen=True)
class WorkshopExcused(Fact):
    who: str


@fact("workshop.joined", _("{actor} joined"))
@dataclass(frozen=True)
class WorkshopJoined(Fact):
    pass


@fact("workshop.left_early", _("{actor} had to leave"))
@dataclass(frozen=True)
class WorkshopLeftEarly(Fact):
    pass


@fact("workshop.began", _("{actor} began the workshop"))
@dataclass(frozen=True)
class WorkshopBegan(Fact):
    pass


@fact("workshop.held", _("{actor} paused the workshop"))
@dataclass(frozen=True)
class WorkshopHeld(Fact):
    pass


@fact("workshop.resumed", _("{actor} let the workshop go on"))
@dataclass(frozen=True)
class WorkshopResumed(Fact):
    pass


@fact("workshop.handed_over", _("{actor} handed the lead to {who}"))
@dataclass(frozen=True)
class WorkshopHandedOver(Fact):
    who: str


@fact("workshop.taken_over", _("{actor} took over the lead"))
@dataclass(frozen=True)
class WorkshopTakenOver(Fact):
    pass


@fact("workshop.ended", _("You held the workshop {title}"), strand=Strand.VISION, polarity=Polarity.SUPPORTS)
@dataclass(frozen=True)
class WorkshopEnded(Fact):
    title: str


@fact("workshop.called_off", _("{actor} called off {title}"))
@dataclass(frozen=True)
class WorkshopCalledOff(Fact):
    title: str


@fact("workshop.asked_ahead", _("{actor} asked ahead what needs nothing from the room"))
@dataclass(frozen=True)
class WorkshopAskedAhead(Fact):
    activities: list[str]


@fact("workshop.shortened", _("{actor} shortened the rest"))
@dataclass(frozen=True)
class WorkshopShortened(Fact):
    """`minutes` are those of each activity that still waits."""

    minutes: list[int]


@fact("workshop.activity_begun", _("{activity} began"))
@dataclass(frozen=True)
class ActivityBegun(Fact):
    activity: str


@fact("workshop.activity_revealed", _("{actor} opened {activity}"))
@dataclass(frozen=True)
class ActivityRevealed(Fact):
    activity: str


@fact("workshop.activity_skipped", _("{actor} skipped {activity}"))
@dataclass(frozen=True)
class ActivitySkipped(Fact):
    activity: str


@fact("workshop.activity_extended", _("{actor} gave {activity} {minutes} more minutes"))
@dataclass(frozen=True)
class ActivityExtended(Fact):
    activity: str
    minutes: int


@fact("workshop.activity_concluded", _("{actor} wrote down what {activity} came to"))
@dataclass(frozen=True)
class ActivityConcluded(Fact):
    activity: str
    before: str


@fact("workshop.grouped", _("{actor} {what}"))
@dataclass(frozen=True)
class IdeasGrouped(Fact):
    what: str


@fact("workshop.kept", _("{actor} kept {title} as {noun}"))
@dataclass(frozen=True)
class OutcomeKept(Fact):
    title: str
    noun: str
