"""Reading a table of objectives: what can be read is read, and every line that cannot is named."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from consort.core.foreign_files import Unreadable, read_apart
from consort.core.foreign_files.tables import remarks as remarking
from consort.core.foreign_files.tables.dates import day_of
from consort.core.foreign_files.tables.lines import Line, lines_of
from consort.core.foreign_files.tables.manners import Manners, manners_of
from consort.core.foreign_files.tables.numbers import number_of
from consort.core.foreign_files.tables.remarks import Remarks
from consort.core.foreign_files.tables.writing import unharmed
from consort.vision.exchange.items import LENGTHS, Item, Kind, by_title
from consort.vision.exchange.sheets.headings import LEFT_OUT, looks_like_heading, places_of
from consort.vision.exchange.sheets.measures import measured
from consort.vision.exchange.texts import on_one_line, shortened, tidied

MOST_ROWS = 2_000
HEADING_WITHIN = 15
DAYS = ("begins", "due", "result_begins", "result_due")
NUMBERS = ("baseline", "target", "target_low", "target_high")


@dataclass
class Table(Remarks):
    """The items, and what has to be asked before they mean one thing only."""

    items: list[Item] = field(default_factory=list)
    asks: list[str] = field(default_factory=list)


def bring(content: bytes, answers: dict[str, str]) -> Table:
    """Read a CSV or XLSX file apart, within the caps. Raises Unreadable."""
    found = read_apart("consort.vision.exchange.sheets.reading:as_json", content, answers=answers)
    items = [Item.from_json(each) for each in found["items"]]
    return Table(remarking.from_json(found["remarks"]), items, found["asks"])


def as_json(content: bytes, answers: dict[str, str]) -> dict[str, Any]:
    """What `read` makes of it, as JSON."""
    table = read(content, answers)
    items = [item.to_json() for item in table.items]
    return {"items": items, "remarks": remarking.to_json(table.remarks), "asks": table.asks}


def read(content: bytes, answers: dict[str, str]) -> Table:
    """Read a file. Raises Unreadable when it holds no table of objectives."""
    table = Table()
    found = lines_of(content, table)
    start = next((at for at, (_n, cells) in enumerate(found.lines[:HEADING_WITHIN]) if looks_like_heading(cells)), None)
    if start is None:
        raise Unreadable(_("No line names the columns. The first must say at least “Objective”. Nothing was read."))
    places = places_of(found.lines[start][1], found.lines[start][0], table)
    body = found.lines[start + 1 :]
    if "objective" not in places:
        raise Unreadable(_("There is no column with objectives. Nothing was read."))
    if len(body) > MOST_ROWS:
        raise Unreadable(_("The file has more than 2,000 lines. Nothing was read."))
    for number, _cells in found.lines[:start]:
        table.lose(number, _("The line stands above the names of the columns and was not read."))
    days = [_cell(cells, places, name) for _n, cells in body for name in DAYS]
    values = [_cell(cells, places, name) for _n, cells in body for name in NUMBERS]
    manners = manners_of(days, values, found.delimiter, answers)
    manners.remark(table)
    table.asks = list(manners.asks)
    _Reader(places, manners, table).read(body)
    return table


def _cell(cells: list[str], places: dict[str, int], name: str) -> str:
    place = places.get(name, len(cells))
    return cells[place].strip() if place < len(cells) else ""


class _Reader:
    """`latest` is the objective to which a line without one belongs."""

    def __init__(self, places: dict[str, int], manners: Manners, table: Table) -> None:
        self.places, self.manners, self.table = places, manners, table
        self.objectives: dict[str, Item] = {}
        self.priorities: dict[str, Item] = {}
        self.metrics: dict[str, Item] = {}
        self.results: set[str] = set()
        self.latest: Item | None = None

    def read(self, body: list[Line]) -> None:
        for line, cells in body:
            row = {name: _cell(cells, self.places, name) for name in self.places if name not in LEFT_OUT}
            if any(row.values()):
                self.row(
                    line, {name: text if name in (*DAYS, *NUMBERS) else unharmed(text) for name, text in row.items()}
                )

    def row(self, line: int, row: dict[str, str]) -> None:
        if row["objective"]:
            self.latest = self.objective(line, row)
        elif self.latest is None or not (row.get("key_result") or row.get("metric")):
            self.table.lose(line, _("The line names no objective."))
            return
        if row.get("key_result") or row.get("metric"):
            self.key_result(line, row, self.latest)

    def objective(self, line: int, row: dict[str, str]) -> Item:
        """The same title or identity again is the same objective."""
        title = self.cut(row["objective"], LENGTHS[Kind.OBJECTIVE]["title"], line)
        key = f"_{row['id']}" if row.get("id") else by_title(title)
        if key not in self.objectives:
            said = {"title": title, "why": tidied(row.get("why", ""))}
            said |= {name: self.day(line, row.get(name, "")) for name in ("begins", "due")}
            if said["begins"] and said["due"] and said["begins"] >= said["due"]:
                self.table.lose(line, _("It would have to be reached before it begins; both dates were left out."))
                said["begins"] = said["due"] = ""
            columns: dict[str, Any] = {name: value for name, value in said.items() if value}
            columns["leads"] = [name for part in row.get("leads", "").split(";") if (name := on_one_line(part))]
            serves = [self.priority(line, row["priority"])] if row.get("priority") else []
            self.objectives[key] = Item(Kind.OBJECTIVE, key, columns, line, serves=serves)
            self.table.items.append(self.objectives[key])
        return self.objectives[key]

    def priority(self, line: int, text: str) -> str:
        title = self.cut(text, LENGTHS[Kind.PRIORITY]["title"], line)
        key = by_title(title)
        if key not in self.priorities:
            made = Item(Kind.PRIORITY, key, {"title": title, "leads": []}, line, only_new=True)
            self.priorities[key] = made
            self.table.items.append(made)
        return key

    def key_result(self, line: int, row: dict[str, str], objective: Item) -> None:
        title = self.cut(row.get("key_result") or row["metric"], LENGTHS[Kind.KEY_RESULT]["title"], line)
        key = by_title(objective.columns["title"], title)
        if key in self.results:
            self.table.lose(line, _("The objective has a key result of this name already."))
            return
        self.results.add(key)
        numbers = {name: self.number(line, row.get(name, "")) for name in NUMBERS}
        days = {name: self.day(line, row.get(f"result_{name}", "")) for name in ("begins", "due")}
        result, metric = measured(title, row, numbers, days, line, self.table)
        item = Item(Kind.KEY_RESULT, key, result, line, within=objective.key)
        if metric:
            item.metric = by_title(metric["name"])
            if item.metric not in self.metrics:
                self.metrics[item.metric] = Item(Kind.METRIC, item.metric, metric, line, only_new=True)
                self.table.items.append(self.metrics[item.metric])
        self.table.items.append(item)

    def cut(self, text: str, most: int, line: int) -> str:
        short = shortened(text, most)
        if len(on_one_line(text)) > most:
            self.table.mend(line, _("“%(text)s” was cut to %(most)d letters.") % {"text": short[:60], "most": most})
        return short

    def day(self, line: int, text: str) -> str:
        if not text:
            return ""
        found = day_of(text, self.manners.day_first, date.max)
        if found.at is None:
            self.table.lose(line, f"“{text[:40]}”: {found.remark}")
            return ""
        if found.remark:
            self.table.mend(line, f"“{text[:40]}”: {found.remark}")
        return found.at.isoformat()

    def number(self, line: int, text: str) -> Decimal | None:
        if not text:
            return None
        found = number_of(text, self.manners.mark)
        if found.value is None:
            self.table.lose(line, f"“{text[:40]}”: {found.remark}")
        elif found.remark:
            self.table.mend(line, f"“{text[:40]}”: {found.remark}")
        return found.value
