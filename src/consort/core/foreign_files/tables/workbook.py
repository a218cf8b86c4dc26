"""The first filled sheet of an XLSX workbook, as lines of cells."""

import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import openpyxl
from django.utils.translation import gettext as _

from consort.core.foreign_files.tables.cells import Exact
from consort.core.foreign_files.tables.remarks import Remarks
from consort.core.foreign_files.unreadable import Unreadable

BEGINNING = b"PK\x03\x04"
MOST_BYTES = 40 * 1024 * 1024
MOST_PARTS = 500
MOST_LINES = 20_000
MOST_COLUMNS = 60
MOST_MERGED = 2_000


def lines_of(content: bytes, remarks: Remarks) -> list[tuple[int, list[str]]]:
    """The lines that hold something. Raises Unreadable for what is no workbook, and for one that would burst."""
    _refuse_bombs(content)
    try:
        book = openpyxl.load_workbook(io.BytesIO(content), data_only=True, keep_links=False)
        found = {sheet.title: list(_lines(sheet)) for sheet in book.worksheets if sheet.sheet_state == "visible"}
    except MemoryError:
        raise
    except Exception as error:  # whatever a broken workbook makes of its reader
        raise Unreadable(_("This workbook is damaged or not XLSX. Nothing was read.")) from error
    filled = {title: lines for title, lines in found.items() if lines}
    if not filled:
        raise Unreadable(_("The file is empty. Nothing was read."))
    title, lines = next(iter(filled.items()))
    if others := [each for each in filled if each != title]:
        words = {"one": title, "others": ", ".join(others)}
        remarks.lose(0, _("Only the sheet %(one)s was read, not %(others)s.") % words)
    return lines


def _refuse_bombs(content: bytes) -> None:
    try:
        parts = zipfile.ZipFile(io.BytesIO(content)).infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise Unreadable(_("This workbook is damaged or not XLSX. Nothing was read.")) from error
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_BYTES:
        raise Unreadable(_("Unpacked, this workbook is larger than 40 MB. Nothing was read."))


def _lines(sheet: Any) -> Iterator[tuple[int, list[str]]]:
    """Merged cells all hold what the first of them shows."""
    shown = _merged(sheet)
    most = {"max_col": min(sheet.max_column, MOST_COLUMNS), "max_row": min(sheet.max_row, MOST_LINES)}
    for number, row in enumerate(sheet.iter_rows(**most), 1):
        cells = [_text(shown.get((number, place), cell)) for place, cell in enumerate(row, 1)]
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            yield number, cells


def _merged(sheet: Any) -> dict[tuple[int, int], Any]:
    """The first cell of its range for each merged cell, as far as they are not absurdly many."""
    ranges = [each for each in sheet.merged_cells.ranges if each.size["rows"] * each.size["columns"] <= MOST_MERGED]
    return {place: sheet.cell(each.min_row, each.min_col) for each in ranges[:MOST_MERGED] for place in each.cells}


def _text(cell: Any) -> str:
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        return f"{value:%Y-%m-%d}" if value.year >= 1900 else str(value)
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return str(value).strip()
    return _number(Decimal(repr(value)), str(cell.number_format or ""))


def _number(value: Decimal, form: str) -> str:
    """What the sheet shows as 86.4% it holds as 0.864."""
    if form.endswith("%"):
        return Exact(f"{_plain(value * 100)}%")
    return Exact(_plain(value))


def _plain(value: Decimal) -> str:
    written = f"{round(value, 9):f}" if abs(value) < 10**20 else str(value)
    return written.rstrip("0").rstrip(".") if "." in written else written
