"""What can be recorded of joint development. What people say about themselves is never among it."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from consort.core.ledger import Fact, fact
from consort.core.models.ledger import Polarity, Strand

DEVELOPMENT = Strand.DEVELOPMENT


@fact("styles.placed", _("{actor} said how they work"), only_actor_reads=True)
@dataclass(frozen=True)
class StylesPlaced(Fact):
    pass


@fact("styles.shown", _("{actor} chose who sees how they work: {readers}"), only_actor_reads=True)
@dataclass(frozen=True)
class StylesShown(Fact):
    readers: str


@fact("strength.said", _("{actor} said what {name} knows best"), strand=DEVELOPMENT, polarity=Polarity.SUPPORTS)
@dataclass(frozen=True)
class StrengthSaid(Fact):
    name: str


@fact("agreement.written", _("{actor} wrote a working agreement: “{words}”"))
@dataclass(frozen=True)
class AgreementWritten(Fact):
    words: str


@fact(
    "agreement.signed",
    _("{actor} signed the working agreement “{words}”"),
    strand=DEVELOPMENT,
    polarity=Polarity.SUPPORTS,
)
@dataclass(frozen=True)
class AgreementSigned(Fact):
    words: str


@fact("agreement.kept", _("{actor} saw “{words}” kept"), strand=DEVELOPMENT, polarity=Polarity.SUPPORTS)
@dataclass(frozen=True)
class AgreementKept(Fact):
    words: str


@fact("agreement.slipped", _("{actor} saw “{words}” not kept"), strand=DEVELOPMENT, polarity=Polarity.WEIGHS_AGAINST)
@dataclass(frozen=True)
class AgreementSlipped(Fact):
    words: str


@fact("agreement.unused", _("{actor} noted that “{words}” did not come up"))
@dataclass(frozen=True)
class AgreementUnused(Fact):
    words: str


@fact("agreement.ended", _("{actor} ended the working agreement “{words}”"))
@dataclass(frozen=True)
class AgreementEnded(Fact):
    words: str


@fact("program.brought_in", _("{actor} brought in the program {name}"))
@dataclass(frozen=True)
class ProgramBroughtIn(Fact):
    name: str


@fact("course.begun", _("{actor} began the program {name}"), strand=DEVELOPMENT, polarity=Polarity.SUPPORTS)
@dataclass(frozen=True)
class CourseBegun(Fact):
    name: str


@fact("course.practised", _("{actor} practised “{title}”"), strand=DEVELOPMENT, polarity=Polarity.SUPPORTS)
@dataclass(frozen=True)
class CoursePractised(Fact):
    title: str


@fact("course.moved_on", _("{actor} finished “{title}”"))
@dataclass(frozen=True)
class CourseMovedOn(Fact):
    title: str


@fact("course.aimed", _("{actor} tries: {aim}"))
@dataclass(frozen=True)
class CourseAimed(Fact):
    aim: str


@fact("course.tried", _("{actor} noted whether they did what they try"))
@dataclass(frozen=True)
class CourseTried(Fact):
    held: bool


@fact("course.away", _("{actor} cannot come to “{title}”"))
@dataclass(frozen=True)
class CourseAway(Fact):
    title: str


@fact("course.left", _("{actor} left the program {name}"))
@dataclass(frozen=True)
class CourseLeft(Fact):
    name: str
