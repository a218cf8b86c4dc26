"""Days as people write them: 2026-10-05, 5.10.2026, 10/2026, and slashes where the file shows what comes first."""

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?")
DOTTED = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?: .*)?")
SLASHED = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?: .*)?")
MONTH = re.compile(r"(\d{1,2})[/.-](\d{4})")
YEAR_MONTH = re.compile(r"(\d{4})[-/.](\d{1,2})")
EARLIEST, LATEST = 1900, 2200

UNREADABLE = _("The date cannot be read.")
UNCLEAR = _("Day and month cannot be told apart; write the date as 2026-10-05.")
WHOLE_MONTH = _("A month was read as its last day.")


@dataclass(frozen=True)
class Day:
    """A day, or why there is none; `remark` says how it was read when that is not plain."""

    at: date | None = None
    remark: str | Promise = ""


def slashes_begin_with_day(texts: Iterable[str]) -> bool | None:
    """Whether the first of two numbers between slashes is the day; None when the file does not show it."""
    parts = [match.groups() for text in texts if (match := SLASHED.fullmatch(text))]
    first, second = any(int(each[0]) > 12 for each in parts), any(int(each[1]) > 12 for each in parts)
    return None if first == second else first


def looks_like_day(text: str) -> bool:
    return any(pattern.fullmatch(text) for pattern in (ISO, DOTTED, SLASHED, MONTH, YEAR_MONTH))


def day_of(text: str, day_first: bool | None, today: date) -> Day:
    """Read one date. A whole month is its last day, or today while the month runs."""
    if match := ISO.fullmatch(text):
        return _day(match[1], match[2], match[3])
    if match := DOTTED.fullmatch(text):
        return _day(match[3], match[2], match[1])
    if match := SLASHED.fullmatch(text):
        if match[1] != match[2] and day_first is None:
            return Day(remark=UNCLEAR)
        day, month = (match[1], match[2]) if day_first else (match[2], match[1])
        return _day(match[3], month, day)
    if match := MONTH.fullmatch(text):
        return _month(int(match[2]), int(match[1]), today)
    if match := YEAR_MONTH.fullmatch(text):
        return _month(int(match[1]), int(match[2]), today)
    return Day(remark=UNREADABLE)


def _day(year: str, month: str, day: str) -> Day:
    try:
        at = date(int(year), int(month), int(day))
    except ValueError:
        return Day(remark=_("There is no such day."))
    return Day(at) if EARLIEST <= at.year <= LATEST else Day(remark=UNREADABLE)


def _month(year: int, month: int, today: date) -> Day:
    if not (1 <= month <= 12 and EARLIEST <= year <= LATEST):
        return Day(remark=UNREADABLE)
    if (year, month) == (today.year, today.month):
        return Day(today, _("The running month was read as today."))
    return Day(date(year, month, monthrange(year, month)[1]), WHOLE_MONTH)
