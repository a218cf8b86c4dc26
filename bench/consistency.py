"""The consistency rules: a strategy of more than 10,000 nodes, and defects planted in sound ones."""

import time
from random import Random
from typing import Any

import django

from bench.row import Row

OBJECTIVES = 2600  # each with a key result, an initiative, a metric and a dependency: 13,130 nodes
PLANTED = 300
ROUNDS = 3


def run() -> list[Row]:
    django.setup()
    from consort.vision.tests.strategies import sound

    strategy = sound(OBJECTIVES)
    missed, vain = planted()
    return [
        Row("consistency rules, 13,130 nodes", min(seconds(strategy) for _ in range(ROUNDS)), "s", 1.0, "bar"),
        Row(f"consistency rules, {PLANTED} planted defects missed", missed, "defects", 1, "bar"),
        Row("consistency rules, found in vain", vain, "findings", 1, "bar"),
    ]


def seconds(strategy: Any) -> float:
    from consort.vision import rules

    start = time.perf_counter()
    if rules.evaluate(strategy):
        raise RuntimeError("Something was found in a sound strategy.")
    return time.perf_counter() - start


def planted() -> tuple[int, int]:
    """One defect at a time in a sound strategy: how many were not found, and how many others were."""
    from consort.vision import rules
    from consort.vision.tests.strategies import SEEDS, sound

    random, missed, vain = Random(3), 0, 0
    for number in range(PLANTED):
        name = sorted(SEEDS)[number % len(SEEDS)]
        size = random.randint(10, 60)
        n, m = random.sample(range(size), 2)
        found = [each.rule.name for each in rules.evaluate(SEEDS[name](sound(size, number), n, m))]
        missed += name not in found
        vain += sum(each != name for each in found)
    return missed, vain
