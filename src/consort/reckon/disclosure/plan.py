"""Which form of a rating's figure is shown: all counts, the mean in half points, or nothing.

The plan is made for a number of people and points before any answer is looked at: every possible set of answers is
placed in the finest form in which no reader can narrow an answer to fewer than three values. That a finer form was not
shown tells something too; the plan counts it in, because what shares a form shares what can be concluded from it.
"""

from collections import defaultdict
from collections.abc import Sequence
from enum import IntEnum
from fractions import Fraction
from functools import lru_cache
from math import comb, floor

from consort.reckon.disclosure.attacks import Pattern, exposed, narrowest, patterns

FEWEST_VALUES = 3
FEWEST_RATERS = 3
DISTRIBUTIONS_FROM = 5
MOST_PATTERNS = 4_000  # 15 people on five points


class Shown(IntEnum):
    """The forms, finest last."""

    NOTHING = 0
    HALF_POINTS = 1
    COUNTS = 2


Classes = dict[object, list[Pattern]]


def shown(counts: Sequence[int]) -> Shown:
    """The form in which the ratings may be shown. `counts`: how many gave each point.

    Up to 15 people on five points by the plan; above that by looking at the answers, because so many of them stay
    possible there that a finer form refused tells next to nothing about one.
    """
    people, points, pattern = sum(counts), len(counts), tuple(counts)
    if people < FEWEST_RATERS or points < FEWEST_VALUES:
        return Shown.NOTHING
    if comb(people + points - 1, points - 1) <= MOST_PATTERNS:
        return plan(people, points)[pattern]
    if people >= DISTRIBUTIONS_FROM and narrowest([pattern]) >= FEWEST_VALUES:
        return Shown.COUNTS
    return _among_many(pattern)


@lru_cache(maxsize=128)
def plan(people: int, points: int) -> dict[Pattern, Shown]:
    """The form of every possible set of answers. Whatever is shown, `FEWEST_VALUES` stay possible for everybody."""
    finest = Shown.COUNTS if people >= DISTRIBUTIONS_FROM else Shown.HALF_POINTS
    forms = dict.fromkeys(patterns(people, points), finest)
    while _coarsened(forms) or _joined(forms):
        pass
    return forms


def half_points(pattern: Sequence[int]) -> Fraction:
    """The mean in half points above the lowest point, halves of them upwards."""
    total = sum(value * number for value, number in enumerate(pattern))
    return Fraction(floor(Fraction(2 * total, sum(pattern)) + Fraction(1, 2)), 2)


def _figure(pattern: Pattern, form: Shown) -> object:
    """What a reader sees."""
    match form:
        case Shown.COUNTS:
            return form, pattern
        case Shown.HALF_POINTS:
            return form, half_points(pattern)
        case _:
            return form


def _classes(forms: dict[Pattern, Shown]) -> Classes:
    """The sets of answers that look the same."""
    classes: Classes = defaultdict(list)
    for pattern, form in forms.items():
        classes[_figure(pattern, form)].append(pattern)
    return classes


def _coarsened(forms: dict[Pattern, Shown]) -> bool:
    """Move what is exposed to the next coarser form. Gives whether anything moved."""
    moved = False
    for alike in _classes(forms).values():
        if forms[alike[0]] is not Shown.NOTHING:
            for pattern in exposed(alike, FEWEST_VALUES):
                forms[pattern], moved = Shown(forms[pattern] - 1), True
    return moved


def _joined(forms: dict[Pattern, Shown]) -> bool:
    """Where even "nothing is shown" would tell too much, hide the smallest class of means too. Gives whether it did."""
    classes = _classes(forms)
    hidden = classes.pop(Shown.NOTHING, [])
    if not hidden or narrowest(hidden) >= FEWEST_VALUES or not classes:
        return False
    for pattern in min(classes.values(), key=lambda alike: (forms[alike[0]], len(alike))):
        forms[pattern] = Shown.NOTHING
    return True


def _among_many(pattern: Pattern) -> Shown:
    """Half points among many, unless the mean stands so near an end that nearly all must have answered alike."""
    mean, top = half_points(pattern), Fraction(len(pattern) - 1)
    return Shown.HALF_POINTS if Fraction(1, 2) < mean < top - Fraction(1, 2) else Shown.NOTHING
