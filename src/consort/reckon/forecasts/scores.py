"""Scores for probabilities of events that happened or did not."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from consort.reckon.errors import require

FLOOR = 0.001


@dataclass(frozen=True)
class Murphy:
    """Murphy's decomposition: brier = reliability - resolution + uncertainty + within.

    `reliability`: 0 when of the things said to be 70 % likely 70 % happen; small is good. `resolution`: how far the
    groups differ from the base rate; large is good. `uncertainty`: the base rate's own share. `within`: what grouping
    by bins blurs, 0 when groups are equal probabilities.
    """

    forecasts: int
    brier: float
    reliability: float
    resolution: float
    uncertainty: float
    within: float
    groups: int


@dataclass(frozen=True)
class LogScore:
    """Mean surprise in natural units (nats); `clipped` forecasts were nearer to 0 or 1 than the floor."""

    value: float
    clipped: int


def brier_score(probabilities: Sequence[float], outcomes: Sequence[bool]) -> float:
    """Mean squared distance of forecast and outcome: 0 is perfect, always saying 50 % gives .25, 1 is the worst.

    Source: Brier 1950, Monthly Weather Review 78. Raises `TooFew` without forecasts, ValueError on unequal lengths or
    numbers outside 0 to 1.
    """
    forecast, happened = checked(probabilities, outcomes)
    return float(((forecast - happened) ** 2).mean())


def log_score(probabilities: Sequence[float], outcomes: Sequence[bool], *, floor: float = FLOOR) -> LogScore:
    """Mean of -ln(probability given to what happened): 0 is perfect, always saying 50 % gives .693.

    A forecast of 0 % that happens would be infinitely bad, so probabilities are kept `floor` away from 0 and 1.
    Source: Good 1952, "Rational decisions". Errors as `brier_score`.
    """
    forecast, happened = checked(probabilities, outcomes)
    kept = np.clip(forecast, floor, 1 - floor)
    value = -np.log(np.where(happened == 1, kept, 1 - kept)).mean()
    return LogScore(float(value), int((kept != forecast).sum()))


def murphy(probabilities: Sequence[float], outcomes: Sequence[bool], *, bins: int | None = None) -> Murphy:
    """Split the Brier score. Groups are equal probabilities, or `bins` of equal width.

    With few forecasts per group reliability and resolution both look larger than they are; the page says so.
    Source: Murphy 1973, Journal of Applied Meteorology 12; the term for bins: Stephenson, Coelho & Jolliffe 2008,
    Weather and Forecasting 23. Errors as `brier_score`.
    """
    forecast, happened = checked(probabilities, outcomes)
    labels = forecast if bins is None else bin_of(forecast, bins)
    _, group = np.unique(labels, return_inverse=True)
    sizes = np.bincount(group)
    said, came = np.bincount(group, forecast) / sizes, np.bincount(group, happened) / sizes
    base, total = happened.mean(), len(forecast)
    brier = float(((forecast - happened) ** 2).mean())
    reliability = float((sizes * (said - came) ** 2).sum() / total)
    resolution = float((sizes * (came - base) ** 2).sum() / total)
    uncertainty = float(base * (1 - base))
    within = brier - (reliability - resolution + uncertainty) if bins is not None else 0.0
    return Murphy(total, brier, reliability, resolution, uncertainty, within, len(sizes))


def bin_of(forecast: NDArray[np.float64], bins: int) -> NDArray[np.int64]:
    """Number of the equal-width bin of each probability, 0 to bins - 1; 1.0 belongs to the last."""
    if bins < 1:
        raise ValueError("There must be at least one bin.")
    return np.minimum((forecast * bins + 1e-9).astype(np.int64), bins - 1)


def checked(
    probabilities: Sequence[float], outcomes: Sequence[bool]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Forecasts and outcomes as floats, shape (forecasts,)."""
    require("forecasts", needed=1, given=len(probabilities))
    if len(probabilities) != len(outcomes):
        raise ValueError("Every forecast needs one outcome.")
    forecast = np.asarray(probabilities, dtype=np.float64)
    if not ((forecast >= 0) & (forecast <= 1)).all():
        raise ValueError("A probability lies between 0 and 1.")
    return forecast, np.asarray(outcomes, dtype=bool).astype(np.float64)
