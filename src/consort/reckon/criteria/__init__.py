"""Criteria: options scored on criteria whose weights were agreed first, and how fragile the order is."""

from consort.reckon.criteria.fragility import (
    Acceptability,
    ScoreShift,
    WeightShift,
    acceptability,
    score_shifts,
    weight_shifts,
)
from consort.reckon.criteria.rivals import Reversal, reversals, rivals
from consort.reckon.criteria.weighing import Weighed, shared_scores, weigh, weigh_each

__all__ = [
    "Acceptability",
    "Reversal",
    "ScoreShift",
    "Weighed",
    "WeightShift",
    "acceptability",
    "reversals",
    "rivals",
    "score_shifts",
    "shared_scores",
    "weigh",
    "weigh_each",
    "weight_shifts",
]
