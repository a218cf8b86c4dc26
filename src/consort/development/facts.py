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
