"""How a table writes its days and numbers, and what has to be asked because it does not show it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from consort.core.foreign_files.tables.dates import SLASHED, slashes_begin_with_day
from consort.core.foreign_files.tables.numbers import decimal_mark, is_unclear
from consort.core.foreign_files.tables.remarks import Remarks

DAY_FIRST, MARK = "day_first", "mark"


@dataclass(frozen=True)
class Manners:
    """`asks` names what the table does not show: what comes first in 3/4/2026, and what the comma in 1,234 means."""

    mark: str
    day_first: bool | None
    asks: tuple[str, ...]

    def remark(self, remarks: Remarks) -> None:
        """Say how decimals were read when that was a guess."""
        if MARK in self.asks:
            words = _("a comma") if self.mark == "," else _("a point")
            remarks.mend(0, _("The file does not show its decimal mark; it was read as %s. Check the values.") % words)


def manners_of(days: Sequence[str], values: Sequence[str], delimiter: str, answers: dict[str, str]) -> Manners:
    """The manners that the cells show, or else the reader's answers: day_first `yes` or `no`, mark `.` or `,`."""
    shown, asks = slashes_begin_with_day(days), []
    if shown is None and any((match := SLASHED.fullmatch(day)) and match[1] != match[2] for day in days):
        shown = {"yes": True, "no": False}.get(answers.get(DAY_FIRST, ""))
        asks += [DAY_FIRST] if shown is None else []
    mark, is_shown = decimal_mark(values, delimiter)
    if not is_shown and is_unclear(values):
        mark, is_shown = (answers[MARK], True) if answers.get(MARK) in {".", ","} else (mark, False)
        asks += [] if is_shown else [MARK]
    return Manners(mark, shown, tuple(asks))
