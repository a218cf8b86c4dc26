"""When the rounds open in which one's answer is waited for."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from consort.core.calendar import Event, Span
from consort.core.models import Person
from consort.rounds.queries import open_rounds_for


def openings(person: Person, span: Span) -> Iterator[Event]:
    """Rounds that `person` has not answered. Runs one query."""
    for each in open_rounds_for(person).filter(opens_at__range=(span.begins, span.ends)):
        assert each.opens_at is not None
        yield Event(
            uid=f"round-{each.pk}",
            label=_("Input closes"),
            title=each.title,
            url=each.get_absolute_url(),
            begins=each.opens_at,
            changed=each.asked_at,
            partnership=each.partnership_id,
            is_confidential=not each.is_attributed,
        )
