"""How key results stand, as far as the reader may see their metrics."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from consort.core.models import Person
from consort.metrics.models import Metric, Reading
from consort.vision import progress
from consort.vision.aiming import aimed
from consort.vision.models import KeyResult
from consort.vision.progress import Progress


@dataclass(frozen=True)
class Measured:
    """A key result and how it stands; `metric` is the metric as aimed. A hidden one shows nothing that was read."""

    key_result: KeyResult
    metric: Metric | None
    progress: Progress | None

    @property
    def is_hidden(self) -> bool:
        return self.progress is None


def measure(key_results: Iterable[KeyResult], reader: Person, today: date) -> list[Measured]:
    """Hold each against its plan. Runs one query; objective and metric are fetched with the key results."""
    wanted = list(key_results)
    newest = _newest_readings({each.metric_id for each in wanted if each.metric_id}, reader)
    return [_measured(each, newest, reader, today) for each in wanted]


def measured_among(key_results: QuerySet[KeyResult], reader: Person, today: date) -> list[Measured]:
    """The same in the query that fetches them; `select_related` names objective and metric."""
    last = Reading.objects.filter(metric=OuterRef("metric")).order_by("-at")
    seen = Metric.objects.visible_to(reader).filter(pk=OuterRef("metric"))
    rows = key_results.annotate(
        read_at=Subquery(last.values("at")[:1]), read=Subquery(last.values("value")[:1]), is_open=Exists(seen)
    )
    return [_measured(each, _newest_of(each), reader, today) for each in rows]


def _newest_of(row: Any) -> dict[UUID, Reading | None]:
    if not row.is_open:
        return {}
    return {row.metric_id: Reading(metric_id=row.metric_id, at=row.read_at, value=row.read) if row.read_at else None}


def _newest_readings(metrics: set[UUID], reader: Person) -> dict[UUID, Reading | None]:
    """The newest reading of each metric that the reader may see, by metric."""
    if not metrics:
        return {}
    last = Reading.objects.filter(metric=OuterRef("pk")).order_by("-at")
    rows = Metric.objects.visible_to(reader).filter(pk__in=metrics).order_by()
    found = rows.annotate(at=Subquery(last.values("at")[:1]), value=Subquery(last.values("value")[:1]))
    return {
        key: None if value is None else Reading(metric_id=key, at=at, value=value)
        for key, at, value in found.values_list("pk", "at", "value")
    }


def _measured(key_result: KeyResult, newest: dict[UUID, Reading | None], reader: Person, today: date) -> Measured:
    metric = aimed(key_result)
    for each in filter(None, (metric, key_result.metric)):
        each.organization = reader.organization
    if metric is None:
        due = key_result.due or key_result.objective.due
        return Measured(key_result, None, progress.of_milestone(key_result.passed, due, today))
    if metric.pk not in newest:
        return Measured(key_result, metric, None)
    return Measured(key_result, metric, progress.of_metric(metric, newest[metric.pk], today))
