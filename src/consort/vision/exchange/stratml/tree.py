"""A StratML document as a tree that knows nothing of XML."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Self


@dataclass
class Node:
    """An element: text when it is a leaf, children when it is not. `line` is where it stood in the file, 0 if new."""

    name: str
    text: str = ""
    children: list["Node"] = field(default_factory=list)
    attributes: dict[str, str] = field(default_factory=dict)
    line: int = 0

    def all(self, name: str) -> list["Node"]:
        return [child for child in self.children if child.name == name]

    def first(self, name: str) -> "Node | None":
        return next(iter(self.all(name)), None)

    def said(self, *way: str) -> str:
        """The text at the end of `way`, empty where there is none."""
        node: Node | None = self
        for name in way:
            node = node.first(name) if node else None
        return node.text if node else ""

    def walk(self) -> Iterator["Node"]:
        yield self
        for child in self.children:
            yield from child.walk()

    def everything(self) -> str:
        """All text below, one line each."""
        return "\n".join(text for node in self.walk() if (text := node.text.strip()))

    def to_json(self) -> list[Any]:
        return [self.name, self.text, [child.to_json() for child in self.children], self.attributes, self.line]

    @classmethod
    def from_json(cls, found: list[Any]) -> Self:
        name, text, children, attributes, line = found
        return cls(name, text, [cls.from_json(child) for child in children], dict(attributes), line)

    def copy(self) -> "Node":
        return Node.from_json(self.to_json())


def leaf(name: str, text: str) -> Node:
    return Node(name, text)
