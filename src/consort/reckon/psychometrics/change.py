"""Whether a figure moved further than its own inexactness explains."""

from enum import StrEnum
from math import sqrt

CERTAIN = 1.96


class Change(StrEnum):
    """What is said of two figures instead of their difference."""

    RISEN = "risen"
    FALLEN = "fallen"
    NOTHING = "nothing beyond doubt"


def reliable_change(before: float, after: float, *, deviation: float, reliability: float) -> float:
    """RCI = (after - before) / (s sqrt(2) sqrt(1 - r)); beyond 1.96 in 1 of 20 where nothing changed.

    `deviation`: the figure's standard deviation among people, in its own points. Source: Jacobson & Truax 1991,
    Journal of Consulting and Clinical Psychology 59. Raises ValueError for a deviation or reliability that cannot be.
    """
    if deviation <= 0 or not 0 <= reliability < 1:
        raise ValueError("A deviation above 0 and a reliability from 0 to below 1 are needed.")
    return (after - before) / (deviation * sqrt(2) * sqrt(1 - reliability))


def change_of(before: float, after: float, *, deviation: float, reliability: float) -> Change:
    """The class of `reliable_change`."""
    moved = reliable_change(before, after, deviation=deviation, reliability=reliability)
    if abs(moved) < CERTAIN:
        return Change.NOTHING
    return Change.RISEN if moved > 0 else Change.FALLEN
