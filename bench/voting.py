"""100,000 ballots on 20 options, counted by the Schulze method: ours beside pref_voting, from the same rankings."""

import time
import warnings
from collections.abc import Callable
from typing import Any

import numpy as np

from bench.row import Row
from consort.reckon.voting import BallotBox, schulze

BALLOTS = 100_000
OPTIONS = 20
ROUNDS = 3


def run() -> list[Row]:
    orders = rankings()
    ours, winners = best(lambda: ours_on(orders))
    theirs, expected = best(lambda: theirs_on(orders))
    if winners != expected:
        raise RuntimeError(f"The winners differ: {winners} and {expected}.")
    name = f"Schulze, {BALLOTS:,} ballots × {OPTIONS} options, from lists to winners"
    return [Row(name, ours, "s", theirs, "pref_voting")]


def rankings() -> list[list[int]]:
    """Orders of the options, best first, that lean towards one common order."""
    random = np.random.default_rng(7)
    quality = random.normal(scale=0.5, size=OPTIONS)
    orders: list[list[int]] = np.argsort(quality + random.gumbel(size=(BALLOTS, OPTIONS)), axis=1).tolist()
    return orders


def best(count: Callable[[], list[int]]) -> tuple[float, list[int]]:
    """The shortest of some rounds; the first of them also pays for imports and compilation."""
    seconds = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        winners = count()
        seconds.append(time.perf_counter() - start)
    return min(seconds), winners


def ours_on(orders: list[list[int]]) -> list[int]:
    ranks = np.argsort(np.asarray(orders), axis=1)  # place of each option
    box = BallotBox.from_matrix(ranks)
    return sorted(schulze(box).winners)


def theirs_on(orders: list[list[int]]) -> list[int]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pref_voting.profiles import Profile
        from pref_voting.voting_methods import beat_path
    profile: Any = Profile(orders)
    return sorted(int(winner) for winner in beat_path(profile))
