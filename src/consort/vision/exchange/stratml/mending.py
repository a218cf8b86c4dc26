"""From any tree to one that keeps to the grammar of Part 2. What has no place becomes text; nothing is lost in silence.

Part 1 is what Part 2 is without indicators, roles and some identifiers, so its documents are read into the same shape.
"""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from consort.core.foreign_files import Unreadable
from consort.core.foreign_files.tables.remarks import Remarks
from consort.vision.exchange.stratml.grammar import ATTRIBUTES, GRAMMARS, LEAVES, ROOT, ROOTS, Kind, Part, kind_of
from consort.vision.exchange.stratml.identifiers import mend_identifiers
from consort.vision.exchange.stratml.tree import Node, leaf
from consort.vision.exchange.stratml.values import mend_value

GRAMMAR = GRAMMARS[Part.TWO]
NAMES = {name.casefold(): name for name in (*LEAVES, *GRAMMAR)}
SHELVES = ("OtherInformation", "Description", "Name")


def mend(raw: Node, remarks: Remarks) -> tuple[Node, Part]:
    """The document and the part it was written in. Raises Unreadable for what is no StratML."""
    parts = {root.casefold(): part for part, root in ROOTS.items()}
    part = parts.get(raw.name.casefold())
    if part is None:
        raise Unreadable(
            _("This is not a StratML plan: it begins with “%s”. Nothing was read.") % raw.name[:60], raw.line
        )
    root = Node(ROOT, raw.text, raw.children, raw.attributes, raw.line)
    if part is Part.TWO and not raw.attributes.get("Type"):
        remarks.mend(raw.line, _("The plan does not say which type it is; it is taken for a strategic plan."))
    _bring_submitter_out(root)
    _gather_core(root, remarks)
    mended, leftovers = _Mender(remarks).element(root, _("Plan"))
    mended.attributes.setdefault("Type", "Strategic_Plan")
    _shelve(mended, leftovers)
    mend_identifiers(mended, remarks)
    return mended, part


def _bring_submitter_out(root: Node) -> None:
    """In Part 1 it is a child of the administrative information, in Part 2 its sibling."""
    for administrative in root.all("AdministrativeInformation"):
        submitters = administrative.all("Submitter")
        administrative.children = [each for each in administrative.children if each not in submitters]
        root.children += submitters


def _gather_core(root: Node, remarks: Remarks) -> None:
    """Goals and the like that stand directly in the plan belong into its core."""
    core = {place.name for place in GRAMMAR["StrategicPlanCore"]}
    astray = [child for child in root.children if NAMES.get(child.name.casefold()) in core]
    if not root.first("StrategicPlanCore") and astray:
        remarks.mend(astray[0].line, _("The core of the plan was not marked as such."))
        root.children = [child for child in root.children if child not in astray]
        root.children.append(Node("StrategicPlanCore", children=astray, line=astray[0].line))


