"""Several people's probabilities of one event, put together."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from consort.reckon.errors import require

CLIP = 0.01
TRIM = 0.2
EXTREMIZING = 1.5
EXTREMIZED_LABEL = (
    "Pushed away from 50 %. Helps when people know different things, harms when they share what they know."
)


@dataclass(frozen=True)
class Aggregate:
    """All aggregates side by side; the mean is what pages show first.

    `clipped`: how many forecasts were moved away from 0 or 1 for the odds.
    """

    people: int
    mean: float
    median: float
    trimmed: float
    geometric_odds: float
    extremized: float
    extremized_by: float
    extremized_label: str
    clipped: int


def aggregate(probabilities: Sequence[float], *, trim: float = TRIM, exponent: float = EXTREMIZING) -> Aggregate:
    """Put together probabilities, one for each person. Raises `TooFew` for none, ValueError outside 0 to 1."""
    values = _values(probabilities)
    pooled = geometric_mean_of_odds(probabilities)
    return Aggregate(
        people=len(values),
        mean=float(values.mean()),
        median=float(np.median(values)),
        trimmed=trimmed_mean(probabilities, trim=trim),
        geometric_odds=pooled,
        extremized=extremize(pooled, exponent=exponent),
        extremized_by=exponent,
        extremized_label=EXTREMIZED_LABEL,
        clipped=int(((values < CLIP) | (values > 1 - CLIP)).sum()),
    )


def trimmed_mean(probabilities: Sequence[float], *, trim: float = TRIM) -> float:
    """Mean without the lowest and highest `trim` share (rounded down) on each side. Below half, or ValueError."""
    if not 0 <= trim < 0.5:
        raise ValueError("Less than half is trimmed on each side.")
    values = np.sort(_values(probabilities))
    cut = int(len(values) * trim + 1e-9)
    return float(values[cut : len(values) - cut].mean())


def geometric_mean_of_odds(probabilities: Sequence[float], *, clip: float = CLIP) -> float:
    """Mean of the log odds, as a probability. Forecasts are first kept `clip` away from 0 and 1.

    Without clipping a single 0 % would make the whole 0 %. Source: Satopää et al. 2014, "Combining multiple
    probability predictions using a simple logit model", International Journal of Forecasting 30.
    """
    kept = np.clip(_values(probabilities), clip, 1 - clip)
    return float(1 / (1 + np.exp(-np.log(kept / (1 - kept)).mean())))


def extremize(probability: float, *, exponent: float = EXTREMIZING) -> float:
    """Raise the odds to a power above 1: further from 50 %.

    Source: Baron, Mellers, Tetlock, Stone & Ungar 2014, "Two reasons to make aggregated probability forecasts more
    extreme", Decision Analysis 11. Gains are disputed; pages offer it with its label and never as the first figure.
    """
    yes, no = float(probability**exponent), float((1 - probability) ** exponent)
    return yes / (yes + no)


def _values(probabilities: Sequence[float]) -> NDArray[np.float64]:
    require("forecasts", needed=1, given=len(probabilities))
    values = np.asarray(probabilities, dtype=np.float64)
    if not ((values >= 0) & (values <= 1)).all():
        raise ValueError("A probability lies between 0 and 1.")
    return values
