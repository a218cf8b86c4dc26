"""Readings that are overdue."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from consort.core import clock
from consort.core.models import Person
from consort.core.waiting import Waiting
from consort.metrics.models import Metric
from consort.metrics.queries import kept_by
from consort.web.days import short


def stale_metrics(person: Person) -> Iterable[Waiting]:
    """The metrics that `person` keeps and whose next reading is overdue. Runs one query."""
    for metric in kept_by(person):
        newest: date | None = metric.newest_at  # type: ignore[attr-defined]
        overdue = _overdue_since(metric, newest)
        if clock.today() >= overdue:
            yield _waiting(metric, newest, overdue)


def _overdue_since(metric: Metric, newest: date | None) -> date:
    last = newest or timezone.localdate(metric.defined)
    return last + timedelta(days=(metric.every or 0) + 1)


def _waiting(metric: Metric, newest: date | None, overdue: date) -> Waiting:
    said = _("The last reading is of %s") % short(newest) if newest else _("There is no reading yet")
    return Waiting(
        place="strategy",
        label=_("Metric, stale"),
        title=metric.name,
        url=metric.get_absolute_url(),
        meta=said,
        action=_("Add a reading"),
        since=timezone.make_aware(datetime.combine(overdue, time.min)),
    )
