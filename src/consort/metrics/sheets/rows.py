"""What is read from a file, and what is said about the reading of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from django.utils.functional import Promise

LARGEST_FILE = 2 * 1024 * 1024
MOST_ROWS = 10_000


class BadFile(ValueError):
    """Nothing of the file can be read; the message is a sentence for the reader."""


@dataclass(frozen=True)
class Row:
    """One reading."""

    at: date
    value: Decimal
    note: str = ""
    source: str = ""


@dataclass(frozen=True)
class Remark:
    """What was mended on a line, or why it was lost. Line 0 is the file as a whole."""

    line: int
    text: str | Promise
    is_loss: bool = False


@dataclass
class Report:
    """The readings by day, and the remarks. `lines` counts the lines that held something, without the heading."""

    rows: list[Row] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    lines: int = 0

    @property
    def lost(self) -> Sequence[Remark]:
        return [remark for remark in self.remarks if remark.is_loss]

    @property
    def mended(self) -> Sequence[Remark]:
        return [remark for remark in self.remarks if not remark.is_loss]

    def mend(self, line: int, text: str | Promise) -> None:
        self.remarks.append(Remark(line, text))

    def lose(self, line: int, text: str | Promise) -> None:
        self.remarks.append(Remark(line, text, is_loss=True))
