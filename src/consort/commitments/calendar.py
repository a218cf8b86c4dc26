"""The days by which one promised something."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from consort.commitments.models import Commitment
from consort.commitments.states import OPEN
from consort.core.calendar import Event, Span
from consort.core.models import Person


def due_days(person: Person, span: Span) -> Iterator[Event]:
    """What `person` still has to keep. Runs one query."""
    given = Commitment.objects.filter(giver=person, state__in=OPEN, due__range=(span.first, span.last))
    for each in given.select_related("organization", "receiver"):
        label = _("To %(name)s") % {"name": each.receiver.first_name}
        yield Event(
            uid=f"commitment-{each.pk}",
            label=label,
            title=each.what,
            url=each.get_absolute_url(),
            begins=each.due,
            changed=each.made,
            partnership=each.partnership_id,
        )
