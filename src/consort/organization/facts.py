"""What can be recorded about invitations, members, departments and the organization's details."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from consort.core.ledger import Fact, fact


@fact("invitation.resent", _("{actor} sent {who} the invitation again"))
@dataclass(frozen=True)
class InvitationResent(Fact):
    who: str


@fact("invitation.cancelled", _("{actor} took back the invitation of {who}"))
@dataclass(frozen=True)
class InvitationCancelled(Fact):
    who: str


@fact("person.returned", _("{actor} let {who} back in"))
@dataclass(frozen=True)
class PersonReturned(Fact):
    who: str


@fact("person.described", _("{actor} changed name, title or place of {who}"))
@dataclass(frozen=True)
class PersonDescribed(Fact):
    who: str


@fact("person.readdressed", _("{who} has a new email address"))
@dataclass(frozen=True)
class PersonReaddressed(Fact):
    """The address itself is not recorded."""

    who: str


@fact("department.added", _("{actor} added the department {name}"))
@dataclass(frozen=True)
class DepartmentAdded(Fact):
    name: str


@fact("department.changed", _("{actor} changed the department {name}, formerly {former}"))
@dataclass(frozen=True)
class DepartmentChanged(Fact):
    name: str
    former: str


@fact("department.removed", _("{actor} removed the empty department {name}"))
@dataclass(frozen=True)
class DepartmentRemoved(Fact):
    name: str
