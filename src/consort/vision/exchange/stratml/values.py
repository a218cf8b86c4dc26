"""The text of leaves: dates, numbers, roles and addresses, as they are meant."""

import re
from datetime import date

from consort.core.foreign_files.tables.dates import day_of
from consort.core.foreign_files.tables.numbers import number_of
from consort.vision.exchange.stratml.grammar import ROLES, Kind

DAY = re.compile(r"-?\d{4,}-\d{2}-\d{2}(Z|[+-]\d{2}:\d{2})?")
DECIMAL = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)")
UNSAFE = re.compile(r'[\s<>"{}|\\^`]')


def mend_value(text: str, kind: Kind) -> tuple[str, str]:
    """(the value as it has to be written, the text that could not be read as one)."""
    bare = text.strip()
    match kind:
        case Kind.DATE | Kind.DATE_OR_NOTHING:
            return _either(text, bare, is_day(bare), _day(bare))
        case Kind.NUMBER_OR_NOTHING:
            return _either(text, bare, bool(DECIMAL.fullmatch(bare)), _number(bare))
        case Kind.ROLE:
            return _either(text, bare, bare in ROLES, bare.capitalize() if bare.capitalize() in ROLES else "")
        case Kind.ADDRESS:
            return _either(text, bare, not UNSAFE.search(bare), "")
        case _:
            return text, ""


def _either(text: str, bare: str, fits: bool, meant: str) -> tuple[str, str]:
    if not bare:
        return "", ""
    if fits:
        return bare, ""
    return (meant, "") if meant else ("", text)


def is_day(text: str) -> bool:
    """Whether it is a date of the calendar in the form of XML."""
    if not DAY.fullmatch(text):
        return False
    try:
        date.fromisoformat(text[:10])
    except ValueError:
        return False
    return text[0] != "-" and text[4] == "-"


def _day(text: str) -> str:
    """A single day that is written in another way; a month or a year is not one."""
    found = day_of(text, None, date.max)
    return found.at.isoformat() if found.at and not found.remark else ""


def _number(text: str) -> str:
    found = number_of(text, ".")
    plain = text.replace("%", "").replace(",", "").replace(" ", "")
    return f"{found.value.normalize():f}" if found.value is not None and DECIMAL.fullmatch(plain) else ""
