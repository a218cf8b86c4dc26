"""What names an element within its document, so that the same plan, brought in again, is recognised."""

from consort.vision.exchange.stratml import block
from consort.vision.exchange.stratml.tree import Node
from consort.vision.exchange.texts import on_one_line

LONGEST = 160


class Keys:
    """The keys of goals, objectives and indicators: the identifier where there is one, else the name below what it
    lies in; a second of the same name is counted. The document must not change while they are used."""

    def __init__(self, document: Node) -> None:
        self.by_node: dict[int, str] = {}
        self.nodes: dict[str, Node] = {}
        core = document.first("StrategicPlanCore") or Node("StrategicPlanCore")
        for goal in core.all("Goal"):
            key = self._enter(goal, "")
            within = "" if is_loose(goal) else key
            for objective in goal.all("Objective"):
                place = self._enter(objective, within)
                for indicator in objective.all("PerformanceIndicator"):
                    self._enter(indicator, place)

    def of(self, node: Node) -> str:
        return self.by_node[id(node)]

    def _enter(self, node: Node, within: str) -> str:
        name = on_one_line(node.said("Name") or node.said("MeasurementDimension") or node.said("Description"))
        wanted = node.said("Identifier") or f"{within[:60]}/{node.name}/{name.casefold()}"[:LONGEST]
        key, number = wanted, 1
        while key in self.nodes:
            number += 1
            key = f"{wanted} ({number})"
        self.nodes[key] = node
        self.by_node[id(node)] = key
        return key


def is_loose(goal: Node) -> bool:
    """Whether the goal only holds objectives that serve no priority."""
    _text, lines = block.parted(goal.said("OtherInformation"))
    return block.LOOSE in lines
