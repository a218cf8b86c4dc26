"""What a slip does to everything that depends on it, by a published rule.

1. A thing with a day is expected on that day; what is promised, on the promised day; what is overdue, today at the
   earliest; what was delivered, on the day it came.
2. It is late by the days between the day it is wanted and the day it is expected.
3. What depends on late things is expected later by the longest of those delays. A promise that is earlier than the
   day it is wanted takes up as many days of delay as lie between.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID


@dataclass(frozen=True)
class Node:
    """Something that others may depend on. `expected` is the day it would come by itself, None when nobody knows."""

    key: UUID
    wanted: date | None
    expected: date | None


@dataclass(frozen=True)
class Delay:
    """By how many days a thing is late, the day on which it is expected now, and which thing passed the delay on;
    `cause` is None for its own doing."""

    days: int
    expected: date | None
    cause: UUID | None = None


NONE = Delay(0, None)


def delays(nodes: Iterable[Node], ties: Iterable[tuple[UUID, UUID]]) -> dict[UUID, Delay]:
    """The delay of each node; `ties` are (what rests, on what). A loop passes its delay on once."""
    by_key = {node.key: node for node in nodes}
    rests_on: dict[UUID, list[UUID]] = {}
    for source, target in ties:
        rests_on.setdefault(source, []).append(target)
    found: dict[UUID, Delay] = {}
    for key in by_key:
        _settle(key, by_key, rests_on, found)
    return found


def _settle(
    start: UUID, nodes: Mapping[UUID, Node], rests_on: Mapping[UUID, Iterable[UUID]], found: dict[UUID, Delay]
) -> None:
    """Walk down to what rests on nothing, then back up. Without recursion, since chains may be long."""
    path, entered = [start], {start}
    while path:
        key = path[-1]
        below = [each for each in rests_on.get(key, ()) if each in nodes]
        open_ones = [each for each in below if each not in found and each not in entered]
        if key not in found and open_ones:
            entered.add(open_ones[0])
            path.append(open_ones[0])
            continue
        path.pop()
        if key not in found:
            found[key] = _delay(nodes[key], {each: found.get(each, NONE) for each in below})


def _delay(node: Node, below: Mapping[UUID, Delay]) -> Delay:
    if node.expected is None or node.wanted is None:
        return NONE
    cause = max(below, key=lambda key: below[key].days, default=None)
    passed_on = below[cause].days if cause else 0
    expected = node.expected + timedelta(days=passed_on)
    return Delay(max((expected - node.wanted).days, 0), expected, cause if passed_on else None)
