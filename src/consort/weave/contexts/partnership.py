"""What a partnership's pages show."""

from typing import Any

from consort.commitments.queries import between
from consort.core.ledger.reading import history_of
from consort.core.models import Partnership, Person
from consort.decisions.queries import decisions_of
from consort.development.contexts.agreements import lines_of
from consort.development.contexts.styles import side_by_side
from consort.development.queries import agreements_of
from consort.weave.evidence import standings

SHARED_DECISIONS = 6


def overview(partnership: Partnership, reader: Person) -> dict[str, Any]:
    """The overview. Runs ten queries."""
    standing = standings([partnership])[partnership.id]
    return {
        **common(partnership, reader),
        "standing": standing,
        "against": [line for line in standing.lines if line.against],
        "commitments": _by_giver(partnership, reader),
        "styles": side_by_side(partnership, reader),
        "agreements": lines_of(agreements_of(partnership, reader), list(partnership.members)),
        "decisions": decisions_of(partnership, reader)[:SHARED_DECISIONS],
    }


def common(partnership: Partnership, reader: Person) -> dict[str, Any]:
    """What every tab of a partnership needs. The members come prefetched."""
    return {
        "partnership": partnership,
        "name": partnership.name_for(reader),
        "members": partnership.members,
        "sits_here": reader in partnership.members,
    }


def history(partnership: Partnership, reader: Person) -> dict[str, Any]:
    """What happened in the partnership, newest first. Runs one query."""
    return {**common(partnership, reader), "history": history_of(partnership, 100)}


def _by_giver(partnership: Partnership, reader: Person) -> list[tuple[Person, list[Any]]]:
    """The commitments between the members, by who gave them, in the members' order."""
    given: dict[Person, list[Any]] = {member: [] for member in partnership.members}
    for commitment in between(partnership, reader):
        given.setdefault(commitment.giver, []).append(commitment)
    return [(member, found) for member, found in given.items() if found]
