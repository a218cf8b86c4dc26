"""Simulated teams that rate each other, for the tests and for `bench/round_robins.py`."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import stats

from consort.reckon.relations import Pattern, decompose, standard_errors, variation

Numbers = NDArray[np.float64]
LEVEL = 0.05


@dataclass(frozen=True)
class Truth:
    """Variances; `reciprocity` as a correlation."""

    perceiver: float
    target: float
    relationship: float
    reciprocity: float


@dataclass(frozen=True)
class Rates:
    """How often a test finds perceivers to differ: by the simulated null, and by the t test of the textbook."""

    simulated: float
    student: float


def teams(truth: Truth, people: int, draws: int, random: np.random.Generator) -> Numbers:
    """Shape (draws, people, people); the diagonal holds numbers that mean nothing."""
    perceiver, target = random.standard_normal((2, draws, people))
    square = random.standard_normal((draws, people, people))
    alike, apart = np.sqrt(1 + truth.reciprocity), np.sqrt(1 - truth.reciprocity)
    mixed = ((alike + apart) * square + (alike - apart) * square.transpose(0, 2, 1)) / 2
    effects = np.sqrt(truth.perceiver) * perceiver[:, :, None] + np.sqrt(truth.target) * target[:, None, :]
    whole: Numbers = effects + np.sqrt(truth.relationship) * mixed
    return whole


def gaps(tables: Numbers, share: float, random: np.random.Generator) -> Numbers:
    return np.where(random.random(tables.shape) < share, np.nan, tables)


def filled(table: Numbers) -> Numbers:
    """The gaps filled with row mean + column mean - mean, as is commonly done."""
    seen = table.copy()
    np.fill_diagonal(seen, np.nan)
    guess = np.nanmean(seen, axis=1)[:, None] + np.nanmean(seen, axis=0) - np.nanmean(seen)
    return np.where(np.isnan(table), guess, table)


def estimates(tables: Numbers) -> Numbers:
    """Shape (draws, 5)."""
    found = [decompose(table)[1] for table in tables]
    return np.array(
        [[each.perceiver, each.target, each.perceiver_target, each.relationship, each.reciprocity] for each in found]
    )


def on_five_points(tables: Numbers) -> Numbers:
    """The same teams on a scale of five points."""
    return np.clip(np.round(3.5 + tables), 1, 5)


def size_and_power(people: int, *, share: float, draws: int, seed: int, points: bool = False) -> Rates:
    """How often perceivers are found to differ, who share `share` of the variance (0: the level of the test)."""
    truth = Truth(share, (1 - share) / 4, (1 - share) * 3 / 4, 0.25)
    tables = teams(truth, people, draws, np.random.default_rng(seed))
    chosen = on_five_points(tables) if points else tables
    simulated = [variation(table, "perceiver").p <= LEVEL for table in chosen]
    return Rates(float(np.mean(simulated)), float(np.mean([_student(table) <= LEVEL for table in chosen])))


def _student(table: Numbers) -> float:
    components = decompose(table)[1]
    ratio = components.perceiver / standard_errors(components).perceiver
    return float(stats.t.sf(ratio, Pattern.of(table).people - 1))
