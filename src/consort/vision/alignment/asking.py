"""Who is asked, and who may read what comes of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from consort.core.models import Level, Organization, Partnership, Person


@dataclass(frozen=True)
class Asking:
    """`partnership` reads it when the people are its members; else all leaders do."""

    people: Sequence[Person]
    opens_at: datetime | None = None
    partnership: Partnership | None = None

    def audience(self, organization: Organization) -> dict[str, Any]:
        """The columns of `Visible`, without its owner."""
        level = Level.PARTNERSHIP if self.partnership else Level.LEADERS
        return {"organization": organization, "visibility": level, "partnership": self.partnership}

    def is_within(self, organization: Organization) -> bool:
        return all(person.organization_id == organization.pk for person in self.people)
