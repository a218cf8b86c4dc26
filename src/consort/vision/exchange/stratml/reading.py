"""Reading a StratML file, apart and within the caps."""

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from consort.core.foreign_files import read_apart
from consort.core.foreign_files.tables import remarks as remarking
from consort.core.foreign_files.tables.remarks import Remarks
from consort.vision.exchange.items import Item
from consort.vision.exchange.stratml.grammar import KNOWN_NAMESPACES, Part
from consort.vision.exchange.stratml.mending import mend
from consort.vision.exchange.stratml.parsing import parse
from consort.vision.exchange.stratml.shaping import shape
from consort.vision.exchange.stratml.tree import Node


@dataclass
class Document(Remarks):
    """A plan as it was read: the whole of it as a tree in order, and what of it has a place in the strategy."""

    tree: Node = field(default_factory=lambda: Node(""))
    part: Part = Part.ONE
    items: list[Item] = field(default_factory=list)


def bring(content: bytes) -> Document:
    """Read a file in a process of its own. Raises Unreadable."""
    found = read_apart("consort.vision.exchange.stratml.reading:as_json", content)
    items = [Item.from_json(each) for each in found["items"]]
    return Document(remarking.from_json(found["remarks"]), Node.from_json(found["tree"]), Part(found["part"]), items)


def as_json(content: bytes) -> dict[str, Any]:
    """What `read` makes of it, as JSON."""
    document = read(content)
    return {
        "tree": document.tree.to_json(),
        "part": document.part,
        "items": [item.to_json() for item in document.items],
        "remarks": remarking.to_json(document.remarks),
    }


def read(content: bytes) -> Document:
    """Read a file. Raises Unreadable when nothing of it can be read; everything else stands in the report."""
    document = Document()
    raw, namespaces = parse(content, document)
    if foreign := namespaces - KNOWN_NAMESPACES:
        document.mend(raw.line, _("The namespace %s is none of StratML; it was read all the same.") % min(foreign)[:80])
    document.tree, document.part = mend(raw, document)
    document.items = shape(document.tree, document)
    return document
