"""What of cycles waits for whom: only those hear of it who owe something."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consort.core import clock
from consort.core.models import Person
from consort.core.waiting import Waiting
from consort.vision.models import Cycle, Objective
from consort.vision.queries.cycles import cycles_kept_by, owed_by, to_review_by
from consort.vision.where import check_in_url, review_url
from consort.web.days import short


def check_ins(person: Person) -> Iterable[Waiting]:
    """The check-ins that `person` owes. A sealed one tells of itself. Runs two queries."""
    for objective, due in owed_by(person):
        late = (clock.today() - due).days
        meta = ngettext("Silent for a day more than agreed", "Silent for %(n)s days more than agreed", late)
        said = meta % {"n": late} if late else _("Due today")
        yield _of_objective(objective, _("Check-in"), said, _("Check in"), check_in_url(objective), _begin_of(due))


def reviews(person: Person) -> Iterable[Waiting]:
    """The objectives that `person` is to review. Runs two queries."""
    for objective in to_review_by(person):
        assert objective.cycle is not None
        meta = _("The cycle %(cycle)s ended on %(day)s") % {
            "cycle": objective.cycle.name,
            "day": short(objective.cycle.ends),
        }
        since = _reached(objective.cycle, Cycle.Stage.REVIEW)
        yield _of_objective(objective, _("Review"), meta, _("Review it"), review_url(objective), since, holds_up=1)


def cycles(person: Person) -> Iterable[Waiting]:
    """The cycles of `person` that can start or be closed. Runs one query."""
    for cycle in cycles_kept_by(person):
        if cycle.stage == Cycle.Stage.PLAN and cycle.begins <= clock.today():
            meta = _("Planned to begin on %(day)s") % {"day": short(cycle.begins)}
            yield _of_cycle(cycle, meta, _("Start the cycle"), _begin_of(cycle.begins))
        elif cycle.stage == Cycle.Stage.REVIEW and not cycle.unreviewed:  # type: ignore[attr-defined]
            since = _reached(cycle, Cycle.Stage.REVIEW)
            yield _of_cycle(cycle, _("Every objective is reviewed"), _("Close the cycle"), since)


def _of_objective(
    objective: Objective, label: str, meta: str, action: str, url: str, since: datetime, holds_up: int = 0
) -> Waiting:
    return Waiting("strategy", label, objective.title, url, meta, action, since, holds_up)


def _of_cycle(cycle: Cycle, meta: str, action: str, since: datetime) -> Waiting:
    return Waiting("strategy", _("Cycle"), cycle.name, cycle.get_absolute_url(), meta, action, since)


def _reached(cycle: Cycle, stage: str) -> datetime:
    return parse_datetime(cycle.reached.get(stage, "")) or _begin_of(cycle.ends + timedelta(days=1))


def _begin_of(day: date) -> datetime:
    """Its first moment in the active time zone."""
    return timezone.make_aware(datetime.combine(day, time.min))
