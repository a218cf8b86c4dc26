"""Where an order by criteria would break: by other weights, by other scores."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from consort.reckon.criteria.weighing import EQUAL, Table, best, checked

DRAWS = 20_000
SEED = 20_18


@dataclass(frozen=True)
class WeightShift:
    """The nearest weight of one criterion at which another option draws level with the winner.

    `now` and `then` are shares of 1; the other weights keep their ratios to each other.
    """

    criterion: int
    now: float
    then: float
    option: int

    @property
    def distance(self) -> float:
        return abs(self.then - self.now)


@dataclass(frozen=True)
class ScoreShift:
    """How many points the winner would have to lose on one criterion for `option` to draw level."""

    criterion: int
    option: int
    points: float


@dataclass(frozen=True)
class Acceptability:
    """Under which share of all possible weights each option wins. `margin`: 95 % reach of the estimate."""

    shares: tuple[float, ...]
    margin: float


def weight_shifts(scores: ArrayLike, weights: ArrayLike) -> list[WeightShift]:
    """For each criterion that could change the winner, the nearest weight that does; the nearest of all first.

    Exact: with x the new weight, an option's total is x·s + (1 - x)·r, r its total on the other criteria, a straight
    line, so two options meet at one weight. Empty when options tie now, or when nothing can change the winner.
    """
    table, shares = checked(scores, weights)
    winners = best(table @ shares)
    if len(winners) > 1 or table.shape[1] < 2:
        return []
    (winner,) = winners
    found = [_nearest(table, shares, winner, criterion) for criterion in range(table.shape[1])]
    return sorted((each for each in found if each), key=lambda each: each.distance)


def _nearest(table: Table, shares: Table, winner: int, criterion: int) -> WeightShift | None:
    now = float(shares[criterion])
    if now >= 1 - EQUAL:
        rest = np.delete(table, criterion, axis=1).mean(axis=1)  # nothing is known of the others: they share equally
    else:
        others = np.delete(shares, criterion)
        rest = np.delete(table, criterion, axis=1) @ (others / others.sum())
    here = table[:, criterion]
    lead_rest, lead_here = rest[winner] - rest, here[winner] - here
    shifts = [
        WeightShift(criterion, now, float(meeting), option)
        for option in range(len(table))
        if option != winner and abs(slope := lead_here[option] - lead_rest[option]) > EQUAL
        if 0 <= (meeting := -lead_rest[option] / slope) <= 1
    ]
    return min(shifts, key=lambda each: each.distance, default=None)


def score_shifts(scores: ArrayLike, weights: ArrayLike, *, width: float) -> list[ScoreShift]:
    """Single scores of the winner that decide: by how many points each must fall for another option to draw level.

    `width` is the length of the scale; what would take more than that is left out. Fewest points first. Empty on a tie.
    """
    table, shares = checked(scores, weights)
    totals = table @ shares
    winners = best(totals)
    if len(winners) > 1 or len(table) < 2:
        return []
    (winner,) = winners
    second = max((option for option in range(len(table)) if option != winner), key=lambda option: totals[option])
    margin = float(totals[winner] - totals[second])
    found = [ScoreShift(place, second, margin / share) for place, share in enumerate(shares) if share > EQUAL]
    return sorted((each for each in found if each.points <= width), key=lambda each: each.points)


def acceptability(scores: ArrayLike, *, draws: int = DRAWS, seed: int = SEED) -> Acceptability:
    """The share of all possible weights under which each option is the best; ties count in equal parts.

    Weights are drawn evenly from the simplex. Source: Lahdelma, Hokkanen & Salminen 1998, European Journal of
    Operational Research 106 (acceptability index). The same seed gives the same figures.
    """
    table = np.asarray(scores, dtype=np.float64)
    checked(table, np.ones(table.shape[1]))
    weights = np.random.default_rng(seed).dirichlet(np.ones(table.shape[1]), size=draws)
    totals = weights @ table.T
    first = totals >= totals.max(axis=1, keepdims=True) - EQUAL
    shares = (first / first.sum(axis=1, keepdims=True)).mean(axis=0)
    return Acceptability(tuple(map(float, shares)), float(1.96 * np.sqrt(0.25 / draws)))
