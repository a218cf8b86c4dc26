"""The days on which cycles end."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from consort.core.calendar import Event, Span
from consort.core.models import Person
from consort.vision.models import Cycle


def ends_of_cycles(person: Person, span: Span) -> Iterator[Event]:
    """Of the cycles that run or are planned, for those who lead an objective in them. Runs one query."""
    cycles = Cycle.objects.visible_to(person).filter(objectives__leads=person, ends__range=(span.first, span.last))
    for cycle in cycles.exclude(stage=Cycle.Stage.CLOSED).select_related("organization").distinct():
        yield Event(
            uid=f"cycle-{cycle.pk}",
            label=_("The cycle ends"),
            title=cycle.name,
            url=cycle.get_absolute_url(),
            begins=cycle.ends,
            changed=cycle.created,
            partnership=cycle.partnership_id,
        )
