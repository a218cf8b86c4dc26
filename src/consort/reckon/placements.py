"""Where somebody stands on continuous scales, each asked several ways, and how far the own answers leave it open."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt
from statistics import fmean

from consort.reckon.distributions import f_quantile

FOUR_TIMES_IN_FIVE = 0.8
LEAST_REACH = 3.0


@dataclass(frozen=True)
class Placement:
    """The mean of the answers to one scale, 0 to 100, and the bounds between which it lies four times in five."""

    middle: float
    low: float
    high: float

    def is_apart_from(self, other: "Placement") -> bool:
        """Whether the two bars do not touch."""
        return self.high < other.low or other.high < self.low


def placements(scales: Sequence[Sequence[float]]) -> list[Placement]:
    """One placement for each scale from its answers (0 to 100, at least two each).

    The doubt is that of one person's own answers: their variance within the scales is pooled over all scales, so that
    three answers do not have to speak for themselves (Student's t with the pooled degrees of freedom). No bar is
    narrower than three steps to each side, as nobody sets a slider more exactly. Raises ValueError.
    """
    if not scales or any(len(answers) < 2 for answers in scales):
        raise ValueError("Each scale needs at least two answers.")
    freedom = sum(len(answers) - 1 for answers in scales)
    within = sum(sum((each - fmean(answers)) ** 2 for each in answers) for answers in scales) / freedom
    return [_placed(answers, t_within(freedom) * sqrt(within / len(answers))) for answers in scales]


def _placed(answers: Sequence[float], reach: float) -> Placement:
    middle, reach = fmean(answers), max(reach, LEAST_REACH)
    return Placement(middle, max(0.0, middle - reach), min(100.0, middle + reach))


@lru_cache(maxsize=64)
def t_within(freedom: int) -> float:
    """The t between whose two signs four fifths of a Student distribution lie."""
    return sqrt(f_quantile(FOUR_TIMES_IN_FIVE, 1, freedom))


def lanes(places: Sequence[float], apart: float) -> list[int]:
    """For each place a lane, so that those in one lane stand at least `apart` from one another; few lanes, in order."""
    last: list[float] = []
    found = [0] * len(places)
    for index in sorted(range(len(places)), key=lambda each: places[each]):
        lane = next((number for number, end in enumerate(last) if places[index] - end >= apart), len(last))
        last[lane : lane + 1] = [places[index]]
        found[index] = lane
    return found
