"""Which groups of raters may have figures of their own, beside what is already known of the others."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

import numpy as np

Group = frozenset[int]


class Ledger:
    """The groups whose sums are known, for one item. A new one is entered only if no small group follows from all."""

    def __init__(self, least: int) -> None:
        self.least = least
        self.known: list[Group] = []

    def admit(self, group: Iterable[int]) -> bool:
        """Enter the group, or refuse it: if with it the sum of any group smaller than `least` could be worked out."""
        entered = [*self.known, frozenset(group)]
        if smallest_implied(entered) < self.least:
            return False
        self.known = entered
        return True


def smallest_implied(groups: Sequence[Group]) -> float:
    """The size of the smallest group whose sum lies in the row space of the groups' sums; infinite without any.

    People who are in the same groups cannot be told apart, so only unions of such sets need to be looked at.
    """
    atoms = _atoms(groups)
    sizes, free = [size for _, size in atoms], _free([membership for membership, _ in atoms], len(groups))
    unions = (union for number in range(1, len(atoms) + 1) for union in combinations(range(len(atoms)), number))
    return min((sum(sizes[at] for at in union) for union in unions if _follows(union, free)), default=float("inf"))


def fold(groups: Mapping[str, int], least: int) -> list[list[str]]:
    """Names of groups that are shown together: small ones fold into one; if that is small, with the smallest other.

    `groups`: how many answered in each. Looks at no answer. Nothing is shown when all together are too few.
    """
    large = sorted((name for name, size in groups.items() if size >= least), key=lambda name: groups[name])
    others = [name for name, size in groups.items() if 0 < size < least]
    if others and sum(groups[name] for name in others) < least:
        others, large = others + large[:1], large[1:]
    shown = [[name] for name in large]
    return [*shown, others] if sum(groups[name] for name in others) >= least else shown


def _atoms(groups: Sequence[Group]) -> list[tuple[tuple[bool, ...], int]]:
    """Sets of people who are in the same groups: (in which, how many)."""
    sizes: dict[tuple[bool, ...], int] = {}
    for person in frozenset().union(*groups):
        membership = tuple(person in group for group in groups)
        sizes[membership] = sizes.get(membership, 0) + 1
    return list(sizes.items())


def _free(memberships: Sequence[tuple[bool, ...]], groups: int) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """What the sums of the groups leave open about the sums of the atoms, shape (directions, atoms)."""
    known = np.array(memberships, dtype=np.float64).reshape(len(memberships), groups).T
    _, strengths, directions = np.linalg.svd(known)
    rank = int((strengths > 1e-9).sum())
    return np.asarray(directions[rank:], dtype=np.float64)


def _follows(union: Sequence[int], free: np.ndarray[tuple[int, int], np.dtype[np.float64]]) -> bool:
    return bool(np.allclose(free[:, list(union)].sum(axis=1), 0, atol=1e-9))
