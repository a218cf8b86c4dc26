"""Whether the columns of an item fit together, as the strategy and its metrics will have them. No database."""

import re
from datetime import date
from decimal import Decimal, InvalidOperation

from consort.vision.exchange.items import LENGTHS, Columns, Kind

DAYS = ("begins", "ends", "due", "target_date", "passed")
NUMBERS = ("baseline", "target_low", "target_high")
COUNTS = {"decimals": 6, "every": 32_767}
NEEDS_LOW = ("increase", "keep_above", "stay_between")
NEEDS_HIGH = ("decrease", "keep_below", "stay_between")
AIMS = {*NEEDS_LOW, *NEEDS_HIGH}
PLAIN = re.compile(r"-?\d{1,14}(\.\d{1,6})?")
SPANS = (("begins", "due"), ("begins", "target_date"), ("begins", "ends"))


def fits(kind: Kind, columns: Columns) -> bool:
    """Whether an action would take these columns of a metric or a key result."""
    try:
        _check_values(columns)
    except (ValueError, InvalidOperation):
        return False
    aim = columns.get("aim") or columns.get("direction")
    if kind is Kind.KEY_RESULT and aim == "milestone":
        bounds = columns["target_low"] or columns["target_high"]
        return not bounds and _is_in_order(columns) and _is_short_enough(kind, columns)
    is_aimed = aim in AIMS and not columns.get("passed") and _bounds_fit(str(aim), columns)
    return is_aimed and _is_in_order(columns) and _is_short_enough(kind, columns)


def _check_values(columns: Columns) -> None:
    for name in DAYS:
        if columns.get(name):
            date.fromisoformat(columns[name])
    for name in NUMBERS:
        if columns.get(name) and not PLAIN.fullmatch(columns[name]):
            raise ValueError
    for name, most in COUNTS.items():
        if columns.get(name) and not 0 <= int(columns[name]) <= most:
            raise ValueError


def _bounds_fit(aim: str, columns: Columns) -> bool:
    low, high = columns["target_low"], columns["target_high"]
    if (aim in NEEDS_LOW and not low) or (aim in NEEDS_HIGH and not high):
        return False
    return not (low and high) or Decimal(low) <= Decimal(high)


def _is_in_order(columns: Columns) -> bool:
    """Days in the form 2026-10-05 are in order when their texts are."""
    pairs = [(columns.get(first), columns.get(last)) for first, last in SPANS]
    return all(first < last for first, last in pairs if first and last)


def _is_short_enough(kind: Kind, columns: Columns) -> bool:
    return all(len(columns[name]) <= most for name, most in LENGTHS[kind].items())
