"""The weighted sum: for one set of weights, and for each leader's own.

Scores stand on one scale that was fixed before scoring (say 0 to 10) and are never stretched to the options at hand, so
that an option which is added or dropped changes no other option's total.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

Table: TypeAlias = NDArray[np.float64]
EQUAL = 1e-9


@dataclass(frozen=True)
class Weighed:
    """`totals`: one per option, on the scale of the scores. `tiers`: options from best to worst, ties together."""

    totals: tuple[float, ...]
    tiers: tuple[tuple[int, ...], ...]

    @property
    def winners(self) -> tuple[int, ...]:
        return self.tiers[0]


def shared_scores(by_person: ArrayLike) -> Table:
    """The mean of what each person gave, shape (people, options, criteria) to (options, criteria).

    NaN where a person gave nothing; a cell that nobody scored stays NaN.
    """
    given = np.asarray(by_person, dtype=np.float64)
    counts = (~np.isnan(given)).sum(axis=0)
    with np.errstate(invalid="ignore"):
        return np.where(counts > 0, np.nansum(given, axis=0) / np.maximum(counts, 1), np.nan)


def weigh(scores: ArrayLike, weights: ArrayLike) -> Weighed:
    """Totals of options: `scores` of shape (options, criteria), `weights` of shape (criteria,), of which ratios count.

    Raises ValueError for unscored cells, for weights that are negative or all zero, and for shapes that do not fit.
    """
    table, shares = checked(scores, weights)
    totals = table @ shares
    return Weighed(tuple(map(float, totals)), tiers_of(totals))


def weigh_each(scores: ArrayLike, weights: ArrayLike) -> list[Weighed]:
    """The same scores under the weights of each leader, shape (people, criteria). Errors as `weigh`."""
    return [weigh(scores, one) for one in np.asarray(weights, dtype=np.float64)]


def checked(scores: ArrayLike, weights: ArrayLike) -> tuple[Table, Table]:
    """Scores and weights as tables, the weights adding up to 1."""
    table, heavy = np.asarray(scores, dtype=np.float64), np.asarray(weights, dtype=np.float64)
    if table.ndim != 2 or heavy.shape != table.shape[1:] or not table.size:
        raise ValueError(f"Scores of shape {table.shape} do not fit weights of shape {heavy.shape}.")
    if not np.isfinite(table).all():
        raise ValueError("Every option needs a score on every criterion.")
    if not np.isfinite(heavy).all() or (heavy < 0).any() or heavy.sum() <= 0:
        raise ValueError("Weights are not negative, and at least one is above zero.")
    return table, heavy / heavy.sum()


def tiers_of(totals: Table) -> tuple[tuple[int, ...], ...]:
    """Options from the highest total down; totals nearer than rounding errors are one tier."""
    tiers: list[list[int]] = []
    for option in sorted(range(len(totals)), key=lambda each: (-totals[each], each)):
        if tiers and totals[tiers[-1][0]] - totals[option] <= EQUAL:
            tiers[-1].append(option)
        else:
            tiers.append([option])
    return tuple(map(tuple, tiers))


def best(totals: Sequence[float] | Table) -> set[int]:
    """All options that share the highest total."""
    return set(tiers_of(np.asarray(totals, dtype=np.float64))[0])
