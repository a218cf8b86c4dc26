"""The mean of a few answers and how far it can be trusted."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import atan, cos, pi, sin, sqrt
from statistics import fmean, stdev

from consort.reckon.errors import require

FEWEST_PEOPLE = 3


@dataclass(frozen=True)
class Mean:
    """`low` and `high` hold the mean of many such groups 19 times in 20, if the answers are like any others."""

    people: int
    value: float
    low: float
    high: float


def mean_of(answers: Sequence[float], *, least: float, most: float) -> Mean:
    """Mean and 95 % interval (Student's t, cut off at the ends of the scale). Raises `TooFew` below three people."""
    require("people", needed=FEWEST_PEOPLE, given=len(answers))
    value, size = fmean(answers), len(answers)
    reach = t_quantile(size - 1) * stdev(answers) / sqrt(size)
    return Mean(size, value, max(least, value - reach), min(most, value + reach))


@lru_cache(maxsize=256)
def t_quantile(freedom: int) -> float:
    """The t that 97.5 % of a Student distribution with so many whole degrees of freedom stay below.

    By bisection on the exact distribution function (Abramowitz & Stegun 1964, 26.7.3 and 26.7.4), to 1e-9.
    """
    if freedom < 1:
        raise ValueError("At least one degree of freedom is needed.")
    low, high = 0.0, 13.0
    while high - low > 1e-10:
        middle = (low + high) / 2
        low, high = (middle, high) if _within(middle, freedom) < 0.95 else (low, middle)
    return (low + high) / 2


def _within(t: float, freedom: int) -> float:
    """Probability of a value between -t and t."""
    angle = atan(t / sqrt(freedom))
    term, total = (cos(angle), cos(angle)) if freedom % 2 else (1.0, 1.0)
    for step in range(3 if freedom % 2 else 2, freedom - 1, 2):
        term *= (step - 1) / step * cos(angle) ** 2
        total += term
    if freedom % 2 == 0:
        return sin(angle) * total
    return 2 / pi * (angle + (sin(angle) * total if freedom > 1 else 0.0))
