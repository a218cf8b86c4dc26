"""From a tree to the bytes of a file that validates, in either part; what cannot travel is named."""

import re

from django.utils.translation import gettext as _
from lxml import etree

from consort.vision.exchange.stratml import block
from consort.vision.exchange.stratml.checking import faults
from consort.vision.exchange.stratml.grammar import ATTRIBUTES, DATES, GRAMMARS, NAMESPACES, ROOTS, Part
from consort.vision.exchange.stratml.tree import Node, leaf

NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(document: Node, part: Part, losses: list[str]) -> bytes:
    """UTF-8. The document keeps to the grammar of Part 2; what Part 1 has no element for is written as text or named
    in `losses`. Raises ValueError when the outcome would not validate."""
    tree = in_part_one(document, losses) if part is Part.ONE else document
    if found := faults(tree, part):
        raise ValueError("; ".join(found[:5]))
    root = etree.Element(f"{{{NAMESPACES[part]}}}{tree.name}", nsmap={None: NAMESPACES[part]})
    _fill(root, tree, NAMESPACES[part])
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))


def _fill(element: etree._Element, node: Node, namespace: str) -> None:
    for name, value in node.attributes.items():
        element.set(name, value)
    element.text = NOT_IN_XML.sub("", node.text) or None
    for child in node.children:
        _fill(etree.SubElement(element, f"{{{namespace}}}{child.name}"), child, namespace)


def in_part_one(document: Node, losses: list[str]) -> Node:
    """The same plan with the elements of Part 1: indicators and roles become text."""
    document = document.copy()
    submitter = document.first("Submitter")
    tree = _reduced(document, losses)
    tree.name, tree.attributes = ROOTS[Part.ONE], {}
    if submitter is not None:
        kept = Node("Submitter", children=[each for each in submitter.children if each.name != "Identifier"])
        administrative = tree.first("AdministrativeInformation")
        if administrative is None:
            administrative = Node("AdministrativeInformation")
            tree.children.append(administrative)
        administrative.children.append(kept)
    return tree


def _reduced(node: Node, losses: list[str]) -> Node:
    """The element without what Part 1 does not know, which goes into the text that it offers."""
    name = ROOTS[Part.ONE] if node.name == ROOTS[Part.TWO] else node.name
    allowed = {place.name for place in GRAMMARS[Part.ONE][name]}
    words: list[str] = []
    children = []
    for child in node.children:
        if child.name in DATES and not child.text:
            continue
        if child.name in allowed:
            children.append(_reduced(child, losses) if child.name in GRAMMARS[Part.ONE] else child)
        elif child.name != "Submitter":
            words += _as_words(child, losses)
    attributes = {key: value for key, value in node.attributes.items() if (node.name, key) in ATTRIBUTES}
    reduced = Node(node.name, node.text, children, attributes)
    _append(reduced, words, name)
    return reduced


def _as_words(child: Node, losses: list[str]) -> list[str]:
    if child.name == "PerformanceIndicator":
        if not child.everything():
            return []
        losses.append(_("“%s” is measured; Part 1 has no measures, so it stands in words.") % _name(child))
        return [f"Measured by: {line}" for line in _measured(child)]
    text = ", ".join(child.everything().split("\n"))
    if child.name == "Identifier" and text:
        losses.append(_("The identifier %s has no place in Part 1.") % text)
        return []
    return [f"{child.name}: {text}"] if text else []


def _name(indicator: Node) -> str:
    return " ".join(indicator.said("MeasurementDimension").split()) or indicator.said("Identifier")


def _measured(indicator: Node) -> list[str]:
    """One line with the targets of an indicator, and what else is said of it."""
    results = [each for instance in indicator.all("MeasurementInstance") for each in instance.all("TargetResult")]
    targets = ", ".join(f"{each.said('NumberOfUnits')} ({each.said('EndDate')})" for each in results)
    unit = indicator.said("UnitOfMeasurement").strip()
    first = f"{_name(indicator)} [{unit}]" + (f": {targets}" if targets else "")
    return [first, *filter(None, indicator.said("OtherInformation").split("\n"))]


def _append(node: Node, words: list[str], name: str) -> None:
    places = [place.name for place in GRAMMARS[Part.ONE][name]]
    shelf = next((each for each in ("OtherInformation", "Description") if each in places), None)
    if not words or shelf is None:
        return
    standing = node.first(shelf)
    if standing is None:
        node.children.append(standing := leaf(shelf, ""))
        node.children.sort(key=lambda child: places.index(child.name))
    elif standing in node.children:
        node.children[node.children.index(standing)] = standing = leaf(shelf, standing.text)
    is_in_block = block.MARK in standing.text or not any(word.startswith("Measured by: ") for word in words)
    standing.text = "\n".join(text for text in (standing.text, *([] if is_in_block else [block.MARK]), *words) if text)
