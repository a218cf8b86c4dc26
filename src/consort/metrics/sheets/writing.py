"""Writing readings as a table."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from consort.core.foreign_files.tables.writing import Cell, as_csv, as_xlsx
from consort.metrics.models import Metric, Reading
from consort.metrics.values import plain

HEADING = ("date", "value", "note", "source", "by")


def write(readings: Iterable[Reading], decimals: int) -> bytes:
    """As CSV."""
    return as_csv(HEADING, _rows(readings, decimals))


def write_workbook(metric: Metric, readings: Iterable[Reading]) -> bytes:
    """As XLSX."""
    return as_xlsx(str(metric.name), HEADING, _rows(readings, metric.decimals))


def _rows(readings: Iterable[Reading], decimals: int) -> Iterator[list[Cell]]:
    for reading in readings:
        by = reading.by.full_name if reading.by else ""
        yield [reading.at, Decimal(plain(reading.value, decimals)), reading.note, reading.source, by]
