"""Forecasts held against what happened: scores, calibration, aggregates, ranges."""

from consort.reckon.forecasts.aggregates import Aggregate, aggregate, geometric_mean_of_odds, trimmed_mean
from consort.reckon.forecasts.calibration import CalibrationBin, calibration_curve, wilson_interval
from consort.reckon.forecasts.ranges import HitRate, Range, hit_rate, interval_score
from consort.reckon.forecasts.scores import LogScore, Murphy, brier_score, log_score, murphy

__all__ = [
    "Aggregate",
    "CalibrationBin",
    "HitRate",
    "LogScore",
    "Murphy",
    "Range",
    "aggregate",
    "brier_score",
    "calibration_curve",
    "geometric_mean_of_odds",
    "hit_rate",
    "interval_score",
    "log_score",
    "murphy",
    "trimmed_mean",
    "wilson_interval",
]
