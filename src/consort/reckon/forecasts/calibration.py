"""The calibration curve: of what was said to be 70 % likely, how much happened."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from consort.reckon.errors import require
from consort.reckon.forecasts.scores import bin_of, checked

FEWEST_FORECASTS = 20
NORMAL_95 = 1.959963984540054


@dataclass(frozen=True)
class CalibrationBin:
    """One point of the curve. `lower` and `upper`: 95 % interval of the share that happened."""

    start: float
    end: float
    forecasts: int
    mean_forecast: float
    happened: int
    share: float
    lower: float
    upper: float


def calibration_curve(
    probabilities: Sequence[float], outcomes: Sequence[bool], *, bins: int = 10, fewest: int = FEWEST_FORECASTS
) -> list[CalibrationBin]:
    """Points of the curve in bins of equal width, empty bins left out, each with its Wilson interval.

    Raises `TooFew` below `fewest` resolved forecasts: a curve through less would be noise. Other errors as
    `brier_score`.
    """
    require("resolved forecasts", needed=max(1, fewest), given=len(probabilities))
    forecast, happened = checked(probabilities, outcomes)
    places = bin_of(forecast, bins)
    curve = []
    for place in sorted({int(place) for place in places}):
        inside = places == place
        size, hits = int(inside.sum()), int(happened[inside].sum())
        lower, upper = wilson_interval(hits, size)
        mean = float(forecast[inside].mean())
        curve.append(CalibrationBin(place / bins, (place + 1) / bins, size, mean, hits, hits / size, lower, upper))
    return curve


def wilson_interval(hits: int, size: int) -> tuple[float, float]:
    """95 % interval of a share, sensible also for few cases and shares of 0 or 1.

    Source: Wilson 1927, Journal of the American Statistical Association 22. Raises ValueError unless 0 <= hits <= size
    and size is positive.
    """
    if not 0 <= hits <= size or size < 1:
        raise ValueError("A share needs at least one case, and no more hits than cases.")
    share, z = hits / size, NORMAL_95
    centre = (share + z**2 / (2 * size)) / (1 + z**2 / size)
    half = z / (1 + z**2 / size) * sqrt(share * (1 - share) / size + z**2 / (4 * size**2))
    return (0.0 if hits == 0 else centre - half, 1.0 if hits == size else centre + half)
