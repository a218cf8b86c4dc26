"""The middle of a handful of figures, with what it could be by chance."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import comb
from statistics import median

from consort.reckon.errors import require

FEWEST = 6
CONFIDENCE = 0.95


@dataclass(frozen=True)
class Middle:
    """A median in the unit of the values. `lower`, `upper`: two of the values, at least 95 % sure to hold it."""

    size: int
    median: float
    lower: float
    upper: float
    confidence: float


def middle(values: Sequence[float]) -> Middle:
    """The median with its interval between two order statistics, whatever the distribution.

    Six values are the fewest for which such an interval exists: raises `TooFew` below. Source: Conover 1999, Practical
    Nonparametric Statistics, section 3.2.
    """
    require("values", needed=FEWEST, given=len(values))
    ordered, size = sorted(values), len(values)
    cut = max(place for place in range(size // 2) if _held(place, size) >= CONFIDENCE)
    return Middle(size, median(ordered), ordered[cut], ordered[size - 1 - cut], _held(cut, size))


def _held(cut: int, size: int) -> float:
    """How surely the median lies between the values `cut` from either end."""
    outside: int = 2 * sum(comb(size, place) for place in range(cut + 1))
    return 1 - outside / float(2**size)
