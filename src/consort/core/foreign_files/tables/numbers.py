"""Numbers as people write them: 1,234.5 and 1.234,5 and 1'234.5, with units and signs around them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from consort.core.foreign_files.tables.cells import Exact

SPACES = re.compile(r"[\s\u00a0\u2009\u202f'’]")
AROUND = re.compile(
    r"^(?P<before>[^\d.,+-]*)(?P<sign>[+-]?)(?P<between>[^\d.,+-]*)(?P<number>[\d.,]*\d[\d.,]*)(?P<after>\D*)$"
)
LONGEST_UNIT = 24
LONGEST = 100  # what is longer is no number; the pattern would take its time to say so
MOST_DIGITS = 14

UNREADABLE = _("The value cannot be read as a number.")


@dataclass(frozen=True)
class Number:
    """A number, or why there is none; `remark` says how it was read when that is not plain."""

    value: Decimal | None = None
    remark: str | Promise = ""


def decimal_mark(texts: Iterable[str], delimiter: str) -> tuple[str, bool]:
    """(the mark before the decimals in this file, whether the file shows it).

    A file that does not show it is read as its delimiter suggests: a comma beside semicolons, else a point.
    """
    votes = {".": 0, ",": 0}
    for text in texts:
        if not isinstance(text, Exact) and (mark := _shown(SPACES.sub("", text))):
            votes[mark] += 1
    if votes["."] == votes[","]:
        return ("," if delimiter == ";" else "."), False
    return max(votes, key=lambda mark: votes[mark]), True


def is_unclear(texts: Iterable[str]) -> bool:
    """Whether some number means one thing with a decimal point and another with a decimal comma."""
    return any(not isinstance(text, Exact) and ("." in text or "," in text) for text in texts)


def _shown(text: str) -> str:
    """The decimal mark that a number shows beyond doubt, or nothing."""
    match = AROUND.match(text) if len(text) <= LONGEST else None
    digits = match["number"] if match else ""
    if "." in digits and "," in digits:
        return "." if digits.rfind(".") > digits.rfind(",") else ","
    for mark, other in ((".", ","), (",", ".")):
        if digits.count(mark) > 1:
            return other
        whole, found, decimals = digits.partition(mark)
        if found and (len(decimals) != 3 or len(whole) > 3 or whole in {"", "0"}):
            return mark
    return ""


def number_of(text: str, mark: str) -> Number:
    """Read one number with the file's decimal mark, or else with the other one, and say so."""
    if not text:
        return Number(remark=_("There is no value."))
    if isinstance(text, Exact):
        mark = "."
    negative, bare = _unsigned(SPACES.sub("", text).replace("−", "-").replace("–", "-"))
    match = AROUND.match(bare) if len(bare) <= LONGEST else None
    if not match or set(bare) & set("()") or len(match["after"]) > LONGEST_UNIT or (match["sign"] and negative):
        return Number(remark=UNREADABLE)
    sign = -1 if negative or match["sign"] == "-" else 1
    other = "," if mark == "." else "."
    for attempt, remark in ((mark, ""), (other, _("The value was read with the other decimal mark than the rest."))):
        value = _strictly(match["number"], attempt)
        if value is not None:
            return Number(sign * value, remark)
    return Number(remark=UNREADABLE)


def _unsigned(text: str) -> tuple[bool, str]:
    """(5) is how bookkeepers write -5."""
    if text.startswith("(") and text.endswith(")"):
        return True, text[1:-1]
    return False, text


def _strictly(digits: str, mark: str) -> Decimal | None:
    group = "," if mark == "." else "."
    pattern = rf"(\d+|\d{{1,3}}(?:\{group}\d{{3}})+)?(?:\{mark}(\d+))?"
    match = re.fullmatch(pattern, digits)
    if not match:
        return None
    whole = (match[1] or "0").replace(group, "").lstrip("0") or "0"
    if len(whole) > MOST_DIGITS:
        return None
    return round(Decimal(f"{whole}.{(match[2] or '0')[:30]}"), 6)
