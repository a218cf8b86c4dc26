"""Whether items measure one thing: alpha with its interval, and omega from a model of one factor."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from consort.reckon.distributions import f_quantile
from consort.reckon.errors import require

Numbers = NDArray[np.float64]
FEWEST_PEOPLE = 3
FEWEST_ITEMS_OF_A_FACTOR = 3
MOST_STEPS = 20_000
STILL = 1e-11
SMALLEST_SHARE = 1e-6  # of an item's variance that is its own: no item is the factor itself


@dataclass(frozen=True)
class Alpha:
    """`low` and `high`: a 95 % interval."""

    people: int
    items: int
    value: float
    low: float
    high: float


@dataclass(frozen=True)
class Factor:
    """Loadings and own variances of each item, in the unit of the items."""

    loadings: Numbers
    own: Numbers


def alpha(answers: ArrayLike) -> Alpha:
    """Cronbach's alpha. `answers`: shape (people, items), reverse items turned before, no gaps.

    Interval: Feldt 1965, Psychometrika 30. Raises `TooFew` below three people or two items, ValueError where nobody
    differs from anybody.
    """
    table = _table(answers, items=2)
    people, items = table.shape
    total = table.sum(axis=1).var(ddof=1)
    if total <= 0:
        raise ValueError("Everybody has the same sum: nothing is measured.")
    value = items / (items - 1) * (1 - table.var(axis=0, ddof=1).sum() / total)
    freedom = people - 1, (people - 1) * (items - 1)
    low, high = (1 - (1 - value) * f_quantile(share, *freedom) for share in (0.975, 0.025))
    return Alpha(people, items, float(value), float(low), float(high))


def omega(answers: ArrayLike) -> float:
    """McDonald's omega: the factor's share in the variance of the sum. Arguments and errors as `one_factor`.

    Equal to alpha where all items load alike; above it otherwise. Source: McDonald 1999, Test Theory.
    """
    return omega_of(one_factor(np.cov(_table(answers, items=FEWEST_ITEMS_OF_A_FACTOR), rowvar=False)))


def omega_of(factor: Factor) -> float:
    """Omega of a fitted factor, within 0 and 1."""
    common = factor.loadings.sum() ** 2
    return float(common / (common + factor.own.sum()))


def one_factor(covariance: ArrayLike) -> Factor:
    """Loadings of one common factor by maximum likelihood. `covariance`: shape (items, items).

    By expectation and maximization (Rubin & Thayer 1982, Psychometrika 47). Raises `TooFew` below three items,
    ValueError where an item does not vary.
    """
    matrix = np.asarray(covariance, dtype=np.float64)
    require("items", needed=FEWEST_ITEMS_OF_A_FACTOR, given=len(matrix))
    deviations = np.sqrt(matrix.diagonal())
    if deviations.min() <= 0:
        raise ValueError("An item that does not vary measures nothing.")
    correlations = matrix / np.outer(deviations, deviations)
    loadings = _start(correlations)
    for _ in range(MOST_STEPS):
        improved = _improved(correlations, loadings)
        moved, loadings = float(np.abs(improved - loadings).max()), improved
        if moved < STILL:
            break
    return Factor(loadings * deviations, _own(loadings) * deviations**2)


def _table(answers: ArrayLike, *, items: int) -> Numbers:
    table = np.asarray(answers, dtype=np.float64)
    if table.ndim != 2 or np.isnan(table).any():
        raise ValueError("Answers have the shape (people, items), without gaps.")
    require("people", needed=FEWEST_PEOPLE, given=table.shape[0])
    require("items", needed=items, given=table.shape[1])
    return table


def _start(correlations: Numbers) -> Numbers:
    values, vectors = np.linalg.eigh(correlations)
    first: Numbers = vectors[:, -1] * np.sqrt(values[-1]) * 0.9
    return first if first.sum() >= 0 else -first


def _own(loadings: Numbers) -> Numbers:
    own: Numbers = np.maximum(1 - loadings**2, SMALLEST_SHARE)
    return own


def _improved(correlations: Numbers, loadings: Numbers) -> Numbers:
    """One step: regress the items on what they make expect of the factor."""
    weighed = loadings / _own(loadings)
    weights = weighed / (1 + weighed @ loadings)
    with_factor = correlations @ weights
    improved: Numbers = with_factor / (1 - weights @ loadings + weights @ with_factor)
    return np.clip(improved, -1, 1)
