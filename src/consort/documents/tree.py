"""A document as a tree of plain nodes, read from its Yjs content. Whatever the editor would not show is left out."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pycrdt import Doc, XmlElement, XmlFragment, XmlText

ROOT = "prosemirror"
DEEPEST = 24


@dataclass(frozen=True)
class Run:
    """Words of one look."""

    text: str
    strong: bool = False
    em: bool = False
    href: str = ""


@dataclass(frozen=True)
class Node:
    name: str
    level: int = 0
    children: tuple["Node | Run", ...] = ()

    @property
    def nodes(self) -> list["Node"]:
        return [child for child in self.children if isinstance(child, Node)]

    @property
    def text(self) -> str:
        """All the words in it, without their looks."""
        return "".join(_words(self))


@dataclass(frozen=True)
class Section:
    """A heading and what stands below it; words before the first heading have no title."""

    title: str
    nodes: list[Node] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(node.text for node in self.nodes)


def _words(node: Node) -> Iterator[str]:
    for child in node.children:
        if isinstance(child, Run):
            yield child.text
        elif child.name == "hard_break":
            yield "\n"
        else:
            yield child.text + ("\n" if child is not node.children[-1] else "")


def read(content: bytes) -> Node:
    """The tree of a whole document."""
    document: Doc[Any] = Doc()
    document.apply_update(content)
    fragment = document.get(ROOT, type=XmlFragment)
    return Node("doc", children=tuple(_children(fragment, 0)))


def _children(parent: XmlFragment | XmlElement, depth: int) -> Iterator[Node | Run]:
    if depth > DEEPEST:
        return
    for child in parent.children:
        if isinstance(child, XmlText):
            yield from _runs(child)
        elif isinstance(child, XmlElement) and child.tag:
            yield Node(child.tag, _level(child), tuple(_children(child, depth + 1)))


def _level(element: XmlElement) -> int:
    try:
        return min(max(int(element.attributes.get("level") or 0), 0), 4)
    except (TypeError, ValueError, OverflowError):
        return 0


def _runs(text: XmlText) -> Iterator[Run]:
    for words, marks in text.diff():
        if isinstance(words, str):
            found = marks or {}
            link = found.get("link")
            href = str(link.get("href") or "") if isinstance(link, dict) else ""
            yield Run(words, "strong" in found, "em" in found, href)


def sections(doc: Node) -> list[Section]:
    """The parts between headings of the first two levels that are used."""
    found = [Section("")]
    for node in doc.nodes:
        if node.name == "heading" and node.level <= 2:
            found.append(Section(node.text))
        else:
            found[-1].nodes.append(node)
    return [section for section in found if section.title or section.text.strip()]
