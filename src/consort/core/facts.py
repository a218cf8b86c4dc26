"""What can be recorded about people, partnerships and the organization itself."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from consort.core.ledger.facts import Fact, fact
from consort.core.models.ledger import Polarity, Strand


@fact("organization.founded", _("{actor} set up {name}"))
@dataclass(frozen=True)
class OrganizationFounded(Fact):
    name: str


@fact("organization.changed", _("{actor} changed the organization: {what}"))
@dataclass(frozen=True)
class OrganizationChanged(Fact):
    what: str


@fact("person.joined", _("{who} joined"))
@dataclass(frozen=True)
class PersonJoined(Fact):
    who: str


@fact("person.invited", _("{actor} invited {who}"))
@dataclass(frozen=True)
class PersonInvited(Fact):
    who: str


@fact("person.changed", _("{actor} changed what {who} may do: {what}"))
@dataclass(frozen=True)
class PersonChanged(Fact):
    who: str
    what: str


@fact("person.left", _("{who} left"))
@dataclass(frozen=True)
class PersonLeft(Fact):
    who: str


@fact("person.erased", _("What one person had written was erased on request"), erased_with_actor=False)
@dataclass(frozen=True)
class PersonErased(Fact):
    """`entries` are the sequence numbers whose content was removed."""

    entries: list[int]


@fact("partnership.formed", _("{actor} began the partnership"), strand=Strand.VISION, polarity=Polarity.SUPPORTS)
@dataclass(frozen=True)
class PartnershipFormed(Fact):
    people: list[str]


@fact("partnership.joined", _("{who} took a seat"))
@dataclass(frozen=True)
class PartnershipJoined(Fact):
    who: str


@fact("partnership.left", _("{who} gave up the seat"))
@dataclass(frozen=True)
class PartnershipLeft(Fact):
    who: str


@fact(
    "partnership.chartered",
    _("{actor} wrote down what you lead together"),
    strand=Strand.VISION,
    polarity=Polarity.SUPPORTS,
)
@dataclass(frozen=True)
class PartnershipChartered(Fact):
    pass


@fact("link.tied", _("{actor} tied this to “{title}”"))
@dataclass(frozen=True)
class LinkTied(Fact):
    kind: str
    title: str


@fact("link.untied", _("{actor} untied this from “{title}”"))
@dataclass(frozen=True)
class LinkUntied(Fact):
    kind: str
    title: str
