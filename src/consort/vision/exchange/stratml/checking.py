"""Whether a tree may be written: every rule of the schema, by our own hand."""

from collections import Counter

from consort.vision.exchange.stratml.grammar import ATTRIBUTES, GRAMMARS, NCNAME, ROLES, ROOTS, Kind, Part, kind_of
from consort.vision.exchange.stratml.tree import Node
from consort.vision.exchange.stratml.values import is_day, mend_value


def faults(root: Node, part: Part) -> list[str]:
    """What would not validate, one sentence each; empty when all is well."""
    found = [] if root.name == ROOTS[part] else [f"The root is {root.name}"]
    found += _faults(root, part)
    identifiers = Counter(node.text for node in root.walk() if node.name == "Identifier")
    return found + [f"The identifier {name} stands {times} times" for name, times in identifiers.items() if times > 1]


def _faults(node: Node, part: Part) -> list[str]:
    places = GRAMMARS[part].get(node.name)
    if places is None:
        return _faults_of_leaf(node, part)
    found = _faults_of_attributes(node)
    names = [child.name for child in node.children]
    order = [place.name for place in places]
    if unknown := set(names) - set(order):
        return [*found, f"{node.name} holds {', '.join(sorted(unknown))}"]
    if names != sorted(names, key=order.index):
        found.append(f"{node.name} is not in order")
    for place in places:
        times = names.count(place.name)
        if times < place.least or (place.most is not None and times > place.most):
            found.append(f"{node.name} holds {place.name} {times} times")
    if node.text.strip():
        found.append(f"{node.name} holds text")
    return found + [fault for child in node.children for fault in _faults(child, part)]


def _faults_of_attributes(node: Node) -> list[str]:
    bad = {name for name, value in node.attributes.items() if value not in ATTRIBUTES.get((node.name, name), ())}
    if node.name == ROOTS[Part.TWO] and "Type" not in node.attributes:
        bad.add("Type")
    return [f"{node.name} has {name}={node.attributes.get(name)}" for name in sorted(bad)]


def _faults_of_leaf(node: Node, part: Part) -> list[str]:
    kind = kind_of(node.name, part)
    if node.children or node.attributes:
        return [f"{node.name} holds more than text"]
    if kind is Kind.TEXT:
        return []
    if kind is Kind.IDENTIFIER:
        is_good = bool(NCNAME.fullmatch(node.text))
    elif kind is Kind.DATE:
        is_good = is_day(node.text)
    elif kind is Kind.ROLE:
        is_good = node.text in ROLES
    else:
        is_good = mend_value(node.text, kind) == (node.text, "")
    return [] if is_good else [f"{node.name} is “{node.text}”"]
