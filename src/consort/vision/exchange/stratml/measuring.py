"""Key results, their metrics and readings as performance indicators."""

from decimal import Decimal

from consort.vision.exchange.items import Columns
from consort.vision.exchange.stratml import block
from consort.vision.exchange.stratml.indicators import KEY_RESULT_LINES, METRIC, METRIC_LINES
from consort.vision.exchange.stratml.overlay import insert, note, put
from consort.vision.exchange.stratml.tree import Node, leaf
from consort.vision.exchange.typed import NEEDS_LOW

Readings = list[tuple[str, str, str]]


def milestone(node: Node, columns: Columns, shown: Columns) -> None:
    """A milestone that nobody changed leaves as it came."""
    if _is_unchanged(node, columns, shown):
        return
    if columns["title"] != shown.get("title"):
        put(node, "MeasurementDimension", columns["title"])
    put_unit(node, "")
    if columns["due"] != shown.get("due", ""):
        _aim_at(node, "", columns["due"])
    note(node, _lines(columns))


def measure(node: Node, result: Columns, metric: Columns, shown: tuple[Columns, Columns], identity: str) -> None:
    """A key result and its metric; `identity` names the metric, which other key results may share."""
    if _is_unchanged(node, result, shown[0]) and _is_same(metric, shown[1]):
        return
    if metric["name"] != shown[1].get("name"):
        put(node, "MeasurementDimension", metric["name"])
    if metric["unit"] != shown[1].get("unit"):
        put_unit(node, metric["unit"])
    bound = result["target_low"] if result["aim"] in NEEDS_LOW else result["target_high"]
    if not _is_same(result, shown[0]):
        _aim_at(node, bound, result["due"])
    metric_lines = [(label, metric[name], None) for name, label in METRIC_LINES.items()]
    note(node, [*_lines(result), (METRIC, identity, None), *metric_lines])


def put_unit(node: Node, unit: str) -> None:
    """It has to stand, even when it says nothing."""
    if node.first("UnitOfMeasurement") is None:
        insert(node, leaf("UnitOfMeasurement", unit))
    else:
        put(node, "UnitOfMeasurement", unit)


def _lines(columns: Columns) -> list[tuple[str, str, None]]:
    return [(label, columns[name], None) for name, label in (KEY_RESULT_LINES | {"owner": "Owner"}).items()]


def _is_unchanged(node: Node, columns: Columns, shown: Columns) -> bool:
    """What Consort wrote before is written again, so that its block tells the same."""
    _text, lines = block.parted(node.said("OtherInformation"))
    return not lines and _is_same(columns, shown)


def _is_same(columns: Columns, shown: Columns) -> bool:
    return all(shown.get(name, "") == value for name, value in columns.items())


def _aim_at(node: Node, bound: str, due: str) -> None:
    """The target in force is the latest of those that stand."""
    targets = [each for instance in node.all("MeasurementInstance") for each in instance.all("TargetResult")]
    if targets:
        target = max(targets, key=lambda each: each.said("EndDate") or each.said("StartDate"))
    elif bound or due:
        target = Node("TargetResult")
        insert(node, Node("MeasurementInstance", children=[target]))
    else:
        return
    put(target, "NumberOfUnits", bound)
    if due:
        put(target, "EndDate", due)


def read(node: Node, readings: Readings, given: list[str]) -> None:
    """The readings as actual results. `given` are the days that came with the document: one that is gone here goes."""
    standing = {at: (value, words) for at, value, words in readings}
    seen = set()
    for instance in node.all("MeasurementInstance"):
        for result in instance.all("ActualResult"):
            at = (result.said("EndDate") or result.said("StartDate"))[:10]
            number = result.said("NumberOfUnits")
            if not number or at in seen:
                continue
            if at in standing:
                seen.add(at)
                if _rounded(number) != Decimal(standing[at][0]):
                    put(result, "NumberOfUnits", standing[at][0])
            elif at in given:
                instance.children.remove(result)
    for at, value, words in readings:
        if at not in seen:
            parts = [("EndDate", at), ("NumberOfUnits", value), ("Description", words)]
            result = Node("ActualResult", children=[leaf(name, text) for name, text in parts if text])
            insert(node, Node("MeasurementInstance", children=[result]))


def _rounded(number: str) -> Decimal:
    return round(Decimal(number), 6)
