"""A performance indicator becomes a metric with readings and a key result, or a milestone."""

from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consort.core.foreign_files.tables.remarks import Remarks
from consort.vision.exchange import typed
from consort.vision.exchange.items import LENGTHS, LONGEST_NOTE, Columns, Item, Kind
from consort.vision.exchange.stratml import block
from consort.vision.exchange.stratml.keys import Keys
from consort.vision.exchange.stratml.tree import Node
from consort.vision.exchange.texts import on_one_line, shortened, tidied

METRIC_LINES = {
    "definition": "Definition",
    "direction": "Direction",
    "decimals": "Decimals",
    "baseline": "Metric starts at",
    "begins": "Metric starts on",
    "target_low": "Metric at least",
    "target_high": "Metric at most",
    "target_date": "Metric target date",
    "every": "Read every so many days",
    "source": "Source",
}
KEY_RESULT_LINES = {
    "title": "Key result",
    "aim": "Aim",
    "baseline": "Starts at",
    "target_low": "At least",
    "target_high": "At most",
    "begins": "From",
    "due": "By",
    "passed": "Passed",
}
METRIC = "Metric"
MILESTONE = "milestone"
LARGEST = Decimal(10) ** 14


class Measures:
    def __init__(self, remarks: Remarks, keys: Keys, metrics: dict[str, Item]) -> None:
        self.remarks = remarks
        self.keys = keys
        self.metrics = metrics

    def items(self, node: Node, objective: str) -> list[Item]:
        """Nothing for an indicator that says nothing."""
        _text, lines = block.parted(node.said("OtherInformation"))
        key = self.keys.of(node)
        if own := self._own(node, lines, key, objective):
            return own
        targets = [each for each in _results(node, "TargetResult") if on_one_line(each.everything())]
        numbers = [each for each in targets if each.said("NumberOfUnits")]
        if numbers:
            return self._measured(node, numbers, key, objective)
        if targets or on_one_line(node.said("MeasurementDimension")):
            return self._milestone(node, targets, key, objective)
        if any(_means(each) for each in _results(node, "ActualResult")):
            self.remarks.lose(node.line, _("An indicator names neither what it measures nor a target."))
        return []

    def _own(self, node: Node, lines: block.Lines, key: str, objective: str) -> list[Item]:
        """What Consort has written itself; nothing for anything else, and for what was tampered with."""
        said = {name: values[0] for name, values in lines.items()}
        columns: Columns = {name: said.get(label, "") for name, label in KEY_RESULT_LINES.items()}
        columns["owner"] = said.get("Owner", "")
        if not (columns["title"] and typed.fits(Kind.KEY_RESULT, columns)):
            return []
        item = Item(Kind.KEY_RESULT, f"{key} result", columns, node.line, within=objective)
        if columns["aim"] == MILESTONE:
            return [item]
        item.metric = said.get(METRIC, key)
        metric: Columns = {name: said.get(label, "") for name, label in METRIC_LINES.items()}
        metric |= {"name": on_one_line(node.said("MeasurementDimension")), "unit": _unit(node)}
        if not (metric["name"] and typed.fits(Kind.METRIC, metric)):
            return []
        return [*self._metric(item.metric, metric, node), item]

    def _measured(self, node: Node, targets: list[Node], key: str, objective: str) -> list[Item]:
        """The target of the latest day counts; the earlier ones stay with the plan."""
        target = max(targets, key=_end)
        if len(targets) > 1:
            words = {"count": len(targets) - 1, "name": _name(node)}
            self.remarks.mend(node.line, _earlier(len(targets) - 1) % words)
        readings = self._readings(node)
        goal = Decimal(target.said("NumberOfUnits"))
        if not abs(goal) < LARGEST:
            self.remarks.lose(target.line, _("%s: the target is too large and stays with the plan.") % _name(node))
            return []
        aim = self._aim(node, goal, readings)
        due = target.said("EndDate")[:10]
        bounds = {"target_low": _plain(goal) if aim == "increase" else "", "target_high": ""}
        bounds["target_high"] = "" if bounds["target_low"] else _plain(goal)
        begins = target.said("StartDate")[:10]
        result: Columns = {
            "title": self._title(node),
            "aim": aim,
            "baseline": "",
            **bounds,
            "begins": begins if begins and due and begins < due else "",
            "due": due,
            "passed": "",
            "owner": "",
        }
        metric = self._metric_columns(node, aim, bounds, due, readings)
        item = Item(Kind.KEY_RESULT, f"{key} result", result, node.line, within=objective, metric=key)
        return [*self._metric(key, metric, node, readings), item]

    def _metric_columns(
        self, node: Node, aim: str, bounds: dict[str, str], due: str, readings: list[list[str]]
    ) -> Columns:
        first = readings[0] if readings and (not due or readings[0][0] < due) else None
        decimals = max((-int(Decimal(value).as_tuple().exponent) for _at, value, _note in readings), default=0)
        return {
            "name": shortened(node.said("MeasurementDimension"), LENGTHS[Kind.METRIC]["name"]) or self._title(node),
            "definition": self._definition(node),
            "unit": _unit(node),
            "decimals": str(min(max(decimals, 0), 6)),
            "direction": aim,
            "baseline": first[1] if first else "",
            "begins": first[0] if first else "",
            **bounds,
            "target_date": due,
            "every": "",
            "source": "",
        }

    def _definition(self, node: Node) -> str:
        unit = on_one_line(node.said("UnitOfMeasurement"))
        long_unit = _("Unit: %s") % unit if len(unit) > LENGTHS[Kind.METRIC]["unit"] else ""
        long_name = tidied(node.said("MeasurementDimension"))
        long_name = long_name if len(long_name) > LENGTHS[Kind.METRIC]["name"] else ""
        return "\n".join(part for part in (long_name, long_unit, tidied(node.said("OtherInformation"))) if part)

    def _metric(self, key: str, columns: Columns, node: Node, readings: list[list[str]] | None = None) -> list[Item]:
        """The metric once, however many key results it has."""
        readings = self._readings(node) if readings is None else readings
        if key in self.metrics:
            known = self.metrics[key]
            known.readings += [each for each in readings if each[0] not in {at for at, _value, _note in known.readings}]
            return []
        self.metrics[key] = Item(Kind.METRIC, key, columns, node.line, readings=readings)
        return [self.metrics[key]]

    def _aim(self, node: Node, goal: Decimal, readings: list[list[str]]) -> str:
        """Up or down is not said in StratML: it is read from where the results began."""
        aim = "decrease" if readings and Decimal(readings[0][1]) > goal else "increase"
        direction = _("fall to its target") if aim == "decrease" else _("rise to its target")
        words = {"name": _name(node), "direction": direction}
        self.remarks.mend(node.line, _("%(name)s is taken to %(direction)s; the plan does not say.") % words)
        return aim

    def _milestone(self, node: Node, targets: list[Node], key: str, objective: str) -> list[Item]:
        """A target in words, or none at all."""
        target = max(targets, key=_end, default=None)
        words = _words(target) if target else ""
        results = [each for each in _results(node, "ActualResult") if _means(each)]
        if results:
            self.remarks.lose(
                node.line, _("%s: its results stay with the plan, as it has no target in numbers.") % _name(node)
            )
        title = ": ".join(part for part in (on_one_line(node.said("MeasurementDimension")), words) if part)
        columns: Columns = dict.fromkeys(KEY_RESULT_LINES, "") | {"owner": ""}
        columns |= {"title": shortened(title or _("A milestone"), LENGTHS[Kind.KEY_RESULT]["title"]), "aim": MILESTONE}
        columns["due"] = target.said("EndDate")[:10] if target else ""
        return [Item(Kind.KEY_RESULT, f"{key} result", columns, node.line, within=objective)]

    def _title(self, node: Node) -> str:
        return shortened(node.said("MeasurementDimension"), LENGTHS[Kind.KEY_RESULT]["title"]) or _("Without a name")

    def _readings(self, node: Node) -> list[list[str]]:
        """(day, value, note) by day; one value for a day."""
        found: dict[str, list[str]] = {}
        for each in _results(node, "ActualResult"):
            number = each.said("NumberOfUnits")
            at = (each.said("EndDate") or each.said("StartDate"))[:10]
            if not number:
                continue
            if not at or not abs(Decimal(number)) < LARGEST:
                self.remarks.lose(each.line, _("%s: a result without a day stays with the plan.") % _name(node))
            elif at in found and Decimal(found[at][1]) != Decimal(number):
                self.remarks.lose(each.line, _("%s: a second result for one day stays with the plan.") % _name(node))
            else:
                found[at] = [at, _plain(Decimal(number)), shortened(_words(each), LONGEST_NOTE)]
        return [found[at] for at in sorted(found)]


def _earlier(count: int) -> str:
    return ngettext(
        "%(name)s: one earlier target stays with the plan.",
        "%(name)s: %(count)d earlier targets stay with the plan.",
        count,
    )


def _results(node: Node, name: str) -> list[Node]:
    return [each for instance in node.all("MeasurementInstance") for each in instance.all(name)]


def _end(result: Node) -> str:
    return result.said("EndDate") or result.said("StartDate")


def _means(result: Node) -> bool:
    return bool(result.said("NumberOfUnits") or _words(result))


def _words(result: Node) -> str:
    text = on_one_line(result.said("Description"))
    return "" if text.strip(".… ") == "" else text


def _name(node: Node) -> str:
    return shortened(node.said("MeasurementDimension"), 60) or node.said("Identifier")


def _unit(node: Node) -> str:
    return shortened(node.said("UnitOfMeasurement"), LENGTHS[Kind.METRIC]["unit"])


def _plain(value: Decimal) -> str:
    """At most six decimals, none that say nothing."""
    text = f"{round(value, 6):f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"
