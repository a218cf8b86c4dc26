"""The strand's own page."""

from typing import Any

from consort.core.models import Person
from consort.core.queries import partnerships_of
from consort.development import queries


def overview(person: Person) -> dict[str, Any]:
    """Where the reader stands with each part of it. Runs one query."""
    profile = queries.profile_of(person)
    return {
        "profile": profile,
        "is_placed": bool(profile and profile.placements),
        "partners": [(each, each.name_for(person)) for each in partnerships_of(person)],
    }
