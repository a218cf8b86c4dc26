"""Agreement of ratings on one scale: average deviation and the r_wg family, with exact critical values."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import combinations, pairwise
from math import comb, factorial, prod

import numpy as np
from numpy.typing import ArrayLike, NDArray

from consort.reckon.errors import require

FEWEST_PEOPLE = 3
MOST_PATTERNS = 60_000
LEVEL = Fraction(1, 20)
Pattern = tuple[int, ...]


@dataclass(frozen=True)
class ScaleAgreement:
    """Ratings of one item. `critical_*`: what chance alone reaches in at most 5 %.

    They are None where even full agreement is likelier than that (three people, three points), and for groups too
    large to enumerate (above about 30 people on five points), where chance hardly matters.
    `beyond_chance`: r_wg reaches its critical value, None where there is none.
    """

    people: int
    points: int
    average_deviation: float
    critical_deviation: float | None
    r_wg: float
    critical_r_wg: float | None
    beyond_chance: bool | None


def scale_agreement(ratings: Sequence[float], *, points: int) -> ScaleAgreement:
    """All figures at once. `ratings`: one for each person on a scale of `points` steps of one.

    Raises `TooFew` below three people, ValueError when the ratings span more than the scale.
    """
    values = _values(ratings)
    if values.max() - values.min() > points - 1:
        raise ValueError(f"The ratings span more than {points} points.")
    within, critical = r_wg(ratings, points=points), critical_r_wg(len(ratings), points)
    beyond = None if critical is None else within >= critical - 1e-9
    deviation = average_deviation(ratings)
    limit = critical_deviation(len(ratings), points)
    return ScaleAgreement(len(ratings), points, deviation, limit, within, critical, beyond)


def average_deviation(ratings: Sequence[float]) -> float:
    """AD_M: mean distance from the mean, in points of the scale; 0 is full agreement.

    Source: Burke, Finkelstein & Dusig 1999, "On average deviation indices for estimating interrater agreement",
    Organizational Research Methods 2. Raises `TooFew` below three people.
    """
    values = _values(ratings)
    return float(np.abs(values - values.mean()).mean())


def r_wg(ratings: Sequence[float], *, points: int) -> float:
    """1 - s^2 / ((c^2 - 1) / 12), s^2 with n - 1; negative values are set to 0.

    1 is full agreement, 0 no more than people who answer at random on a scale of c points.
    Source: James, Demaree & Wolf 1984, Journal of Applied Psychology 69. Raises `TooFew` below three people.
    """
    return max(0.0, 1 - float(_values(ratings).var(ddof=1)) / _random_variance(points))


def r_wg_j(ratings: ArrayLike, *, points: int) -> float:
    """r_wg(j) over J parallel items, shape (people, items): J (1 - q) / (J (1 - q) + q).

    q is the mean s^2 over the random variance.
    More items raise it whatever the agreement; beside it stands `lindell_r_wg`, which they do not.
    Negative values are set to 0. Source: James, Demaree & Wolf 1984. Raises `TooFew` below three people.
    """
    share, items = _variance_share(ratings, points)
    agreed = items * (1 - share)
    return agreed / (agreed + share) if agreed > 0 else 0.0


def lindell_r_wg(ratings: ArrayLike, *, points: int) -> float:
    """Lindell's r*_wg over items, shape (people, items): 1 - mean s^2 / random variance; may be negative.

    Source: Lindell, Brandt & Whitney 1999, "A revised index of interrater agreement for multi-item ratings of a
    single target", Applied Psychological Measurement 23. Raises `TooFew` below three people.
    """
    return 1 - _variance_share(ratings, points)[0]


def critical_r_wg(people: int, points: int, *, level: Fraction = LEVEL) -> float | None:
    """Smallest r_wg that random answers reach with probability at most `level`, exactly.

    Random: everybody picks any point with equal probability. None as in `ScaleAgreement`.
    Raises `TooFew` below three people.
    """
    smallest = _critical(people, points, _spread, level)
    return None if smallest is None else _r_wg_of_spread(smallest, people, points)


def critical_deviation(people: int, points: int, *, level: Fraction = LEVEL) -> float | None:
    """Largest average deviation that random answers stay within with probability at most `level`, exactly."""
    largest = _critical(people, points, _distance, level)
    return None if largest is None else largest / people**2


def chance_of(value: float, people: int, points: int) -> float:
    """Probability that random answers reach an r_wg of `value` or more, exactly. Errors as `critical_r_wg`.

    Raises ValueError if the patterns are too many to enumerate.
    """
    distribution = _distribution(people, points, _spread)
    if distribution is None:
        raise ValueError("Too many patterns of answers to enumerate.")
    reached = (ways for spread, ways in distribution if _r_wg_of_spread(spread, people, points) >= value - 1e-9)
    return float(Fraction(sum(reached), points**people))


def _values(ratings: Sequence[float]) -> NDArray[np.float64]:
    require("people", needed=FEWEST_PEOPLE, given=len(ratings))
    return np.asarray(ratings, dtype=np.float64)


def _random_variance(points: int) -> float:
    if points < 2:
        raise ValueError("A scale has at least two points.")
    return (points**2 - 1) / 12


def _variance_share(ratings: ArrayLike, points: int) -> tuple[float, int]:
    table = np.asarray(ratings, dtype=np.float64)
    if table.ndim != 2 or table.shape[1] < 1:
        raise ValueError("Ratings have the shape (people, items).")
    require("people", needed=FEWEST_PEOPLE, given=table.shape[0])
    return float(table.var(axis=0, ddof=1).mean()) / _random_variance(points), table.shape[1]


def _patterns(people: int, points: int) -> Iterator[Pattern]:
    """All ways to spread people over points, as counts."""
    for bars in combinations(range(people + points - 1), points - 1):
        edges = (-1, *bars, people + points - 1)
        yield tuple(right - left - 1 for left, right in pairwise(edges))


def _spread(pattern: Pattern) -> int:
    """n (n - 1) s^2, a whole number."""
    total = sum(place * number for place, number in enumerate(pattern))
    return sum(pattern) * sum(place**2 * number for place, number in enumerate(pattern)) - total**2


def _distance(pattern: Pattern) -> int:
    """n^2 AD_M, a whole number."""
    people, total = sum(pattern), sum(place * number for place, number in enumerate(pattern))
    return sum(number * abs(people * place - total) for place, number in enumerate(pattern))


def _r_wg_of_spread(spread: int, people: int, points: int) -> float:
    return max(0.0, 1 - spread / (people * (people - 1)) / _random_variance(points))


@lru_cache(maxsize=256)
def _distribution(people: int, points: int, measure: Callable[[Pattern], int]) -> tuple[tuple[int, int], ...] | None:
    """(measure, number of equally likely answers that give it), smallest measure first."""
    require("people", needed=FEWEST_PEOPLE, given=people)
    _random_variance(points)
    if comb(people + points - 1, points - 1) > MOST_PATTERNS:
        return None
    ways: dict[int, int] = {}
    for pattern in _patterns(people, points):
        value, answers = measure(pattern), factorial(people) // prod(map(factorial, pattern))
        ways[value] = ways.get(value, 0) + answers
    return tuple(sorted(ways.items()))


def _critical(people: int, points: int, measure: Callable[[Pattern], int], level: Fraction) -> int | None:
    """Largest measure that random answers stay within with probability at most `level`; None if there is none."""
    distribution = _distribution(people, points, measure)
    if distribution is None:
        return None
    within, critical = 0, None
    for value, ways in distribution:
        within += ways
        if Fraction(within, points**people) > level:
            break
        critical = value
    return critical
