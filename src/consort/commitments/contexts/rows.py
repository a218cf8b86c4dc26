"""A commitment as one row of a list, seen by one reader."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from consort.commitments import policy
from consort.commitments.models import Commitment
from consort.commitments.states import Verb
from consort.commitments.words import Shown, shown
from consort.core import kinds
from consort.core.models import Person


@dataclass(frozen=True)
class Row:
    """What the row shows: between whom, about what, how it stands, what the reader can do now."""

    commitment: Commitment
    between: str
    about: str
    shown: Shown
    can: frozenset[str]


def rows(commitments: Iterable[Commitment], reader: Person) -> list[Row]:
    """Rows with the titles of what they carry out. Runs one query per kind of thing carried out."""
    found = list(commitments)
    things = kinds.fetch_many({each.about for each in found if each.about}, reader)
    return [row(each, reader, things) for each in found]


def row(commitment: Commitment, reader: Person, things: dict[UUID, Any] | None = None) -> Row:
    """One row. Without `things` it looks for what the commitment carries out itself: one query, if it does."""
    if things is None:
        things = kinds.fetch_many({commitment.about} if commitment.about else set(), reader)
    about = things.get(commitment.about_id) if commitment.about_id else None
    can = frozenset(str(verb) for verb in Verb if policy.may(verb, commitment, reader))
    return Row(commitment, _between(commitment, reader), str(about or ""), shown(commitment), can)


def _between(commitment: Commitment, reader: Person) -> str:
    names = {"giver": commitment.giver.first_name, "receiver": commitment.receiver.first_name}
    if reader.pk == commitment.giver_id:
        return _("To %(receiver)s") % names
    if reader.pk == commitment.receiver_id:
        return _("By %(giver)s") % names
    return _("%(giver)s to %(receiver)s") % names
