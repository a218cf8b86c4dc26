"""Intraclass correlations: how alike raters rate the same targets (Shrout & Fleiss 1979, Psychological Bulletin 86)."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from consort.reckon.distributions import f_quantile
from consort.reckon.errors import require

FEWEST_TARGETS = 2
FEWEST_RATERS = 2
LEVEL = 0.975


@dataclass(frozen=True)
class Estimate:
    """`low` and `high`: a 95 % interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True)
class RaterAgreement:
    """All six. `one_*`: of a single rater; `mean_*`: of the mean of all `raters`.

    `way`: each target has raters of its own; `random`: the same raters, a sample of many, and their level counts;
    `fixed`: the same raters, and only the order of the targets counts.
    """

    targets: int
    raters: int
    one_way: Estimate
    one_random: Estimate
    one_fixed: Estimate
    mean_way: Estimate
    mean_random: Estimate
    mean_fixed: Estimate


@dataclass(frozen=True)
class _Squares:
    """Mean squares between targets, within targets, between raters, and what is left."""

    targets: int
    raters: int
    between: float
    within: float
    level: float
    left: float

    @property
    def freedom(self) -> tuple[int, int]:
        return self.targets - 1, (self.targets - 1) * (self.raters - 1)


def rater_agreement(ratings: ArrayLike) -> RaterAgreement:
    """`ratings`: shape (targets, raters), no gaps. Intervals after McGraw & Wong 1996, Psychological Methods 1.

    Raises `TooFew` below two targets or raters, ValueError where nothing differs within the targets.
    """
    squares = _squares(ratings)
    within = squares.targets - 1, squares.targets * (squares.raters - 1)
    one_way = _from_ratio(squares.between / squares.within, within, squares.raters)
    one_fixed = _from_ratio(squares.between / squares.left, squares.freedom, squares.raters)
    one_random = _random(squares)
    singles = one_way, one_random, one_fixed
    return RaterAgreement(
        squares.targets, squares.raters, *singles, *(_stepped_up(each, squares.raters) for each in singles)
    )


def _squares(ratings: ArrayLike) -> _Squares:
    table = np.asarray(ratings, dtype=np.float64)
    if table.ndim != 2 or np.isnan(table).any():
        raise ValueError("Ratings have the shape (targets, raters), without gaps.")
    targets, raters = table.shape
    require("targets", needed=FEWEST_TARGETS, given=targets)
    require("raters", needed=FEWEST_RATERS, given=raters)
    between, level = raters * table.mean(axis=1).var(ddof=1), targets * table.mean(axis=0).var(ddof=1)
    within = table.var(axis=1, ddof=1).mean()
    left = (within * targets * (raters - 1) - level * (raters - 1)) / ((targets - 1) * (raters - 1))
    if left <= 1e-12 * (between + within):
        raise ValueError("The raters differ in nothing but their level.")
    return _Squares(targets, raters, float(between), float(within), float(level), float(left))


def _from_ratio(ratio: float, freedom: tuple[int, int], raters: int) -> Estimate:
    low = ratio / f_quantile(LEVEL, *freedom)
    high = ratio * f_quantile(LEVEL, freedom[1], freedom[0])
    return Estimate(*((each - 1) / (each + raters - 1) for each in (ratio, low, high)))


def _random(squares: _Squares) -> Estimate:
    """Two-way random effects, absolute agreement."""
    value = _absolute(squares, squares.between, squares.left)
    freedom = _satterthwaite(squares, value)
    down = f_quantile(LEVEL, squares.targets - 1, freedom)
    up = f_quantile(LEVEL, freedom, squares.targets - 1)
    return Estimate(value, _scaled(squares, 1.0, down), _scaled(squares, up, 1.0))


def _absolute(squares: _Squares, between: float, left: float) -> float:
    targets, raters = squares.targets, squares.raters
    return (between - left) / (between + (raters - 1) * left + raters * (squares.level - left) / targets)


def _satterthwaite(squares: _Squares, value: float) -> float:
    targets, raters = squares.targets, squares.raters
    level = raters * value * squares.level
    left = (targets * (1 + (raters - 1) * value) - raters * value) * squares.left
    return (level + left) ** 2 / (level**2 / (raters - 1) + left**2 / squares.freedom[1])


def _scaled(squares: _Squares, between: float, left: float) -> float:
    """An end of the interval: both mean squares moved by the quantile of F."""
    targets, raters = squares.targets, squares.raters
    others = raters * squares.level + (raters * targets - raters - targets) * squares.left
    moved = between * squares.between
    return targets * (moved - left * squares.left) / (left * others + targets * moved)


def _stepped_up(one: Estimate, raters: int) -> Estimate:
    """Of the mean of all raters (Spearman & Brown)."""
    return Estimate(*(raters * each / (1 + (raters - 1) * each) for each in (one.value, one.low, one.high)))
