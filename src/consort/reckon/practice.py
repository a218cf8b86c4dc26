"""Who practises with whom: everybody who is there, each time with somebody else as long as there is somebody else."""

from collections.abc import Sequence
from typing import TypeVar

Somebody = TypeVar("Somebody")


def groups(present: Sequence[Somebody], session: int) -> list[list[Somebody]]:
    """Pairs of those present, and one group of three when they are odd in number; one person alone stays alone.

    By the circle method (round robin): with an even number n, no two meet again within n - 1 sessions.
    """
    if len(present) < 4:
        return [list(present)] if present else []
    odd = [present[session % len(present)]] if len(present) % 2 else []
    even = [each for each in present if not odd or each != odd[0]]
    found = _round(even, session)
    if odd:
        found[session % len(found)].extend(odd)
    return found


def _round(people: Sequence[Somebody], session: int) -> list[list[Somebody]]:
    still, circle = people[0], list(people[1:])
    turn = session % len(circle)
    row = [still, *circle[turn:], *circle[:turn]]
    return [[row[index], row[-1 - index]] for index in range(len(row) // 2)]
