"""How a line of a table measures its key result: a metric with direction and bounds, or a milestone."""

import re
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from consort.core.foreign_files.tables.remarks import Remarks
from consort.vision.exchange.items import LENGTHS, Columns, Kind
from consort.vision.exchange.texts import shortened
from consort.vision.exchange.typed import NEEDS_HIGH, NEEDS_LOW

AIMS = {
    "increase": ("increase", "rise", "up", "grow", "steigen", "erhoehen", "erhöhen", "rauf", "rise to the target"),
    "decrease": ("decrease", "fall", "down", "reduce", "sinken", "senken", "runter", "fall to the target"),
    "keep_above": ("keep above", "stay at or above", "at least", "mindestens", ">=", "≥", ">"),
    "keep_below": ("keep below", "stay at or below", "at most", "hoechstens", "höchstens", "<=", "≤", "<"),
    "stay_between": ("stay between", "between", "zwischen"),
    "milestone": ("milestone", "a milestone is passed", "meilenstein"),
}
WORDS = {word: aim for aim, words in AIMS.items() for word in words}
UNIT = re.compile(r"\d[\d.,' ]*\s*([^\d\s.,]{1,20})$")
Numbers = dict[str, Decimal | None]


def measured(
    title: str, row: dict[str, str], numbers: Numbers, days: Columns, line: int, remarks: Remarks
) -> tuple[Columns, Columns]:
    """The columns of the key result and those of its metric, which are empty for a milestone."""
    aim = _aim(row, numbers)
    low, high = _bounds(aim, numbers)
    if aim == "milestone" or (low is None and high is None):
        return _milestone(title, row, aim, days, line, remarks), {}
    if low is not None and high is not None and low > high:
        remarks.mend(line, _("The lowest and the highest value were swapped."))
        low, high = high, low
    begins, due = days["begins"], days["due"]
    if begins and due and begins >= due:
        remarks.lose(line, _("The key result would end before it begins; its beginning was left out."))
        begins = ""
    bounds = {"target_low": _plain(low), "target_high": _plain(high)}
    said = {"baseline": _plain(numbers["baseline"]), "begins": begins, "due": due, "owner": row.get("owner", "")}
    metric = {
        "name": shortened(row.get("metric") or title, LENGTHS[Kind.METRIC]["name"]),
        "unit": _unit(row),
        "decimals": str(_decimals([low, high, numbers["baseline"]])),
        "direction": aim,
        "baseline": _plain(numbers["baseline"]),
        **bounds,
    }
    result = {"title": title, "aim": aim, **bounds} | {name: value for name, value in said.items() if value}
    return result, {name: value for name, value in metric.items() if value}


def _milestone(title: str, row: dict[str, str], aim: str, days: Columns, line: int, remarks: Remarks) -> Columns:
    if aim != "milestone" and (row.get("metric") or aim):
        remarks.mend(line, _("“%s” has no target; it is read as a milestone.") % title[:60])
    said = {"due": days["due"], "owner": row.get("owner", "")}
    return {"title": title, "aim": "milestone"} | {name: value for name, value in said.items() if value}


def _aim(row: dict[str, str], numbers: Numbers) -> str:
    """As it is said, else as a sign before the target says, else from where it starts."""
    said = WORDS.get(" ".join(row.get("aim", "").casefold().replace("_", " ").split()), "")
    if said:
        return said
    if numbers["target_low"] is not None and numbers["target_high"] is not None:
        return "stay_between"
    sign = re.match(r"[<>≤≥]=?", row.get("target", ""))
    start, target = numbers["baseline"], numbers["target"]
    if start is not None and target is not None and start != target:
        return "increase" if target > start else "decrease"
    if sign:
        return WORDS[sign[0]]
    if numbers["target_high"] is not None:
        return "keep_below" if start is None else "decrease"
    if target is None and numbers["target_low"] is None:
        return ""
    return "increase"


def _bounds(aim: str, numbers: Numbers) -> tuple[Decimal | None, Decimal | None]:
    """What the direction needs; a target stands for the bound that is missing."""
    low, high, target = numbers["target_low"], numbers["target_high"], numbers["target"]
    if aim in NEEDS_LOW:
        low = target if low is None else low
    if aim in NEEDS_HIGH:
        high = target if high is None else high
    complete = (aim not in NEEDS_LOW or low is not None) and (aim not in NEEDS_HIGH or high is not None)
    return (low, high) if complete else (None, None)


def _unit(row: dict[str, str]) -> str:
    """The unit in its own column, else the one after the target."""
    if row.get("unit"):
        return shortened(row["unit"], LENGTHS[Kind.METRIC]["unit"])
    found = next(
        (match for name in ("target", "target_low", "target_high") if (match := UNIT.search(row.get(name, "")))), None
    )
    return shortened(found[1], LENGTHS[Kind.METRIC]["unit"]) if found else ""


def _decimals(numbers: list[Decimal | None]) -> int:
    return max((-int(Decimal(_plain(each)).as_tuple().exponent) for each in numbers if each is not None), default=0)


def _plain(value: Decimal | None) -> Any:
    if value is None:
        return ""
    text = f"{value:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"
