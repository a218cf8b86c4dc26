"""What each page of the settings and the set-up shows."""

from consort.organization.contexts.common import common
from consort.organization.contexts.ledger import audit, backup
from consort.organization.contexts.members import departments, erasing, invite, member, members
from consort.organization.contexts.rules import confidentiality, email
from consort.organization.contexts.setup import first_steps, set_up
from consort.organization.contexts.you import details, you

__all__ = [
    "audit",
    "backup",
    "common",
    "confidentiality",
    "departments",
    "details",
    "email",
    "erasing",
    "first_steps",
    "invite",
    "member",
    "members",
    "set_up",
    "you",
]
