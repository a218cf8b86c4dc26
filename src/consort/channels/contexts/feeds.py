"""What the page of the calendars shows."""

from typing import Any
from uuid import UUID

from consort.channels.calendar.addresses import address_of
from consort.channels.models import Feed
from consort.core.models import Person
from consort.core.queries import partnerships_of
from consort.organization.contexts.common import common


def feeds(person: Person) -> dict[str, Any]:
    """The open addresses of the reader. Runs one query."""
    names: dict[UUID | None, str] = {each.pk: each.name_for(person) for each in partnerships_of(person)}
    opened = list(Feed.objects.filter(person=person))
    return {
        **common(person, "channels:feeds"),
        "feeds": [(feed, names.get(feed.partnership_id, ""), address_of(feed)) for feed in opened],
    }
