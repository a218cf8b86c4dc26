"""Writing readings as a CSV file that any program reads, and that no spreadsheet runs."""

import csv
import io
from collections.abc import Iterable

from consort.metrics.models import Reading
from consort.metrics.values import plain

DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


def write(readings: Iterable[Reading], decimals: int) -> bytes:
    """UTF-8 with a byte-order mark, commas, CRLF, ISO dates, decimal points."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(["date", "value", "note", "source", "by"])
    for reading in readings:
        by = reading.by.full_name if reading.by else ""
        writer.writerow(
            [reading.at.isoformat(), plain(reading.value, decimals), *map(harmless, (reading.note, reading.source, by))]
        )
    return buffer.getvalue().encode("utf-8-sig")


def harmless(text: str) -> str:
    """The text, with an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{text}" if text.startswith(DANGEROUS) else text
