"""Writing what stands over what once came: what nobody changed leaves as it was given."""

from collections.abc import Sequence
from typing import Any

from consort.vision.exchange.items import Columns
from consort.vision.exchange.stratml import block
from consort.vision.exchange.stratml.grammar import GRAMMARS, ROOT, Part
from consort.vision.exchange.stratml.tree import Node, leaf

PLACES = {name: [place.name for place in places] for name, places in GRAMMARS[Part.TWO].items()}


def put(node: Node, name: str, text: str) -> None:
    """Write the one leaf of that name, in its place."""
    found = node.first(name)
    if found is not None:
        found.text = text
    elif text or name in {"Name", "Description"}:
        insert(node, leaf(name, text))


def insert(node: Node, child: Node) -> None:
    node.children.append(child)
    node.children.sort(key=lambda each: PLACES[node.name].index(each.name))


def drop(node: Node, *names: str) -> None:
    node.children = [child for child in node.children if child.name not in names]


def note(node: Node, lines: Sequence[tuple[str, str, Any]]) -> None:
    """Write the block of an element. `lines` are (label, value, what was given of it before); what was neither in the
    block nor changed since stays out of it."""
    text, former = block.parted(node.said("OtherInformation"))
    kept = [(label, value) for label, value, given in lines if value and (label in former or value != given)]
    if kept or former:
        put(node, "OtherInformation", block.joined(text, kept))


def told(node: Node, columns: Columns, shown: Columns) -> None:
    """Name, and the text that description, other information and stakeholders have become."""
    if columns["title"] != shown.get("title"):
        put(node, "Name", columns["title"])
    if columns["why"] != shown.get("why"):
        _text, former = block.parted(node.said("OtherInformation"))
        put(node, "Description", columns["why"])
        drop(node, "Stakeholder", "OtherInformation")
        if former:
            put(
                node,
                "OtherInformation",
                block.joined("", [(label, each) for label in former for each in former[label]]),
            )


def purpose(root: Node, columns: Columns, shown: Columns, identifier: str) -> None:
    """Vision, mission, values, dates, and what we will not do."""
    core = root.first("StrategicPlanCore")
    if core is None:
        insert(root, core := Node("StrategicPlanCore"))
    for name, element in (("vision", "Vision"), ("mission", "Mission")):
        if columns[name] != shown.get(name, ""):
            _describe(core, element, columns[name], identifier if name == "vision" else "")
    if columns["values"] != shown.get("values", []):
        drop(core, "Value")
        for value in columns["values"]:
            parts = zip(("Name", "Description"), value, strict=True)
            insert(core, Node("Value", children=[leaf(*part) for part in parts]))
    _date(root, columns, shown)
    if columns["title"] and columns["title"] != shown.get("title"):
        put(root, "Name", columns["title"])
    given = [_will_not(each) for each in shown.get("will_nots", [])]
    lines = [(block.WILL_NOT, _will_not(each), given[place] if given[place : place + 1] else None)
             for place, each in enumerate(columns["will_nots"])]  # fmt: skip
    note(root, [(block.NAMELESS, "" if columns["title"] else "yes", None), *lines])


def _describe(core: Node, element: str, text: str, identifier: str) -> None:
    node = core.first(element)
    if node is None:
        insert(core, node := Node(element))
        put(node, "Identifier", identifier)
    put(node, "Description", text)


def _date(root: Node, columns: Columns, shown: Columns) -> None:
    for name, element in (("begins", "StartDate"), ("ends", "EndDate")):
        if columns[name] != shown.get(name, ""):
            administrative = root.first("AdministrativeInformation")
            if administrative is None:
                insert(root, administrative := Node("AdministrativeInformation"))
            put(administrative, element, columns[name])


def _will_not(each: Sequence[str]) -> str:
    return " | ".join(part for part in each if part)


def goal(node: Node, columns: Columns, shown: Columns, status: Sequence[tuple[str, str]]) -> None:
    told(node, columns, shown)
    note(node, [_leads(columns, shown), *((label, value, None) for label, value in status)])


def objective(node: Node, columns: Columns, shown: Columns, status: Sequence[tuple[str, str]]) -> None:
    told(node, columns, shown)
    days = [(block.BEGINS, columns["begins"], shown.get("begins")), (block.DUE, columns["due"], shown.get("due"))]
    note(node, [_leads(columns, shown), *days, *((label, value, None) for label, value in status)])


def _leads(columns: Columns, shown: Columns) -> tuple[str, str, str]:
    return block.LED_BY, "; ".join(columns["leads"]), "; ".join(shown.get("leads", []))


def new_root(name: str) -> Node:
    return Node(ROOT, children=[leaf("Name", name), Node("StrategicPlanCore")], attributes={"Type": "Strategic_Plan"})
