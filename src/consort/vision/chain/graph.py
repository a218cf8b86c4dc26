"""Nodes and what leads from one to another: ways up, what lies below, an outline of it. Pure.

Every node may lead up to several others, so it can be come to in several ways; it is counted once and drawn once.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple
from uuid import UUID


class Node(NamedTuple):
    """`id` is the 32 digits of a UUID: as text it is compared ten times as fast, and there are thousands."""

    kind: str
    id: str

    @property
    def uuid(self) -> UUID:
        return UUID(self.id)


class Edge(NamedTuple):
    """`child` serves, carries out or belongs to `parent`, among whose children it stands at `place`."""

    child: Node
    parent: Node
    place: int = 0


@dataclass(frozen=True)
class Twig:
    """A node in an outline. `more` of its children are not drawn; `again`: its children stand elsewhere in it."""

    node: Node
    twigs: list["Twig"] = field(default_factory=list)
    more: int = 0
    again: bool = False


class Graph:
    """What leads to what, without loops as far as `below` and `ways` go: a node they came from is not entered."""

    def __init__(self, edges: Iterable[Edge], order: Iterable[str] = ()) -> None:
        """`order`: which kinds stand first among the children of a node."""
        rank = {kind: number for number, kind in enumerate(order)}
        self._children: dict[Node, dict[Node, tuple[int, int]]] = {}
        self._parents: dict[Node, dict[Node, None]] = {}
        for child, parent, place in edges:
            self._children.setdefault(parent, {})[child] = (rank.get(child.kind, len(rank)), place)
            self._parents.setdefault(child, {})[parent] = None

    def children(self, node: Node) -> list[Node]:
        places = self._children.get(node, {})
        return sorted(places, key=places.__getitem__)

    def parents(self, node: Node) -> list[Node]:
        return list(self._parents.get(node, ()))

    def below(self, start: Node) -> Iterator[Node]:
        """Everything that leads up to `start`, nearest first, each node once, without `start`."""
        seen, reached = {start}, [start]
        for node in reached:
            fresh = [child for child in self._children.get(node, ()) if child not in seen]
            seen.update(fresh)
            reached += fresh
            yield from fresh

    def count_below(self, start: Node) -> Counter[str]:
        """How many nodes of each kind lie below."""
        return Counter(node.kind for node in self.below(start))

    def ways(self, start: Node, most: int) -> list[list[Node]]:
        """The ways from the top down to `start`, at most so many, each from its topmost node to the one above it."""
        ways: list[list[Node]] = []
        open_ways = [[start]]
        while open_ways and len(ways) < most:
            way = open_ways.pop()
            onward = [parent for parent in self.parents(way[-1]) if parent not in way]
            if onward:
                open_ways += [[*way, parent] for parent in reversed(onward)]
            elif len(way) > 1:
                ways.append(way[:0:-1])
        return ways

    def outline(self, start: Node, room: int, widest: int, skip: int = 0) -> Twig:
        """What lies below `start` as a tree of at most about `room` nodes, at most `widest` children of each.

        Levels are filled from above; `skip` leaves out the first children of `start`.
        """
        shown: dict[Node, list[Node]] = {}
        placed, waiting = {start}, [start]
        for node in waiting:
            children = self.children(node)[skip if node == start else 0 :][:widest]
            if node != start and len(placed) + len(children) > room:
                continue
            shown[node] = children
            fresh = [child for child in children if child not in placed]
            placed.update(fresh)
            waiting += fresh
        return self._twig(start, shown, set(), skip)

    def _twig(self, node: Node, shown: dict[Node, list[Node]], drawn: set[Node], skip: int) -> Twig:
        drawn.add(node)
        children = shown.get(node, [])
        more = len(self._children.get(node, ())) - len(children) - skip
        twigs = [
            Twig(child, again=True) if child in drawn else self._twig(child, shown, drawn, 0) for child in children
        ]
        return Twig(node, twigs, more)
