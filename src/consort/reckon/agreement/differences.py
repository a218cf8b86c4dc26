"""Where an order is not shared: how far each person stands from the middle, and what is worth talking about."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

FAR = 3.0


@dataclass(frozen=True)
class Difference:
    """One item. `spread`: the mean distance from the middle, in places; `range`: from the best to the worst place.

    `speakers`: the people (row indexes) farthest from the middle, at most two; `is_open`: somebody stands at least
    three places from it.
    """

    item: int
    middle: float
    spread: float
    range: float
    speakers: tuple[int, ...]
    is_open: bool


def distances(ranks: ArrayLike) -> list[list[float]]:
    """How far each rank lies from the median of its item, in places. Shape (people, items), as the ranks."""
    table = np.asarray(ranks, dtype=np.float64)
    found: list[list[float]] = np.abs(table - np.median(table, axis=0)).tolist()
    return found


def differences(ranks: ArrayLike) -> list[Difference]:
    """Every item, the most disputed first; equal ones in the order in which they came.

    `ranks`: shape (people, items), smaller is better. Of those equally far from the middle the first rows speak.
    """
    table = np.asarray(ranks, dtype=np.float64)
    away = np.asarray(distances(ranks))
    found = [_difference(item, table[:, item], away[:, item]) for item in range(table.shape[1])]
    return sorted(found, key=lambda each: (-each.is_open, -each.spread, -each.range))


def shares_of_time(spreads: list[float], minutes: int) -> list[int]:
    """Whole minutes by spread, at least one each, together `minutes`; the largest remainders are rounded up."""
    if not spreads:
        return []
    left, total = minutes - len(spreads), sum(spreads) or 1.0
    exact = [left * spread / total for spread in spreads]
    floors = [int(share) for share in exact]
    by_remainder = sorted(range(len(exact)), key=lambda at: floors[at] - exact[at])
    extra = set(by_remainder[: max(left - sum(floors), 0)])
    return [1 + floor + (at in extra) for at, floor in enumerate(floors)]


def _difference(item: int, places: np.ndarray, away: np.ndarray) -> Difference:
    order = sorted(range(len(away)), key=lambda row: -away[row])
    speakers = tuple(row for row in order[:2] if away[row] > 0)
    reach = float(places.max() - places.min())
    return Difference(item, float(np.median(places)), float(away.mean()), reach, speakers, bool(away.max() >= FAR))
