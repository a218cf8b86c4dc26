"""Questions about metrics."""

from dataclasses import dataclass
from datetime import date

from django.db.models import OuterRef, QuerySet, Subquery

from consort.core.models import Person
from consort.metrics import standing
from consort.metrics.models import Metric, Reading
from consort.metrics.standing import Corridor, Finding

RECENT = 24


@dataclass(frozen=True)
class Line:
    """A metric, how it stands, where it should be today, and its newest readings, oldest first."""

    metric: Metric
    finding: Finding
    expected: Corridor
    readings: list[Reading]


def metrics_for(person: Person) -> QuerySet[Metric]:
    """The metrics that `person` may see, by name."""
    return Metric.objects.visible_to(person).select_related("organization", "owner", "partnership", "department")


def lines_for(metrics: QuerySet[Metric], today: date) -> list[Line]:
    """Each metric with its newest readings and how it stands. Runs two queries."""
    found = list(metrics)
    recent = _recent_readings(found)
    lines = []
    for metric in found:
        readings = recent.get(metric.pk, [])
        finding = standing.find(metric, readings[-1] if readings else None, today)
        lines.append(Line(metric, finding, standing.corridor_on(metric, today), readings))
    return lines


def line_of(metric: Metric, today: date) -> Line:
    """The same for one metric. Runs one query."""
    readings = _recent_readings([metric]).get(metric.pk, [])
    finding = standing.find(metric, readings[-1] if readings else None, today)
    return Line(metric, finding, standing.corridor_on(metric, today), readings)


def _recent_readings(metrics: list[Metric]) -> dict[object, list[Reading]]:
    newest = Reading.objects.filter(metric=OuterRef("metric")).order_by("-at").values("pk")[:RECENT]
    rows = Reading.objects.filter(metric__in=metrics, pk__in=Subquery(newest)).order_by("at")
    recent: dict[object, list[Reading]] = {}
    for reading in rows:
        recent.setdefault(reading.metric_id, []).append(reading)
    return recent


def newest_reading(metric: Metric) -> Reading | None:
    return metric.readings.order_by("-at").first()


def kept_by(person: Person) -> QuerySet[Metric]:
    """The metrics that `person` keeps and that expect readings."""
    newest = Reading.objects.filter(metric=OuterRef("pk")).order_by("-at").values("at")[:1]
    return metrics_for(person).filter(owner=person, every__isnull=False).annotate(newest_at=Subquery(newest))
