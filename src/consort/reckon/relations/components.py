"""Effects of single people, and the variances and covariances of a team."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from consort.reckon.relations.pattern import Pattern

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Components:
    """Variances in squared points of the scale; they are unbiased and so may come out below zero.

    `perceiver_target`: whether those who see much good are seen so. `reciprocity`: whether what is particular to the
    two goes both ways. `*_noise`: the variance of an estimated effect that comes from single relationships.
    """

    people: int
    perceiver: float
    target: float
    perceiver_target: float
    relationship: float
    reciprocity: float
    perceiver_noise: float
    target_noise: float

    @property
    def perceiver_reliability(self) -> float | None:
        """Share of the perceiver effects that another round with like people would show again; None without any."""
        return _reliability(self.perceiver, self.perceiver_noise)

    @property
    def target_reliability(self) -> float | None:
        """s2_b / (s2_b + s2_g (n - 1) / (n (n - 2)) + s_gg / (n (n - 2))) on complete data; None without variance."""
        return _reliability(self.target, self.target_noise)

    @property
    def shares(self) -> tuple[float, float, float]:
        """Perceiver, target and relationship as shares of their sum, where a negative variance counts as none."""
        parts = [max(0.0, each) for each in (self.perceiver, self.target, self.relationship)]
        total = sum(parts)
        perceiver, target, relationship = (each / total if total else 0.0 for each in parts)
        return perceiver, target, relationship

    @property
    def reciprocity_correlation(self) -> float | None:
        """Of two people's particular views of each other, within -1 and 1; None without such variance."""
        if self.relationship <= 0:
            return None
        return min(1.0, max(-1.0, self.reciprocity / self.relationship))


@dataclass(frozen=True)
class Effects:
    """In points of the scale, around `mean`. nan for who rated nobody, or was rated by nobody.

    `perceiver`, `target`: shape (people,). `relationship`: shape (people, people), nan in gaps and on the diagonal.
    """

    mean: float
    perceiver: Numbers
    target: Numbers
    relationship: Numbers


def decompose(table: ArrayLike) -> tuple[Effects, Components]:
    """The model of one team. `table`: shape (people, people), row about column, nan where nothing was said.

    Raises `TooFew` as `Pattern.of`. Source: Warner, Kenny & Stoto 1979, Journal of Personality and Social
    Psychology 37; gaps: `consort.reckon.relations.pattern`.
    """
    pattern = Pattern.of(table)
    ratings = np.asarray(table, dtype=np.float64)[pattern.cells]
    forms = pattern.forms(ratings)
    perceiver, target, crossed, relationship, reciprocity = map(float, pattern.solve(forms))
    noise = forms[:2] - (perceiver, target)
    components = Components(
        pattern.people, perceiver, target, crossed, relationship, reciprocity, float(noise[0]), float(noise[1])
    )
    return _effects(pattern, ratings), components


def _effects(pattern: Pattern, ratings: Numbers) -> Effects:
    fit, people = pattern.fit, pattern.people
    perceiver, target = np.full(people, np.nan), np.full(people, np.nan)
    perceiver[pattern.perceivers], target[pattern.targets] = fit.perceiver @ ratings, fit.target @ ratings
    relationship = np.full((people, people), np.nan)
    relationship[pattern.cells] = fit.left @ ratings
    return Effects(float(fit.mean @ ratings), perceiver, target, relationship)


def _reliability(variance: float, noise: float) -> float | None:
    return variance / (variance + noise) if variance > 0 else None
