"""Consistency rules across departments: pure functions over one snapshot of the strategy as its reader may see it.

`rule` says what a rule and a finding are, `strategy` what a snapshot holds, `gathering` reads it, `remembering` keeps
what was found while nothing changed. docs/methods/consistency.md names every rule and what it asks.
"""

from consort.vision.rules import carrying, measuring, opposing, timing  # noqa: F401  (each registers its rules)
from consort.vision.rules.rule import Finding, Key, Remedy, Rule, Thing, Weight, evaluate, known, named
from consort.vision.rules.strategy import Strategy

__all__ = ["Finding", "Key", "Remedy", "Rule", "Strategy", "Thing", "Weight", "evaluate", "known", "named"]
