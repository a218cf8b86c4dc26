"""Whether a team's figures say more than chance. Tests that hold for teams as small as four.

The usual t test (Lashley & Bond 1997) cannot reach 5 % for the perceiver and target variance below seven people.
"""

from dataclasses import dataclass
from functools import lru_cache
from math import inf
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from consort.reckon.distributions import f_below, f_quantile
from consort.reckon.relations.components import Components, decompose
from consort.reckon.relations.pattern import Pattern

Numbers = NDArray[np.float64]
Side = Literal["perceiver", "target"]
SIDES: dict[Side, int] = {"perceiver": 0, "target": 1}
DRAWS = 4_000
SEED = 1979
NEAREST = 20  # the null is simulated for reciprocities in steps of 1/20
STRONGEST = 0.95


@dataclass(frozen=True)
class Variation:
    """`f`: effects' mean square over what single relationships alone would give. `p`: how often chance gives more."""

    f: float
    p: float


@dataclass(frozen=True)
class Reciprocity:
    """`f` = D/E with its degrees of freedom; the two-sided `p` against no reciprocity; a 95 % interval of it."""

    f: float
    freedom: tuple[int, int]
    p: float
    correlation: float
    low: float
    high: float


def variation(table: ArrayLike, side: Side) -> Variation:
    """Whether people differ as perceivers, or as targets, against a null simulated for this pattern and reciprocity.

    Always the same draws, so that a page shows the same figure each time. Raises `TooFew` as `decompose`.
    """
    pattern = Pattern.of(table)
    _, components = decompose(table)
    value = ratio(pattern, np.asarray(table, dtype=np.float64)[pattern.cells], side)
    null = null_of(pattern, side, _step(components))
    reached = int((null >= value * (1 - 1e-12)).sum())
    return Variation(float(value), (1 + reached) / (1 + len(null)))


def reciprocity(table: ArrayLike) -> Reciprocity | None:
    """The exact test of what two people see in each other beyond everybody else. None where the table has gaps.

    D / E follows F * (s2_g + s_gg) / (s2_g - s_gg) under normal relationships. Raises `TooFew` as `decompose`.
    """
    pattern = Pattern.of(table)
    if not pattern.is_complete:
        return None
    _, components = decompose(table)
    alike, apart = mean_squares(components)
    return reciprocity_of(alike, apart, freedom_of(components.people))


def mean_squares(components: Components) -> tuple[float, float]:
    """D and E, of the sums and of the differences of two people's views of each other."""
    return components.relationship + components.reciprocity, components.relationship - components.reciprocity


def freedom_of(people: int) -> tuple[int, int]:
    """Degrees of freedom of D and of E."""
    pairs = (people - 1) * (people - 2) // 2
    return pairs - 1, pairs


def reciprocity_of(alike: float, apart: float, freedom: tuple[int, int]) -> Reciprocity:
    """The test from D and E themselves."""
    value = alike / apart if apart > 0 else inf
    below = f_below(value, *freedom)
    ends = [value / f_quantile(share, *freedom) for share in (0.975, 0.025)]
    low, high = (_correlation(each) for each in ends)
    return Reciprocity(value, freedom, 2 * min(below, 1 - below), _correlation(value), low, high)


def ratio(pattern: Pattern, ratings: Numbers, side: Side) -> Numbers:
    """F of ratings of shape (…, cells); infinite where nothing is particular to any two."""
    forms, expected, at = pattern.forms(ratings), pattern.expectations, SIDES[side]
    particular = np.linalg.solve(expected[3:, 3:], forms[..., 3:, np.newaxis])[..., 0]
    noise = particular @ expected[at, 3:]
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(noise > 0, forms[..., at] / noise, np.inf)


@lru_cache(maxsize=256)
def null_of(pattern: Pattern, side: Side, step: int, draws: int = DRAWS) -> Numbers:
    """F of teams that differ in nothing but single relationships, with reciprocity `step` / 20."""
    random = np.random.default_rng(SEED)
    return ratio(pattern, relationships(pattern, step / NEAREST, draws, random), side)


def relationships(pattern: Pattern, correlation: float, draws: int, random: np.random.Generator) -> Numbers:
    """Normal relationship effects of variance one, shape (draws, cells)."""
    square = random.standard_normal((draws, pattern.people, pattern.people))
    own, mirrored = np.sqrt(1 + correlation), np.sqrt(1 - correlation)
    mixed: Numbers = ((own + mirrored) * square + (own - mirrored) * square.transpose(0, 2, 1)) / 2
    return mixed[:, *pattern.cells]


def _step(components: Components) -> int:
    found = components.reciprocity_correlation or 0.0
    return round(min(STRONGEST, max(-STRONGEST, found)) * NEAREST)


def _correlation(value: float) -> float:
    return 1.0 if value == inf else (value - 1) / (value + 1)
