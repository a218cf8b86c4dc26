"""A workshop that goes on waits for whoever is invited and has not come."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from consort.core.models import Person
from consort.core.waiting import Waiting
from consort.workshops.models import Participant, Workshop


def waiting_for(person: Person) -> Iterator[Waiting]:
    """Runs one query."""
    mine = Participant.objects.filter(person=person, workshop__state=Workshop.State.LIVE, left_at=None, joined_at=None)
    for each in mine.exclude(way=Participant.Way.OWN_TIME).select_related("workshop__organization"):
        workshop = each.workshop
        assert workshop.began_at
        yield Waiting(
            place="meetings",
            label=_("Workshop"),
            title=workshop.title,
            url=workshop.get_absolute_url(),
            meta=_("It is going on now, and you are invited."),
            action=_("Join"),
            since=workshop.began_at,
            holds_up=1,
        )
