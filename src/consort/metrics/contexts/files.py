"""What a file of readings would do, before it does it."""

from collections.abc import Iterable
from typing import Any

from consort.core.foreign_files import tickets
from consort.core.models import Person
from consort.metrics.models import Metric
from consort.metrics.sheets.rows import Report, Row
from consort.metrics.values import in_words
from consort.web.bringing import AnswersForm, carry

SAMPLE, REMARKS = 8, 200


def scope_of(metric: Metric, what: str = "file") -> str:
    """What a ticket is for: the file, or the rows, of this metric."""
    return f"metric {what} {metric.pk}"


def ticket_for(metric: Metric, person: Person, rows: Iterable[Row]) -> str:
    """A ticket with the rows of a report. Raises Unreadable when it would not fit."""
    kept = [[row.at.isoformat(), str(row.value), row.note, row.source] for row in rows]
    return tickets.issue(scope_of(metric, "rows"), person, kept)


def questions(
    metric: Metric, person: Person, asks: list[str], content: bytes, answers: dict[str, str]
) -> dict[str, Any]:
    """What has to be asked about the file, which travels along."""
    return {"questions": AnswersForm(asks=asks), "carried": carry(scope_of(metric), person, content, answers)}


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
        "ticket": ticket_for(metric, person, report.rows),
    }
