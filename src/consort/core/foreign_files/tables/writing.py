"""Tables that any program reads, and that no spreadsheet runs."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.workbook.child import INVALID_TITLE_REGEX

DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
CSV, XLSX = "text/csv; charset=utf-8", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WIDEST, LONGEST_CELL, LONGEST_NAME = 60, 32_767, 31
Cell = str | Decimal | date | None


def harmless(text: str) -> str:
    """The text, with an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{text}" if text.startswith(DANGEROUS) else text


def unharmed(text: str) -> str:
    """The text again, as it was before `harmless`."""
    return text[1:] if text[:1] == "'" and text[1:].startswith(DANGEROUS) else text


def as_csv(heading: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """UTF-8 with a byte-order mark, commas, CRLF, ISO dates, decimal points."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(heading)
    writer.writerows([_written(cell) for cell in row] for row in rows)
    return buffer.getvalue().encode("utf-8-sig")


def _written(cell: Cell) -> str:
    if isinstance(cell, str):
        return harmless(cell)
    if isinstance(cell, date):
        return cell.isoformat()
    return "" if cell is None else f"{cell:f}"


def sheet_name(title: str) -> str:
    """The title as a spreadsheet allows it: at most 31 characters, without `: / ? * [ ]` and backslashes."""
    allowed = ILLEGAL_CHARACTERS_RE.sub("", INVALID_TITLE_REGEX.sub(" ", title))
    return " ".join(allowed.split())[:LONGEST_NAME].strip("' ") or "1"


def as_xlsx(title: str, heading: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """A workbook of one sheet; numbers and dates are typed, text is never a formula."""
    book = Workbook()
    sheet = book.active
    sheet.title = sheet_name(title)
    widths = [len(word) for word in heading]
    for number, row in enumerate([heading, *rows], 1):
        for place, value in enumerate(row, 1):
            cell = sheet.cell(number, place)
            _fill(cell, value)
            widths[place - 1] = max(widths[place - 1], len(str(value or "")))
    for place, width in enumerate(widths, 1):
        sheet.cell(1, place).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(place)].width = min(width + 2, WIDEST)
    sheet.freeze_panes = "A2"
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _fill(cell: object, value: Cell) -> None:
    if isinstance(value, str):
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", harmless(value))[:LONGEST_CELL]  # type: ignore[attr-defined]
        cell.data_type = "s"  # type: ignore[attr-defined]
    else:
        cell.value = value  # type: ignore[attr-defined]
