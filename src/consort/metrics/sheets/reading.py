"""Reading a file of readings: what can be read is read, and every line that cannot is named."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from consort.metrics.sheets.dates import day_of, looks_like_day, slashes_begin_with_day
from consort.metrics.sheets.decoding import Line, delimiter_of, lines_of, text_of
from consort.metrics.sheets.numbers import decimal_mark, number_of
from consort.metrics.sheets.rows import MOST_ROWS, BadFile, Report, Row

HEADINGS = {
    "at": ("date", "day", "month", "at", "when", "datum", "tag", "monat", "stichtag", "jour", "mois", "fecha", "data"),
    "value": ("value", "reading", "result", "actual", "wert", "istwert", "ist", "valeur", "valor", "valore"),
    "note": ("note", "notes", "comment", "remark", "bemerkung", "anmerkung", "kommentar", "remarque", "nota"),
    "source": ("source", "quelle", "origin", "fuente", "fonte"),
}
WITHOUT_HEADING = {"at": 0, "value": 1, "note": 2, "source": 3}
LONGEST = {"note": 300, "source": 200}
FORMULA = "=+-@"


@dataclass(frozen=True)
class _Manner:
    """How this file is written: its columns, its marks, and the day on which it is read."""

    columns: dict[str, int]
    width: int
    delimiter: str
    mark: str
    day_first: bool | None
    today: date


def read(content: bytes, today: date) -> Report:
    """Read a CSV file. Raises BadFile when nothing of it can be read; everything else stands in the report."""
    report = Report()
    text = text_of(content, report)
    delimiter = delimiter_of(text)
    lines = lines_of(text, delimiter, report)
    columns, has_heading = _columns(lines, report)
    body = lines[1:] if has_heading else lines
    if len(body) > MOST_ROWS:
        raise BadFile(_("The file has more than 10,000 lines. Nothing was read."))
    manner = _manner(body, columns, len(lines[0][1]) if has_heading else 0, delimiter, today)
    report.lines = len(body)
    _remark_on_marks(body, manner, report)
    _collect(body, manner, report)
    report.remarks.sort(key=lambda remark: remark.line)
    return report


def _columns(lines: list[Line], report: Report) -> tuple[dict[str, int], bool]:
    if not lines:
        raise BadFile(_("The file is empty. Nothing was read."))
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


def _manner(body: list[Line], columns: dict[str, int], width: int, delimiter: str, today: date) -> _Manner:
    days = [_cell(cells, columns["at"]) for _line, cells in body]
    values = [_cell(cells, columns["value"]) for _line, cells in body]
    mark, _shown = decimal_mark(values, delimiter)
    return _Manner(columns, width, delimiter, mark, slashes_begin_with_day(days), today)


def _remark_on_marks(body: list[Line], manner: _Manner, report: Report) -> None:
    values = [_cell(cells, manner.columns["value"]) for _line, cells in body]
    _mark, is_shown = decimal_mark(values, manner.delimiter)
    if not is_shown and any("." in value or "," in value for value in values):
        words = _("a comma") if manner.mark == "," else _("a point")
        report.mend(0, _("The file does not show its decimal mark; it was read as %s. Check the values.") % words)


def _collect(body: list[Line], manner: _Manner, report: Report) -> None:
    found: dict[date, tuple[list[int], Row]] = {}
    for line, cells in body:
        row = _row(line, cells, manner, report)
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


def _row(line: int, cells: list[str], manner: _Manner, report: Report) -> Row | None:
    if _is_cut_wrongly(cells, manner):
        report.lose(line, _("There are more cells than columns. A decimal comma needs quotation marks beside commas."))
        return None
    day = day_of(_cell(cells, manner.columns["at"]), manner.day_first, manner.today)
    number = number_of(_cell(cells, manner.columns["value"]), manner.mark)
    if day.at is None or number.value is None:
        report.lose(line, day.remark if day.at is None else number.remark)
        return None
    if day.at > manner.today:
        report.lose(line, _("This day has not come yet."))
        return None
    for remark in (day.remark, number.remark):
        if remark:
            report.mend(line, remark)
    texts = {what: _text(line, cells, what, manner, report) for what in LONGEST}
    return Row(day.at, number.value, **texts)


def _is_cut_wrongly(cells: list[str], manner: _Manner) -> bool:
    """A decimal comma between commas makes one cell too many."""
    filled = len(cells) - next((n for n, cell in enumerate(reversed(cells)) if cell), len(cells))
    if manner.width:
        return filled > manner.width
    return filled > len(WITHOUT_HEADING) or (manner.delimiter == "," and filled > 2 and cells[2].isdigit())


def _text(line: int, cells: list[str], what: str, manner: _Manner, report: Report) -> str:
    text = _cell(cells, manner.columns.get(what, len(cells)))
    if text[:1] == "'" and text[1:2] in FORMULA:
        text = text[1:]
    text = " ".join(text.split())
    if len(text) > LONGEST[what]:
        report.mend(line, _("The %(what)s was cut to %(most)d letters.") % {"what": what, "most": LONGEST[what]})
    return text[: LONGEST[what]]


def _cell(cells: list[str], place: int) -> str:
    return cells[place] if place < len(cells) else ""
