"""Ranked pairs (Tideman), following every order of equally strong defeats."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from consort.reckon.voting.ballot import BallotBox
from consort.reckon.voting.outcome import Outcome, ranked_outcome, tiers_by_defeat, winners_then_rest
from consort.reckon.voting.pairwise import Strength, defeat_strengths, pairwise

Reach = tuple[int, ...]
Defeat = tuple[int, int]
MOST_WORK = 20_000_000
CAPPED = "So many equally strong defeats that not all their orders were followed: more options may be tied."


@dataclass
class Search:
    """Locked-in graphs still to be found. A graph is one bit mask per option: whom it reaches."""

    groups: list[list[Defeat]]
    limit: int
    seen: set[tuple[int, Reach]] = field(default_factory=set)
    endings: set[Reach] = field(default_factory=set)
    capped: bool = False
    work: int = 0


def ranked_pairs(box: BallotBox, *, strength: Strength = "winning_votes", limit: int = 5_000) -> Outcome:
    """Lock in defeats from the strongest to the weakest, leaving out any that would close a circle.

    Where equally strong defeats contradict each other every order is followed, and all options that win one of them
    are winners. `limit` caps the graphs looked at, and very large graphs are cut sooner; when that happens
    `detail["capped"]` is true and the note says so. Pairs that are even are never locked.
    Source: Tideman 1987, "Independence of clones as a criterion for voting rules", Social Choice and Welfare 4;
    ties: Brill & Fischer 2012, "The price of neutrality for the ranked pairs method".
    """
    wins = pairwise(box)
    search = Search(_groups(defeat_strengths(wins, strength)), limit)
    _explore(search, tuple([0] * box.options))
    detail = {
        "strength": strength,
        "pairwise": wins.tolist(),
        "endings": len(search.endings),
        "capped": search.capped,
    }
    return ranked_outcome("ranked_pairs", _tiers(search, box.options), detail, CAPPED if search.capped else "")


def _groups(strengths: NDArray[np.int64]) -> list[list[Defeat]]:
    """Defeats by strength, strongest first."""
    levels = sorted({int(value) for value in strengths[strengths > 0]}, reverse=True)
    return [[(int(i), int(j)) for i, j in zip(*np.nonzero(strengths == level), strict=True)] for level in levels]


def _explore(search: Search, start: Reach) -> None:
    """Depth first, until the cap; one ending is always reached."""
    waiting = [(0, start)]
    while waiting:
        place, reach = waiting.pop()
        if place == len(search.groups):
            search.endings.add(reach)
            continue
        search.work += len(search.groups[place]) * len(reach)
        if len(search.seen) >= search.limit or search.work > MOST_WORK:
            search.capped = True
            if not search.endings:
                search.endings.add(_finish(search.groups[place:], reach))
            return
        for following in _step(search.groups[place], place, reach):
            if following not in search.seen:
                search.seen.add(following)
                waiting.append(following)


def _finish(groups: list[list[Defeat]], reach: Reach) -> Reach:
    """One ending, taking equally strong defeats as they come."""
    for defeat in (defeat for group in groups for defeat in group):
        if not _holds(reach, defeat) and not _closes_circle(reach, defeat):
            reach = _lock(reach, defeat)
    return reach


def _step(group: list[Defeat], place: int, reach: Reach) -> list[tuple[int, Reach]]:
    """Lock what cannot be contradicted; then one successor for each disputed defeat, or the next group."""
    possible = [defeat for defeat in group if not _holds(reach, defeat) and not _closes_circle(reach, defeat)]
    everything = _lock_all(reach, possible)
    certain = [(winner, loser) for winner, loser in possible if not everything[loser] >> winner & 1]
    reach = _lock_all(reach, certain)
    disputed = [
        defeat
        for defeat in possible
        if defeat not in certain and not _holds(reach, defeat) and not _closes_circle(reach, defeat)
    ]
    if not disputed:
        return [(place + 1, reach)]
    return [(place, _lock(reach, defeat)) for defeat in disputed]


def _holds(reach: Reach, defeat: Defeat) -> bool:
    return bool(reach[defeat[0]] >> defeat[1] & 1)


def _closes_circle(reach: Reach, defeat: Defeat) -> bool:
    return bool(reach[defeat[1]] >> defeat[0] & 1)


def _lock(reach: Reach, defeat: Defeat) -> Reach:
    """Add one defeat and all that follows from it."""
    winner, loser = defeat
    gained = reach[loser] | 1 << loser
    return tuple(
        known | gained if option == winner or known >> winner & 1 else known for option, known in enumerate(reach)
    )


def _lock_all(reach: Reach, defeats: Iterable[Defeat]) -> Reach:
    for defeat in defeats:
        reach = _lock(reach, defeat)
    return reach


def _tiers(search: Search, options: int) -> list[list[int]]:
    """The order of the one ending; with several, the options undefeated in any of them, then the rest."""
    orders = [tiers_by_defeat(_as_matrix(ending)) for ending in search.endings]
    if len(orders) == 1 and not search.capped:
        return orders[0]
    return winners_then_rest(sorted({option for order in orders for option in order[0]}), options)


def _as_matrix(reach: Reach) -> NDArray[np.bool_]:
    size = len(reach)
    return np.array([[bool(known >> other & 1) for other in range(size)] for known in reach]).reshape(size, size)
