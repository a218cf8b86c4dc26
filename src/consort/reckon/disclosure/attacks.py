"""What can be concluded about a single rating from a figure, by exact enumeration.

A pattern holds how many gave each value. All patterns that would have led to the same figure are possible to whoever
reads it: an outsider or the target, who know nothing else, or a rater, who knows the own answer.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise

Pattern = tuple[int, ...]


def patterns(people: int, points: int) -> Iterator[Pattern]:
    """All ways to spread people over points, as counts."""
    for bars in combinations(range(people + points - 1), points - 1):
        edges = (-1, *bars, people + points - 1)
        yield tuple(right - left - 1 for left, right in pairwise(edges))


def narrowest(possible: Iterable[Pattern]) -> int:
    """The fewest values that any reader can narrow somebody else's answer to, if these patterns are possible."""
    known = _views(possible)
    return min((values.bit_count() for values in known.values() if values), default=0)


def exposed(possible: Sequence[Pattern], least: int) -> list[Pattern]:
    """Those of the patterns in which some reader would know more than `least` values leave open."""
    known = _views(possible)
    narrow = {own for own, values in known.items() if values and values.bit_count() < least}
    if None in narrow:
        return list(possible)
    return [pattern for pattern in possible if any(pattern[own] for own in narrow if own is not None)]


def _views(possible: Iterable[Pattern]) -> dict[int | None, int]:
    """By own answer (None: an outsider), the values somebody else may have given, as bits."""
    known: dict[int | None, int] = {None: 0}
    for pattern in possible:
        once = _bits(pattern, 1)
        known[None] |= once
        for own, number in enumerate(pattern):
            if number:
                others = once if number > 1 else once & ~(1 << own)
                known[own] = known.get(own, 0) | others
    return known


def _bits(pattern: Pattern, least: int) -> int:
    return sum(1 << value for value, number in enumerate(pattern) if number >= least)
