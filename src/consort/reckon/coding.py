"""Whether two who sort the same texts sort them alike: Cohen's kappa and Krippendorff's alpha, nominal, with intervals.

1 is full agreement, 0 what chance brings about, negative less than that.
"""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from consort.reckon.errors import require

FEWEST_UNITS = 2
FEWEST_FOR_INTERVAL = 10
DRAWS = 2_000
SEED = 19_600_401
Code = Hashable
Codes = Sequence[Code | None]
Interval = tuple[float, float]


@dataclass(frozen=True)
class CodingAgreement:
    """`agreed`: share of units with the same code. The indexes are None when all codes are one and the same.

    Intervals hold 95 % and are None below ten units.
    """

    units: int
    agreed: float
    kappa: float | None
    kappa_interval: Interval | None
    alpha: float | None
    alpha_interval: Interval | None


def coding_agreement(left: Sequence[Code], right: Sequence[Code]) -> CodingAgreement:
    """All figures of two coders at once; one code for each unit. Raises `TooFew` below two units."""
    pairs = _numbered([left, right])
    agreed = float((pairs[0] == pairs[1]).mean())
    return CodingAgreement(
        pairs.shape[1],
        agreed,
        _kappa(pairs),
        _interval(pairs, _kappa),
        _alpha(pairs),
        _interval(pairs, _alpha),
    )


def cohen_kappa(left: Sequence[Code], right: Sequence[Code]) -> float | None:
    """(observed - expected) / (1 - expected), expected from each coder's own habits.

    None when both always gave the same one code. Source: Cohen 1960, "A coefficient of agreement for nominal scales",
    Educational and Psychological Measurement 20. Raises `TooFew` below two units.
    """
    return _kappa(_numbered([left, right]))


def krippendorff_alpha(coders: Sequence[Codes]) -> float | None:
    """1 - observed / expected disagreement over all pairs of codes of a unit; nominal, None is a missing code.

    Units with fewer than two codes are left out. None when only one code was ever given.
    Source: Krippendorff 2011, "Computing Krippendorff's alpha-reliability". Raises `TooFew` below two units.
    """
    return _alpha(_numbered(coders))


def _numbered(coders: Sequence[Codes]) -> NDArray[np.int64]:
    """Codes as numbers from 0, -1 where one is missing. Shape (coders, units)."""
    if len({len(codes) for codes in coders}) != 1 or len(coders) < 2:
        raise ValueError("At least two coders code the same units.")
    require("units", needed=FEWEST_UNITS, given=len(coders[0]))
    known = {code: at for at, code in enumerate(dict.fromkeys(code for codes in coders for code in codes))}
    return np.array([[-1 if code is None else known[code] for code in codes] for codes in coders], dtype=np.int64)


def _kappa(pairs: NDArray[np.int64]) -> float | None:
    size = int(pairs.max()) + 1
    left, right = (np.bincount(row, minlength=size) / pairs.shape[1] for row in pairs)
    expected = float(left @ right)
    observed = float((pairs[0] == pairs[1]).mean())
    return (observed - expected) / (1 - expected) if expected < 1 else None


def _alpha(codes: NDArray[np.int64]) -> float | None:
    size = int(codes.max()) + 1
    counts = np.stack([(codes == code).sum(axis=0) for code in range(size)], axis=1).astype(np.float64)
    counts = counts[counts.sum(axis=1) >= 2]
    per_unit, per_code = counts.sum(axis=1), counts.sum(axis=0)
    total = per_unit.sum()
    expected = total**2 - (per_code**2).sum()
    if expected <= 0:
        return None
    observed = ((per_unit**2 - (counts**2).sum(axis=1)) / (per_unit - 1)).sum()
    return float(1 - (total - 1) * observed / expected)


def _interval(codes: NDArray[np.int64], index: Callable[[NDArray[np.int64]], float | None]) -> Interval | None:
    """Percentile bootstrap over units, seeded. Draws in which the index is not defined are left out."""
    units = codes.shape[1]
    if units < FEWEST_FOR_INTERVAL:
        return None
    generator = np.random.default_rng(SEED)
    drawn = (index(codes[:, generator.integers(0, units, units)]) for _draw in range(DRAWS))
    values = [value for value in drawn if value is not None]
    if len(values) < DRAWS / 2:
        return None
    low, high = np.quantile(values, [0.025, 0.975])
    return float(low), float(high)
