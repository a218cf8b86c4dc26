"""Loops in what serves what. Pure."""

from collections.abc import Hashable, Iterable
from typing import TypeVar

Node = TypeVar("Node", bound=Hashable)


def way_between(ties: Iterable[tuple[Node, Node]], start: Node, goal: Node) -> list[Node]:
    """A shortest way along `ties` (from, to) from `start` to `goal`, both included; empty when there is none."""
    onward: dict[Node, list[Node]] = {}
    for source, target in ties:
        onward.setdefault(source, []).append(target)
    came_from: dict[Node, Node | None] = {start: None}
    reached = [start]
    for here in reached:
        if here == goal:
            return _back(came_from, goal)
        for there in onward.get(here, []):
            if there not in came_from:
                came_from[there] = here
                reached.append(there)
    return []


def _back(came_from: dict[Node, Node | None], goal: Node) -> list[Node]:
    way: list[Node] = []
    here: Node | None = goal
    while here is not None:
        way.append(here)
        here = came_from[here]
    return way[::-1]
