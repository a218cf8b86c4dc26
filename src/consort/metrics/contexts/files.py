"""What a file of readings would do, before it does it."""

from typing import Any

from consort.core.models import Person
from consort.metrics import tickets
from consort.metrics.models import Metric
from consort.metrics.sheets import Report
from consort.metrics.values import in_words

SAMPLE, REMARKS = 8, 200


def report(metric: Metric, person: Person, report: Report) -> dict[str, Any]:
    """The dry run: what would be added, what stands already, what was mended and what was lost. Runs one query."""
    standing = dict(metric.readings.values_list("at", "value"))
    new = [row for row in report.rows if row.at not in standing]
    other = [row for row in report.rows if row.at in standing and standing[row.at] != row.value]
    return {
        "metric": metric,
        "report": report,
        "new": len(new),
        "same": len(report.rows) - len(new) - len(other),
        "others": [(row.at, in_words(standing[row.at], metric), in_words(row.value, metric)) for row in other[:SAMPLE]],
        "other": len(other),
        "sample": [(row.at, in_words(row.value, metric), row.note) for row in report.rows[:SAMPLE]],
        "remarks": report.remarks[:REMARKS],
        "more_remarks": max(0, len(report.remarks) - REMARKS),
        "ticket": tickets.issue(metric, person, report.rows),
    }
