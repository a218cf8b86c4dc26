"""The list of metrics, and one metric."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.safestring import SafeString

from consort.core.ledger.reading import Happening, history_of
from consort.core.models import Person
from consort.metrics import policy, queries, words
from consort.metrics.drawing import line_chart, spark_of
from consort.metrics.facts import MetricChanged, ReadingAdded
from consort.metrics.models import Metric, Reading
from consort.metrics.queries import Line
from consort.metrics.standing import corridor_on, find
from consort.metrics.values import in_words
from consort.web.days import short

ON_CHART, IN_TABLE, HISTORY = 2000, 60, 300


@dataclass(frozen=True)
class Shown:
    """A metric as a row: its newest value, target, state, and a sparkline."""

    metric: Metric
    now: str
    target: str
    shape: str
    word: str
    spark: SafeString
    owner: str


def listing(person: Person, today: date) -> dict[str, Any]:
    """The metrics one may see. Runs two queries."""
    lines = queries.lines_for(queries.metrics_for(person), today)
    return {
        "rows": [_shown(line) for line in lines],
        "lede": words.list_sentence(lines) if lines else "",
        "may_define": policy.may_define(person),
    }


def _shown(line: Line) -> Shown:
    metric, finding = line.metric, line.finding
    return Shown(
        metric,
        in_words(finding.newest.value if finding.newest else None, metric),
        words.target_words(metric),
        finding.shape,
        words.state_words(metric, finding),
        spark_of(metric, line.readings),
        metric.owner.first_name if metric.owner else "",
    )


@dataclass(frozen=True)
class Numbered:
    """A reading in the table: in words, with what was expected then."""

    reading: Reading
    value: str
    expected: str


def metric(metric: Metric, person: Person, today: date) -> dict[str, Any]:
    """One metric with its readings and history. Runs two queries."""
    newest = list(metric.readings.select_related("by").order_by("-at")[:ON_CHART])
    readings = newest[::-1]
    finding = find(metric, newest[0] if newest else None, today)
    line = Line(metric, finding, corridor_on(metric, today), readings)
    sentence = words.finding_sentence(line)
    changes = [each for each in history_of(metric, HISTORY) if each.type != ReadingAdded.registration.name]
    return {
        "metric": metric,
        "finding": finding,
        "word": words.state_words(metric, finding),
        "sentence": sentence,
        "trend": words.trend_sentence(metric, readings),
        "chart": line_chart(metric, readings, today, f"{metric.name}. {sentence}"),
        "numbers": [_numbered(metric, reading) for reading in newest[:IN_TABLE]],
        "more_numbers": len(newest) > IN_TABLE,
        "facts": _facts(metric, changes),
        "changes": changes[:IN_TABLE],
        "may_keep": policy.may_keep(metric, person),
        "topic": f"metric:{metric.pk}",
    }


def _numbered(metric: Metric, reading: Reading) -> Numbered:
    corridor = corridor_on(metric, reading.at)
    bounds = [in_words(bound, metric) for bound in (corridor.low, corridor.high) if bound is not None]
    return Numbered(reading, in_words(reading.value, metric), " – ".join(bounds))


def _facts(metric: Metric, history: list[Happening]) -> dict[str, str]:
    """What the margin tells of how it is measured."""
    redefined = [happening for happening in history if happening.type == MetricChanged.registration.name]
    return {
        "start": in_words(metric.baseline, metric),
        "begins": short(metric.begins) if metric.begins else "",
        "target": words.target_words(metric),
        "changed": short(timezone.localdate(redefined[0].time)) if redefined else "",
    }
