"""Instant runoff, following every way a tie for elimination could fall."""

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from consort.reckon.voting.ballot import NEVER, BallotBox
from consort.reckon.voting.outcome import Outcome, ranked_outcome, winners_then_rest

EqualRanks = Literal["split", "approval"]
Remaining = tuple[int, ...]
CAPPED = "So many ties for elimination that not all ways to break them were followed: more options may be tied."
MOST_STATES = 5_000
MOST_CELLS = 200_000_000


@dataclass(frozen=True)
class Round:
    """One count. `out`: eliminated whatever happens; `tied`: tied for elimination, each was followed in turn."""

    remaining: Remaining
    tallies: tuple[Fraction, ...]
    out: Remaining
    tied: Remaining


@dataclass
class Search:
    """The counts seen so far, by the options that remained."""

    ranks: NDArray[np.int32]
    counts: NDArray[np.int64]
    equal_ranks: EqualRanks
    limit: int
    rounds: dict[Remaining, Round] = field(default_factory=dict)
    winners: set[int] = field(default_factory=set)
    capped: bool = False


def instant_runoff(box: BallotBox, *, equal_ranks: EqualRanks = "split", limit: int | None = None) -> Outcome:
    """Eliminate the option with the fewest first places until one remains.

    A tie for last place is never broken: every continuation is followed ("parallel universes") and all options that
    win one of them are winners. `limit` caps the number of counts (default: by size, at most 5,000); when it is
    reached `detail["capped"]` is true and the note says so.
    A ballot goes to its best remaining options, shared equally ("split") or whole to each ("approval"; Delemazure &
    Peters 2024). Options it does not rank never get it: it is exhausted. Tallies are exact until reported.
    Source: Conitzer, Rognlie & Xia 2009, "Preference functions that score rankings and maximum likelihood estimation".
    """
    merged = box.distinct()
    most = min(MOST_STATES, max(50, MOST_CELLS // max(1, merged.ranks.size)))
    search = Search(merged.as_higher(), merged.counts, equal_ranks, most if limit is None else limit)
    _explore(search, tuple(range(box.options)))
    detail = {
        "equal_ranks": equal_ranks,
        "capped": search.capped,
        "rounds": [_report(count) for count in search.rounds.values()],
    }
    return ranked_outcome("instant_runoff", _tiers(search, box.options), detail, CAPPED if search.capped else "")


def _explore(search: Search, start: Remaining) -> None:
    """Depth first, so that winners are found even when the cap is reached."""
    waiting = [start]
    while waiting:
        remaining = waiting.pop()
        if remaining in search.rounds:
            continue
        if len(search.rounds) >= search.limit:
            search.capped = True
            return
        count = _count(search, remaining)
        search.rounds[remaining] = count
        if not count.out and not count.tied:
            search.winners.update(remaining)
        waiting.extend(reversed(_continuations(count)))


def _continuations(count: Round) -> list[Remaining]:
    """What may remain after a count: one set, or one for each option tied for elimination."""
    if count.out:
        return [tuple(option for option in count.remaining if option not in count.out)]
    return [tuple(option for option in count.remaining if option != loser) for loser in count.tied]


def _count(search: Search, remaining: Remaining) -> Round:
    tallies = _tallies(search, remaining)
    if len(remaining) == 1 or not any(tallies):
        return Round(remaining, tallies, (), ())
    out = _certain_losers(remaining, tallies)
    lowest = min(tallies)
    tied = () if out else tuple(option for option, tally in zip(remaining, tallies, strict=True) if tally == lowest)
    return Round(remaining, tallies, out, tied)


def _tallies(search: Search, remaining: Remaining) -> tuple[Fraction, ...]:
    """First places of each remaining option, exact."""
    ranks = search.ranks[list(remaining)]
    best = ranks.min(axis=0, initial=NEVER)
    top = (ranks == best) & (best < NEVER)
    shares = top.sum(axis=0)
    sums = [Fraction(0)] * len(remaining)
    for share in np.unique(shares[shares > 0]):
        behind = top[:, shares == share] @ search.counts[shares == share]
        divisor = 1 if search.equal_ranks == "approval" else int(share)
        sums = [total + Fraction(int(votes), divisor) for total, votes in zip(sums, behind, strict=True)]
    return tuple(sums)


def _certain_losers(remaining: Remaining, tallies: tuple[Fraction, ...]) -> Remaining:
    """The fewest options that together have less than the next one: all must go, in whatever order."""
    ordered = sorted(zip(tallies, remaining, strict=True))
    together = Fraction(0)
    for place in range(len(ordered) - 1):
        together += ordered[place][0]
        if together < ordered[place + 1][0]:
            return tuple(sorted(option for _, option in ordered[: place + 1]))
    return ()


def _tiers(search: Search, options: int) -> list[list[int]]:
    """Order of elimination backwards, while no tie was met; otherwise the winners and the rest."""
    counts = list(search.rounds.values())
    if search.capped or any(count.tied for count in counts):
        return winners_then_rest(sorted(search.winners), options)
    return [sorted(search.winners), *(list(count.out) for count in reversed(counts) if count.out)]


def _report(count: Round) -> dict[str, Any]:
    return {
        "remaining": list(count.remaining),
        "tallies": [float(tally) for tally in count.tallies],
        "out": list(count.out),
        "tied_for_elimination": list(count.tied),
    }
