"""Borda's count, in the form that is fair to equal ranks and silent ballots."""

from consort.reckon.voting.ballot import BallotBox
from consort.reckon.voting.outcome import Outcome, ranked_outcome, tiers_by_value
from consort.reckon.voting.pairwise import pairwise


def borda(box: BallotBox) -> Outcome:
    """Order options by points: on each ballot one for every option below, minus one for every option above.

    On complete strict ballots this is the order of the classical count (points n-1, n-2, ..., 0).
    Equal and uncompared options give and take nothing.
    Source: Borda 1781; the symmetric form: Gaertner & Xu 2012, Mathematical Social Sciences 63.
    """
    wins = pairwise(box)
    points = [int(value) for value in (wins - wins.T).sum(axis=1)]
    return ranked_outcome("borda", tiers_by_value(points), {"points": points, "ballots": box.total})
