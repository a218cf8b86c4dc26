"""The round robin on simulated teams: level and power of the small-group test, and what gaps do to the variances."""

import numpy as np

from bench.row import Row
from consort.reckon.tests.teams import Truth, estimates, filled, gaps, size_and_power, teams

PEOPLE = (4, 5, 6, 8, 10, 15)
DRAWS = 4_000
MISSING = 0.15
TRUTH = Truth(perceiver=0.2, target=0.2, relationship=0.6, reciprocity=0.3)
LEVEL_BAR = 0.065  # 5 % and what its simulation may miss
BIAS_BAR = 0.02


def run() -> list[Row]:
    worst = max(levels(points=False), levels(points=True))
    power = powers()
    bias, usual = biases()
    return [
        Row("small-group test, worst level over 4 to 15 people", worst, "of all null teams", LEVEL_BAR, "bar"),
        Row("small-group test, misses at 8 people, share 25 %", 1 - power, "of all teams", 0.30, "bar"),
        Row("relationship variance .60, 15 % missing: bias", bias, "", BIAS_BAR, "bar"),
        Row("relationship variance .60, 15 % missing: bias", bias, "", usual, "gaps filled as is usual"),
    ]


def levels(*, points: bool) -> float:
    print(f"\n  no perceiver variance{', answers on five points' if points else ''}: found all the same\n{HEADING}")
    rates = {people: size_and_power(people, share=0.0, draws=DRAWS, seed=people, points=points) for people in PEOPLE}
    for people, rate in rates.items():
        print(f"  {people:>6}{rate.simulated:>12.3f}{rate.student:>10.3f}", flush=True)
    return max(rate.simulated for rate in rates.values())


def powers() -> float:
    print(f"\n  perceivers hold a quarter of the variance: found\n{HEADING}")
    rates = {people: size_and_power(people, share=0.25, draws=DRAWS, seed=100 + people) for people in PEOPLE}
    for people, rate in rates.items():
        print(f"  {people:>6}{rate.simulated:>12.3f}{rate.student:>10.3f}", flush=True)
    return rates[8].simulated


def biases() -> tuple[float, float]:
    random = np.random.default_rng(15)
    open_tables = gaps(teams(TRUTH, 8, DRAWS, random), MISSING, random)
    ours = estimates(open_tables)
    usual = estimates(np.array([filled(table) for table in open_tables]))
    print(f"\n  8 people, {MISSING:.0%} missing, {DRAWS} teams: mean (spread) of each variance")
    for name, found in (("ours", ours), ("filled", usual)):
        means = "  ".join(
            f"{mean:.3f} ({spread:.3f})" for mean, spread in zip(found.mean(0), found.std(0), strict=True)
        )
        print(f"  {name:>8}  {means}", flush=True)
    truth = TRUTH.relationship
    return abs(float(ours[:, 3].mean()) - truth), abs(float(usual[:, 3].mean()) - truth)


HEADING = f"  {'people':>6}{'simulated':>12}{'t test':>10}"
