"""Stated ranges for quantities: the interval score and how often the truth fell inside."""

from collections.abc import Sequence
from dataclasses import dataclass

from consort.reckon.errors import require
from consort.reckon.forecasts.calibration import wilson_interval


@dataclass(frozen=True)
class Range:
    """A range said to hold the truth with probability `level`, and the truth. In the unit of the quantity.

    Raises ValueError when lower is above upper or the level is not between 0 and 1.
    """

    lower: float
    upper: float
    truth: float
    level: float = 0.8

    def __post_init__(self) -> None:
        if self.lower > self.upper:
            raise ValueError("The lower end of a range lies above its upper end.")
        if not 0 < self.level < 1:
            raise ValueError("The level of a range lies between 0 and 1.")


@dataclass(frozen=True)
class HitRate:
    """How many ranges held the truth, beside how many should have. `lower`, `upper`: 95 % Wilson interval."""

    ranges: int
    hits: int
    share: float
    expected: float
    lower: float
    upper: float


def interval_score(stated: Range) -> float:
    """Width, plus 2 / (1 - level) for each unit the truth lies outside; small is good, in the unit of the quantity.

    Honest ranges score best. Scores of quantities in different units must not be averaged.
    Source: Gneiting & Raftery 2007, "Strictly proper scoring rules", JASA 102.
    """
    outside = max(stated.lower - stated.truth, 0.0) + max(stated.truth - stated.upper, 0.0)
    return stated.upper - stated.lower + 2 / (1 - stated.level) * outside


def hit_rate(stated: Sequence[Range], *, fewest: int = 5) -> HitRate:
    """Share of ranges that held the truth, ends included. Raises `TooFew` below `fewest` ranges."""
    require("ranges", needed=max(1, fewest), given=len(stated))
    hits = sum(each.lower <= each.truth <= each.upper for each in stated)
    expected = sum(each.level for each in stated) / len(stated)
    lower, upper = wilson_interval(hits, len(stated))
    return HitRate(len(stated), hits, hits / len(stated), expected, lower, upper)
