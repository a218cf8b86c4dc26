"""When the workshops are to which one is invited."""

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Q
from django.utils.translation import gettext as _

from consort.core.calendar import Event, Span
from consort.core.models import Person
from consort.workshops.models import Participant, Workshop

AN_HOUR = timedelta(hours=1)


def workshops(person: Person, span: Span) -> Iterator[Event]:
    """Those to come and those that are under way or over. Runs one query."""
    invited = Q(pk__in=Participant.objects.filter(person=person).values("workshop")) | Q(facilitator=person)
    found = Workshop.objects.filter(invited, starts_at__range=(span.begins, span.ends))
    for each in found.exclude(state=Workshop.State.CALLED_OFF).select_related("organization"):
        yield Event(
            uid=f"workshop-{each.pk}",
            label=_("Workshop"),
            title=each.title,
            url=each.get_absolute_url(),
            begins=each.starts_at,
            ends=each.ends_by if each.ends_by and each.ends_by > each.starts_at else each.starts_at + AN_HOUR,
            changed=each.planned,
            partnership=each.partnership_id,
            is_busy=True,
        )
