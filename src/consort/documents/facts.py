"""What can be recorded about documents. Their text stays in the document."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from consort.core.ledger import Fact, fact


@fact("document.begun", _("{actor} began {title}"))
@dataclass(frozen=True)
class DocumentBegun(Fact):
    title: str


@fact("document.version_kept", _("{actor} kept version {number} of {title}"))
@dataclass(frozen=True)
class VersionKept(Fact):
    title: str
    number: int


@fact("document.signed", _("{actor} signed version {number} of {title}"))
@dataclass(frozen=True)
class DocumentSigned(Fact):
    title: str
    number: int
    reservation: str
