"""Methods on scores: score voting and STAR. Only for scores with a common meaning; ranks must not be summed."""

from collections.abc import Sequence
from itertools import combinations
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from consort.reckon.voting.outcome import Outcome, ranked_outcome, tiers_by_value, winners_then_rest

Scores = Sequence[Sequence[int | None]]
Unscored = Literal["left_out", "zero"]
FEWER = "Not everyone scored every option; the mean is over those who did."


def score(scores: Scores, *, options: int, unscored: Unscored = "left_out") -> Outcome:
    """Order options by mean score.

    `scores[person][option]`, None where the person gave none: left out of the mean, or counted as zero.
    Detail holds totals and how many scored each option; options nobody scored come last.
    Source: Smith 2000, "Range voting".
    """
    table = _table(scores, options, unscored)
    given = [int(number) for number in (~np.isnan(table)).sum(axis=0)]
    totals = [float(total) for total in np.nansum(table, axis=0)]
    means = [total / number if number else None for total, number in zip(totals, given, strict=True)]
    tiers = tiers_by_value([float("-inf") if mean is None else mean for mean in means])
    detail = {"totals": totals, "means": means, "scored_by": given, "unscored": unscored}
    return ranked_outcome("score", tiers, detail, FEWER if len(set(given)) > 1 else "")


def star(scores: Scores, *, options: int) -> Outcome:
    """Score, then automatic runoff: of the two highest totals the one that more people score higher wins.

    Ties are followed, not broken: every pair that may be the two finalists is tried, and an even runoff has two
    winners. An option without a score from a person counts as zero, as on a STAR ballot.
    Source: Equal Vote Coalition, "STAR voting".
    """
    table = _table(scores, options, "zero")
    totals = [float(total) for total in table.sum(axis=0)]
    pairs = _finalists(tiers_by_value(totals))
    winners = sorted({winner for pair in pairs for winner in _runoff(table, *pair)}) if pairs else [0]
    detail = {
        "totals": totals,
        "finalists": [list(pair) for pair in pairs],
        "runoffs": [[_prefer(table, first, second), _prefer(table, second, first)] for first, second in pairs],
    }
    return ranked_outcome("star", _star_tiers(winners, pairs, totals), detail)


def _table(scores: Scores, options: int, unscored: Unscored) -> NDArray[np.float64]:
    """Scores as floats, shape (people, options); None as NaN or zero. Raises ValueError on another shape."""
    if options < 1 or any(len(row) != options for row in scores):
        raise ValueError(f"Every person needs {options} scores, one for each option (or None).")
    missing = 0.0 if unscored == "zero" else float("nan")
    rows = [[missing if value is None else float(value) for value in row] for row in scores]
    return np.array(rows, dtype=np.float64).reshape(len(rows), options)


def _finalists(tiers: list[list[int]]) -> list[tuple[int, int]]:
    """Every pair of options that may hold the two highest totals."""
    if len(tiers[0]) > 1:
        return list(combinations(tiers[0], 2))
    return [(tiers[0][0], second) for second in tiers[1]] if len(tiers) > 1 else []


def _prefer(table: NDArray[np.float64], first: int, second: int) -> int:
    return int((table[:, first] > table[:, second]).sum())


def _runoff(table: NDArray[np.float64], first: int, second: int) -> list[int]:
    forward, backward = _prefer(table, first, second), _prefer(table, second, first)
    if forward == backward:
        return [first, second]
    return [first] if forward > backward else [second]


def _star_tiers(winners: list[int], pairs: list[tuple[int, int]], totals: list[float]) -> list[list[int]]:
    """The winner, the other finalist, then the rest by total; with a tie only the winners and the rest."""
    if len(winners) > 1 or len(pairs) != 1:
        return winners_then_rest(winners, len(totals))
    others = [option for option in pairs[0] if option not in winners]
    rest = [[option for option in tier if option not in pairs[0]] for tier in tiers_by_value(totals)]
    return [winners, others, *rest]
