"""Which ratings of a round robin are there, and the linear maps that follow from that alone.

Effects are the least squares estimates of x[i, j] = mean + perceiver[i] + target[j]; on complete data they are those of
Warner, Kenny & Stoto 1979. What is left after them holds nothing of either effect. Five quadratic forms of these
estimates have expectations that are linear in the five components, with traces as coefficients (Searle, Casella &
McCulloch 1992, chapter 5): solving them gives unbiased components for any pattern, and the usual ones without gaps.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import ArrayLike, NDArray

from consort.reckon.errors import TooFew, require

FEWEST_PEOPLE = 4
Numbers = NDArray[np.float64]
Places = NDArray[np.intp]


def table_of(ratings: Mapping[tuple[int, int], float], people: int) -> Numbers:
    """Shape (people, people), not a number where nobody answered, from {(perceiver, target): rating}."""
    table = np.full((people, people), np.nan)
    for (perceiver, target), rating in ratings.items():
        table[perceiver, target] = rating
    np.fill_diagonal(table, np.nan)
    return table


@dataclass(frozen=True)
class Pattern:
    """`present`: people x people as bytes of truth, row by row; nobody about oneself. Compared by value, so cached."""

    people: int
    present: bytes

    @classmethod
    def of(cls, table: ArrayLike) -> "Pattern":
        """The pattern of a table with nan in its gaps; whatever stands on the diagonal is no rating.

        Raises `TooFew` below four people or where too few ratings are left to tell the parts from one another.
        """
        values = np.asarray(table, dtype=np.float64)
        if values.ndim != 2 or values.shape[0] != values.shape[1]:
            raise ValueError("A round robin has as many perceivers as targets.")
        require("people", needed=FEWEST_PEOPLE, given=values.shape[0])
        present = ~np.isnan(values) & ~np.eye(len(values), dtype=bool)
        return _checked(cls(len(values), present.tobytes()))

    @cached_property
    def cells(self) -> tuple[Places, Places]:
        """Perceivers and targets of the ratings that are there."""
        square = np.frombuffer(self.present, dtype=bool).reshape(self.people, self.people)
        perceivers, targets = np.nonzero(square)
        return perceivers, targets

    @property
    def is_complete(self) -> bool:
        return len(self.cells[0]) == self.people * (self.people - 1)

    @cached_property
    def perceivers(self) -> Places:
        """Who rated anybody."""
        return np.unique(self.cells[0])

    @cached_property
    def targets(self) -> Places:
        """Who was rated by anybody."""
        return np.unique(self.cells[1])

    @cached_property
    def reverse(self) -> Numbers:
        """1 where two ratings are those of two people about each other, else 0."""
        perceivers, targets = self.cells
        return _same(perceivers, targets) * _same(targets, perceivers)

    @cached_property
    def fit(self) -> "Fit":
        return _fit(self)

    @cached_property
    def expectations(self) -> Numbers:
        """Shape (forms, components): what each form is made of on average, in the order of `forms`."""
        structures = _structures(self)
        return np.array([[float(np.sum(form * each)) for each in structures] for form in _forms(self)])

    def forms(self, ratings: Numbers) -> Numbers:
        """The five quadratic forms of ratings of shape (…, cells); shape (…, 5).

        Mean squares of the perceiver effects, of the target effects, their mean product, the mean square of what is
        left, and the mean product of what is left for two people about each other.
        """
        perceiver, target = ratings @ self.fit.perceiver.T, ratings @ self.fit.target.T
        both, left = self.fit.both, ratings @ self.fit.left.T
        crossed = (perceiver[..., both[0]] * target[..., both[1]]).sum(-1) / len(both[0])
        squares = [_mean_square(perceiver), _mean_square(target), crossed]
        forms = [*squares, (left**2).mean(-1), (left * (left @ self.reverse)).mean(-1)]
        stacked: Numbers = np.stack(forms, axis=-1)
        return stacked

    def solve(self, forms: Numbers) -> Numbers:
        """Components from forms, shape (…, 5): perceiver, target, their covariance, relationship, reciprocity."""
        components = np.linalg.solve(self.expectations, forms[..., np.newaxis])[..., 0]
        return np.asarray(components, dtype=np.float64)


@dataclass(frozen=True)
class Fit:
    """Maps from ratings: effects of those who have one, and what is left. `both`: places of who has both effects."""

    mean: Numbers
    perceiver: Numbers
    target: Numbers
    left: Numbers
    both: tuple[Places, Places]


@lru_cache(maxsize=64)
def _checked(pattern: Pattern) -> Pattern:
    """The same pattern, its maps kept for the next time; raises `TooFew` where the parts cannot be told apart."""
    unknown = len(pattern.perceivers) + len(pattern.targets) - 1
    ratings, mutual = len(pattern.cells[0]), pattern.reverse.sum()
    if ratings <= unknown or not mutual or min(len(pattern.perceivers), len(pattern.targets)) < FEWEST_PEOPLE - 1:
        raise TooFew("ratings", needed=max(unknown + 1, 2 * FEWEST_PEOPLE), given=ratings)
    if np.linalg.matrix_rank(_design(pattern)) < unknown or np.linalg.cond(pattern.expectations) > 1e8:
        raise TooFew("ratings", needed=ratings + 1, given=ratings)
    return pattern


def _fit(pattern: Pattern) -> Fit:
    design = _design(pattern)
    estimates = np.linalg.pinv(design)
    raw = estimates[: len(pattern.perceivers)], estimates[len(pattern.perceivers) :]
    both = np.intersect1d(pattern.perceivers, pattern.targets)
    places = np.searchsorted(pattern.perceivers, both), np.searchsorted(pattern.targets, both)
    mean = raw[0].mean(axis=0) + raw[1].mean(axis=0)
    left = np.eye(len(design)) - design @ estimates
    return Fit(mean, raw[0] - raw[0].mean(axis=0), raw[1] - raw[1].mean(axis=0), left, places)


def _design(pattern: Pattern) -> Numbers:
    perceivers, targets = pattern.cells
    return np.hstack([_same(perceivers, pattern.perceivers), _same(targets, pattern.targets)])


def _forms(pattern: Pattern) -> list[Numbers]:
    """The matrices of the forms."""
    fit, left = pattern.fit, pattern.fit.left
    perceiver, target = fit.perceiver[fit.both[0]], fit.target[fit.both[1]]
    return [
        fit.perceiver.T @ fit.perceiver / (len(fit.perceiver) - 1),
        fit.target.T @ fit.target / (len(fit.target) - 1),
        perceiver.T @ target / len(perceiver),
        left.T @ left / len(left),
        left.T @ pattern.reverse @ left / len(left),
    ]


def _structures(pattern: Pattern) -> list[Numbers]:
    """How each component makes two ratings alike."""
    perceivers, targets = pattern.cells
    crossed = _same(perceivers, targets)
    return [
        _same(perceivers, perceivers),
        _same(targets, targets),
        crossed + crossed.T,
        np.eye(len(perceivers)),
        pattern.reverse,
    ]


def _mean_square(effects: Numbers) -> Numbers:
    squares: Numbers = np.asarray((effects**2).sum(-1) / (effects.shape[-1] - 1), dtype=np.float64)
    return squares


def _same(first: Places, second: Places) -> Numbers:
    equal: NDArray[np.bool_] = first[:, np.newaxis] == second[np.newaxis, :]
    return equal.astype(np.float64)
