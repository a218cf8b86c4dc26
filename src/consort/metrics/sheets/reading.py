"""Reading a table of readings: what can be read is read, and every line that cannot is named."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from consort.core.foreign_files import Unreadable, read_apart
from consort.core.foreign_files.tables import remarks
from consort.core.foreign_files.tables.dates import day_of, looks_like_day
from consort.core.foreign_files.tables.lines import Line, lines_of
from consort.core.foreign_files.tables.manners import Manners, manners_of
from consort.core.foreign_files.tables.numbers import number_of
from consort.core.foreign_files.tables.writing import unharmed
from consort.metrics.sheets.rows import MOST_ROWS, Report, Row

HEADINGS = {
    "at": ("date", "day", "month", "at", "when", "datum", "tag", "monat", "stichtag", "jour", "mois", "fecha", "data"),
    "value": ("value", "reading", "result", "actual", "wert", "istwert", "ist", "valeur", "valor", "valore"),
    "note": ("note", "notes", "comment", "remark", "bemerkung", "anmerkung", "kommentar", "remarque", "nota"),
    "source": ("source", "quelle", "origin", "fuente", "fonte"),
}
WITHOUT_HEADING = {"at": 0, "value": 1, "note": 2, "source": 3}
LONGEST = {"note": 300, "source": 200}


@dataclass(frozen=True)
class _Table:
    """How this file is written: its columns, its manners, and the day on which it is read."""

    columns: dict[str, int]
    width: int
    delimiter: str
    manners: Manners
    today: date


def bring(content: bytes, today: date, answers: dict[str, str]) -> Report:
    """Read a CSV or XLSX file apart, within the caps. Raises Unreadable."""
    found = read_apart("consort.metrics.sheets.reading:as_json", content, today=today.isoformat(), answers=answers)
    rows = rows_from(found["rows"])
    return Report(remarks.from_json(found["remarks"]), rows, found["lines"], found["asks"])


def as_json(content: bytes, today: str, answers: dict[str, str]) -> dict[str, Any]:
    """What `read` makes of it, as JSON."""
    report = read(content, date.fromisoformat(today), answers)
    rows = [[row.at.isoformat(), str(row.value), row.note, row.source] for row in report.rows]
    return {"rows": rows, "remarks": remarks.to_json(report.remarks), "lines": report.lines, "asks": report.asks}


def rows_from(found: list[list[str]]) -> list[Row]:
    """Rows as they travel: day, value, note, source."""
    return [Row(date.fromisoformat(at), Decimal(value), note, source) for at, value, note, source in found]


def read(content: bytes, today: date, answers: dict[str, str] | None = None) -> Report:
    """Read a file. Raises Unreadable when nothing of it can be read; everything else stands in the report."""
    report = Report()
    found = lines_of(content, report)
    columns, has_heading = _columns(found.lines, report)
    body = found.lines[1:] if has_heading else found.lines
    if len(body) > MOST_ROWS:
        raise Unreadable(_("The file has more than 10,000 lines. Nothing was read."))
    manners = manners_of(_column(body, columns, "at"), _column(body, columns, "value"), found.delimiter, answers or {})
    table = _Table(columns, len(found.lines[0][1]) if has_heading else 0, found.delimiter, manners, today)
    report.lines, report.asks = len(body), list(manners.asks)
    manners.remark(report)
    _collect(body, table, report)
    report.remarks.sort(key=lambda remark: remark.line)
    return report


def _column(body: list[Line], columns: dict[str, int], name: str) -> list[str]:
    return [_cell(cells, columns[name]) for _line, cells in body]


def _columns(lines: list[Line], report: Report) -> tuple[dict[str, int], bool]:
    if not lines:
        raise Unreadable(_("The file is empty. Nothing was read."))
    number, first = lines[0]
    named = [cell.casefold() for cell in first]
    columns = {
        what: next(place for place, name in enumerate(named) if name in names)
        for what, names in HEADINGS.items()
        if any(name in names for name in named)
    }
    if not columns and looks_like_day(first[0]):
        return WITHOUT_HEADING, False
    if len(columns) < 2 or "at" not in columns or "value" not in columns:
        report.mend(number, _("The first line was taken for a heading; unknown columns were read as date, then value."))
    columns.setdefault("at", 0 if columns.get("value") != 0 else 1)
    taken = set(columns.values())
    columns.setdefault("value", next((place for place in range(len(first)) if place not in taken), len(first)))
    return columns, True


def _collect(body: list[Line], table: _Table, report: Report) -> None:
    found: dict[date, tuple[list[int], Row]] = {}
    for line, cells in body:
        row = _row(line, cells, table, report)
        if row is None:
            continue
        earlier, before = found.get(row.at, ([], row))
        if before.value == row.value:
            for one in earlier[:1]:
                report.mend(line, _("The same day and value stand on line %(line)d.") % {"line": one})
            found[row.at] = ([*earlier, line], row)
        else:
            for one in earlier:
                report.lose(one, _("Line %(line)d gives another value for the same day.") % {"line": line})
            found[row.at] = ([line], row)
    report.rows = [found[at][1] for at in sorted(found)]


def _row(line: int, cells: list[str], table: _Table, report: Report) -> Row | None:
    if _is_cut_wrongly(cells, table):
        report.lose(line, _("There are more cells than columns. A decimal comma needs quotation marks beside commas."))
        return None
    day = day_of(_cell(cells, table.columns["at"]), table.manners.day_first, table.today)
    number = number_of(_cell(cells, table.columns["value"]), table.manners.mark)
    if day.at is None or number.value is None:
        report.lose(line, day.remark if day.at is None else number.remark)
        return None
    if day.at > table.today:
        report.lose(line, _("This day has not come yet."))
        return None
    for remark in (day.remark, number.remark):
        if remark:
            report.mend(line, remark)
    texts = {what: _text(line, cells, what, table, report) for what in LONGEST}
    return Row(day.at, number.value, **texts)


def _is_cut_wrongly(cells: list[str], table: _Table) -> bool:
    """A decimal comma between commas makes one cell too many. A workbook cuts its cells itself."""
    if not table.delimiter:
        return False
    filled = len(cells) - next((n for n, cell in enumerate(reversed(cells)) if cell), len(cells))
    if table.width:
        return filled > table.width
    return filled > len(WITHOUT_HEADING) or (table.delimiter == "," and filled > 2 and cells[2].isdigit())


def _text(line: int, cells: list[str], what: str, table: _Table, report: Report) -> str:
    text = _cell(cells, table.columns.get(what, len(cells)))
    text = " ".join(unharmed(text).split())
    if len(text) > LONGEST[what]:
        report.mend(line, _("The %(what)s was cut to %(most)d letters.") % {"what": what, "most": LONGEST[what]})
    return text[: LONGEST[what]]


def _cell(cells: list[str], place: int) -> str:
    return cells[place] if place < len(cells) else ""
