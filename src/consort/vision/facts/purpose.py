"""What can be recorded about the purpose of an organization."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from consort.core.ledger import Fact, fact
from consort.core.models.ledger import Polarity, Strand


@fact("purpose.drafted", _("{actor} proposed version {version} of the vision"))
@dataclass(frozen=True)
class PurposeDrafted(Fact):
    version: int


@fact("purpose.changed", _("{actor} changed version {version} of the vision: {what}"))
@dataclass(frozen=True)
class PurposeChanged(Fact):
    version: int
    what: str


@fact("purpose.discarded", _("{actor} took back the proposed version {version} of the vision"))
@dataclass(frozen=True)
class PurposeDiscarded(Fact):
    version: int


@fact(
    "purpose.agreed",
    _("{actor} put version {version} of the vision in force"),
    strand=Strand.VISION,
    polarity=Polarity.SUPPORTS,
)
@dataclass(frozen=True)
class PurposeAgreed(Fact):
    version: int


@fact(
    "purpose.signed",
    _("{actor} signed version {version} of the vision"),
    strand=Strand.VISION,
    polarity=Polarity.SUPPORTS,
)
@dataclass(frozen=True)
class PurposeSigned(Fact):
    version: int


@fact("purpose.reserved", _("{actor} signed version {version} of the vision with a reservation: {reservation}"))
@dataclass(frozen=True)
class PurposeSignedWithReservation(Fact):
    version: int
    reservation: str
