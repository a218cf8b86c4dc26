from consort.core.models.ledger import Chain, Checkpoint, Entry, Evidence, Payload
from consort.core.models.link import Link
from consort.core.models.organization import Department, Organization
from consort.core.models.partnership import Partnership, Seat
from consort.core.models.person import Person, User
from consort.core.models.running import Cursor, KeyMark, Lease
from consort.core.models.seal import Seal
from consort.core.models.searching import SearchDocument
from consort.core.models.visible import Level, Visible, VisibleQuerySet

__all__ = [
    "Chain",
    "Checkpoint",
    "Cursor",
    "Department",
    "Entry",
    "Evidence",
    "KeyMark",
    "Lease",
    "Level",
    "Link",
    "Organization",
    "Partnership",
    "Payload",
    "Person",
    "Seal",
    "SearchDocument",
    "Seat",
    "User",
    "Visible",
    "VisibleQuerySet",
]
