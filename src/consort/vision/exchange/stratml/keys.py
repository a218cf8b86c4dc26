"""What names an element within its document, so that the same plan, brought in again, is recognised."""

from consort.vision.exchange.stratml.tree import Node
from consort.vision.exchange.texts import on_one_line

LONGEST = 160


class Keys:
    """The identifier where there is one, else the name below what it lies in; a second of the same name is counted."""

    def __init__(self) -> None:
        self.taken: set[str] = set()

    def of(self, node: Node, within: str = "") -> str:
        name = on_one_line(node.said("Name") or node.said("MeasurementDimension") or node.said("Description"))
        wanted = node.said("Identifier") or f"{within[:60]}/{node.name}/{name.casefold()}"[:LONGEST]
        key, number = wanted, 1
        while key in self.taken:
            number += 1
            key = f"{wanted} ({number})"
        self.taken.add(key)
        return key