class _Mender:
    def __init__(self, remarks: Remarks) -> None:
        self.remarks = remarks

    def element(self, raw: Node, path: str) -> tuple[Node, list[str]]:
        """The element in order, and the texts that found no place in it."""
        node = Node(raw.name, line=raw.line)
        leftovers = [raw.text.strip()] if raw.text.strip() else []
        leftovers += self._attributes(raw, node, path)
        found = self._children(raw, path, leftovers)
        self._order(raw, found, path)
        for place in GRAMMAR[raw.name]:
            kept, over = found.get(place.name, []), []
            if place.most is not None and len(kept) > place.most:
                kept, over = kept[: place.most], kept[place.most :]
                self._more_than_once(over, place.name, path)
            leftovers += [text for each in over if (text := each.everything())]
            node.children += kept
            if len(kept) < place.least:
                self._add_missing(node, place.name, path)
        return node, _shelve(node, leftovers)

    def _children(self, raw: Node, path: str, leftovers: list[str]) -> dict[str, list[Node]]:
        """The children by name, each mended."""
        allowed = {place.name for place in GRAMMAR[raw.name]}
        found: dict[str, list[Node]] = {}
        for child in raw.children:
            name = NAMES.get(child.name.casefold(), "")
            if name not in allowed:
                leftovers += self._unknown(child, path)
                continue
            mended, over = self._child(child, name, f"{path} › {_called(name, len(found.get(name, [])) + 1)}")
            leftovers += over
            if kind_of(name, Part.TWO) is Kind.ROLE and not mended.text:
                continue  # a role that names none may not stand
            found.setdefault(name, []).append(mended)
        return found

    def _child(self, raw: Node, name: str, path: str) -> tuple[Node, list[str]]:
        renamed = Node(name, raw.text, raw.children, raw.attributes, raw.line)
        return self._leaf(renamed, path) if name in LEAVES else self.element(renamed, path)

    def _leaf(self, raw: Node, path: str) -> tuple[Node, list[str]]:
        if raw.children:
            self._mend(raw, path, _("markup within a text was read as text"))
            raw = Node(raw.name, raw.everything(), line=raw.line)
        kind = kind_of(raw.name, Part.TWO)
        value, over = mend_value(raw.text, kind)
        if over:
            self._mend(raw, path, _("“%s” is no %s; it is kept as text") % (raw.text.strip()[:60], _kinds()[kind]))
        elif value != raw.text:
            self._mend(raw, path, _("“%s” was read as %s") % (raw.text.strip()[:60], value))
        return Node(raw.name, value, line=raw.line), [f"{raw.name}: {over}"] if over else []

    def _attributes(self, raw: Node, node: Node, path: str) -> list[str]:
        leftovers = []
        for name, value in raw.attributes.items():
            allowed = ATTRIBUTES.get((raw.name, name))
            fitting = _fitting(value, allowed or ())
            if fitting:
                node.attributes[name] = fitting
            elif value.strip():
                self._mend(raw, path, _("%s=“%s” has no place and is kept as text") % (name, value[:60]))
                leftovers.append(f"{name}: {value}")
        return leftovers

    def _unknown(self, child: Node, path: str) -> list[str]:
        text = child.everything()
        if text:
            self._mend(child, path, _("“%s” does not belong here; its text is kept") % child.name[:60])
        else:
            self._mend(child, path, _("an empty “%s” does not belong here and was left out") % child.name[:60])
        return [text] if text else []

    def _order(self, raw: Node, found: dict[str, list[Node]], path: str) -> None:
        given = [name for child in raw.children if (name := NAMES.get(child.name.casefold(), "")) in found]
        order = [place.name for place in GRAMMAR[raw.name]]
        if given != sorted(given, key=order.index):
            self._mend(raw, path, _("its parts were put into their order"))

    def _more_than_once(self, over: Iterable[Node], name: str, path: str) -> None:
        for each in over:
            self._mend(each, path, _("there is more than one “%s”; the others are kept as text") % name)

    def _add_missing(self, node: Node, name: str, path: str) -> None:
        if name == "Goal":
            self._mend(node, path, _("the plan has no goals"))
            return
        if name not in LEAVES:
            node.children.append(Node(name, line=node.line))
        else:
            node.children.append(leaf(name, ""))
        self._mend(node, path, _("“%s” is missing and stands empty") % name)

    def _mend(self, node: Node, path: str, words: str) -> None:
        self.remarks.mend(node.line, f"{path}: {words}.")


def _called(name: str, number: int) -> str:
    return f"{name} {number}" if name in {"Goal", "Objective", "PerformanceIndicator", "MeasurementInstance"} else name


def _fitting(value: str, allowed: tuple[str, ...]) -> str:
    """The allowed value that is meant: `generic group` is Generic_Group."""
    meant = value.strip().casefold().replace(" ", "_").replace("-", "_")
    return next((each for each in allowed if each.casefold() == meant), "")


def _shelve(node: Node, texts: list[str]) -> list[str]:
    """Put texts without a place into the first element that takes any; give back those that found none."""
    places = [place.name for place in GRAMMAR[node.name]]
    shelf = next((name for name in SHELVES if name in places), None)
    if not texts or shelf is None:
        return texts
    standing = node.first(shelf)
    if standing is None:
        standing = leaf(shelf, "")
        node.children.append(standing)
        node.children.sort(key=lambda child: places.index(child.name))
    standing.text = "\n".join(text for text in (standing.text, *texts) if text.strip())
    return []


def _kinds() -> dict[Kind, str]:
    return {
        Kind.DATE_OR_NOTHING: _("date"),
        Kind.NUMBER_OR_NOTHING: _("number"),
        Kind.ROLE: _("role"),
        Kind.ADDRESS: _("address"),
    }
