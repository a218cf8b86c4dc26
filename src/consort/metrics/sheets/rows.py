"""What is read from a table of readings."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from consort.core.foreign_files.tables.remarks import Remarks

MOST_ROWS = 10_000


@dataclass(frozen=True)
class Row:
    """One reading."""

    at: date
    value: Decimal
    note: str = ""
    source: str = ""


@dataclass
class Report(Remarks):
    """The readings by day, and the remarks. `lines` counts the lines that held something, without the heading.

    `asks` names the answers without which some lines mean one thing or another; see `tables.manners`.
    """

    rows: list[Row] = field(default_factory=list)
    lines: int = 0
    asks: list[str] = field(default_factory=list)
