"""How exactly a figure about a person may be printed."""

from dataclasses import dataclass
from math import sqrt

from consort.reckon.psychometrics.change import CERTAIN

NUMBER_FROM = 0.60


@dataclass(frozen=True)
class Printed:
    """`value` is None where only the band may be shown. `low` and `high` hold the true figure 19 times in 20."""

    people: int
    reliability: float
    value: float | None
    low: float
    high: float


def printed(value: float, *, people: int, least: int, deviation: float, reliability: float) -> Printed | None:
    """What is shown of a figure: its number from a reliability of .60, a band below, nothing under `least` people.

    `deviation`: the standard deviation of such figures among people; the band is value +- 1.96 s sqrt(1 - r).
    """
    if people < least:
        return None
    reach = CERTAIN * deviation * sqrt(1 - min(1.0, max(0.0, reliability)))
    number = value if reliability >= NUMBER_FROM else None
    return Printed(people, reliability, number, value - reach, value + reach)
