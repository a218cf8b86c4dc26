"""From a mended document to items. What has no place in the strategy stays with the plan, and is named."""

from collections import Counter

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consort.core.foreign_files.tables.remarks import Remarks
from consort.vision.exchange.items import (
    LENGTHS,
    LONGEST_BECAUSE,
    LONGEST_VALUE,
    LONGEST_WILL_NOT,
    Item,
    Kind,
)
from consort.vision.exchange.stratml import block, indicators
from consort.vision.exchange.stratml.keys import Keys, is_loose
from consort.vision.exchange.stratml.tree import Node
from consort.vision.exchange.stratml.values import is_day
from consort.vision.exchange.texts import on_one_line, shortened, tidied

TITLE, VISION = LENGTHS[Kind.PURPOSE]["title"], LENGTHS[Kind.PURPOSE]["vision"]


def shape(document: Node, remarks: Remarks) -> list[Item]:
    """The items in the order of the document."""
    return _Shaper(remarks, Keys(document)).items(document)


class _Shaper:
    def __init__(self, remarks: Remarks, keys: Keys) -> None:
        self.remarks = remarks
        self.keys = keys
        self.counts: Counter[str] = Counter()
        self.metrics: dict[str, Item] = {}

    def items(self, document: Node) -> list[Item]:
        core = document.first("StrategicPlanCore") or Node("StrategicPlanCore")
        found = [*self.purpose(document, core)]
        for goal in core.all("Goal"):
            found += self.goal(goal)
        self._remark_on_what_stays(document, core)
        return found

    def purpose(self, document: Node, core: Node) -> list[Item]:
        """Vision, mission, values and what we will not do."""
        vision, mission = core.said("Vision", "Description"), tidied(core.said("Mission", "Description"))
        _text, lines = block.parted(document.said("OtherInformation"))
        values = [pair for value in core.all("Value") if (pair := self.value(value))]
        if not (vision.strip() or mission or values):
            return []
        if not vision.strip():
            vision = document.said("Name") or mission
            self.remarks.mend(core.line, _("The plan gives no vision; its name stands there until you write one."))
        begins, ends = self._span(document)
        columns = {
            "title": "" if block.NAMELESS in lines else self.cut(document.said("Name"), TITLE, document.line),
            "vision": self.cut(vision, VISION, core.line),
            "mission": mission,
            "begins": begins,
            "ends": ends,
            "values": values,
            "will_nots": [self.will_not(line) for line in lines.get(block.WILL_NOT, [])],
        }
        return [Item(Kind.PURPOSE, core.said("Vision", "Identifier") or "purpose", columns, core.line)]

    def value(self, node: Node) -> list[str]:
        name, meaning = on_one_line(node.said("Name")), tidied(node.said("Description"))
        if not name and meaning:
            name, meaning = meaning, ""
        if len(name) > LONGEST_VALUE:
            meaning = "\n".join(part for part in (name, meaning) if part)
        return [self.cut(name, LONGEST_VALUE, node.line), meaning] if name else []

    def will_not(self, line: str) -> list[str]:
        text, _bar, because = line.partition(" | ")
        return [shortened(text, LONGEST_WILL_NOT), shortened(because, LONGEST_BECAUSE)]

    def _span(self, document: Node) -> tuple[str, str]:
        begins = document.said("AdministrativeInformation", "StartDate")[:10]
        ends = document.said("AdministrativeInformation", "EndDate")[:10]
        if begins and ends and begins >= ends:
            self.remarks.lose(document.line, _("The plan ends before it begins; both dates stay with the plan only."))
            return "", ""
        return begins, ends

    def goal(self, node: Node) -> list[Item]:
        """A priority and the objectives that serve it."""
        _text, lines = block.parted(node.said("OtherInformation"))
        key = self.keys.of(node)
        loose = is_loose(node)
        columns = {"title": self.titled(node, Kind.PRIORITY), "why": self.why(node), "leads": _people(lines)}
        found = [] if loose else [Item(Kind.PRIORITY, key, columns, node.line)]
        for objective in node.all("Objective"):
            found += self.objective(objective, "" if loose else key)
        return found

    def objective(self, node: Node, priority: str) -> list[Item]:
        _text, lines = block.parted(node.said("OtherInformation"))
        key = self.keys.of(node)
        columns = {
            "title": self.titled(node, Kind.OBJECTIVE),
            "why": self.why(node),
            "begins": _day(lines, block.BEGINS),
            "due": _day(lines, block.DUE),
            "leads": _people(lines),
        }
        own = "" if block.THROUGH_OTHERS in lines else priority
        serves = [each for each in (own, *lines.get(block.ALSO_SERVES, [])) if each]
        made = Item(Kind.OBJECTIVE, key, columns, node.line, serves=serves)
        measures = indicators.Measures(self.remarks, self.keys, self.metrics)
        return [made, *(item for each in node.all("PerformanceIndicator") for item in measures.items(each, key))]

    def titled(self, node: Node, kind: Kind) -> str:
        """Its name, or else how its description begins."""
        name = on_one_line(node.said("Name"))
        text = name or on_one_line(node.said("Description")).partition(". ")[0]
        if not name:
            self.remarks.mend(node.line, _("%s has no name; it is called as its description begins.") % node.name)
        return self.cut(text or _("Without a name"), LENGTHS[kind]["title"], node.line)

    def why(self, node: Node) -> str:
        """Description, other information and stakeholders as one text."""
        other, _lines = block.parted(node.said("OtherInformation"))
        people = [words for each in node.all("Stakeholder") if (words := _stakeholder(each))]
        self.counts["stakeholders"] += len(people)
        return "\n\n".join(
            part for part in (tidied(node.said("Description")), tidied(other), "\n".join(people)) if part
        )

    def cut(self, text: str, most: int, line: int) -> str:
        short = shortened(text, most)
        if len(on_one_line(text)) > most:
            self.remarks.mend(line, _("“%s” was shortened; the whole text stays with the plan.") % short[:80])
        return short

    def _remark_on_what_stays(self, document: Node, core: Node) -> None:
        if count := self.counts["stakeholders"]:
            words = ngettext(
                "%d stakeholder stands in the text of a goal or objective.",
                "%d stakeholders of goals and objectives stand in their texts.",
                count,
            )
            self.remarks.mend(0, words % count)
        stays = {
            _("the description of the plan"): document.said("Description").strip(),
            _("other information"): block.parted(document.said("OtherInformation"))[0].strip(),
            _("the organization"): any(each.everything() for each in core.all("Organization")),
            _("where and when it was published"): document.said("AdministrativeInformation", "Source").strip(),
            _("who submitted it"): any(each.everything() for each in document.all("Submitter")),
        }
        if names := [name for name, what in stays.items() if what]:
            words = _("Kept with the plan, which has no place for them elsewhere: %s. They leave with it again.")
            self.remarks.mend(0, words % ", ".join(names))


def _stakeholder(node: Node) -> str:
    name, text = on_one_line(node.said("Name")), on_one_line(node.said("Description"))
    roles = [on_one_line(role.everything()) for role in node.all("Role") if role.everything()]
    return " – ".join(part for part in (name, text, *roles) if part)


def _people(lines: block.Lines) -> list[str]:
    return [name for line in lines.get(block.LED_BY, []) for name in line.split("; ") if name]


def _day(lines: block.Lines, label: str) -> str:
    return next((text for text in lines.get(label, []) if is_day(text)), "")
