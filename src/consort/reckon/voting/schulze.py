"""The Schulze method (beat paths)."""

import numpy as np
from numpy.typing import NDArray

from consort.reckon.voting.ballot import BallotBox
from consort.reckon.voting.outcome import Outcome, ranked_outcome, tiers_by_defeat
from consort.reckon.voting.pairwise import Strength, condorcet_winner, defeat_strengths, pairwise


def schulze(box: BallotBox, *, strength: Strength = "winning_votes") -> Outcome:
    """Rank all options by their strongest beat paths.

    Tiers: first the options that no other option beats by path, then those beaten only by earlier tiers.
    Winning votes is the form Schulze recommends and the Kubernetes project elects its steering committee with.
    Source: Schulze 2011, "A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent
    single-winner election method", Social Choice and Welfare 36.
    """
    wins = pairwise(box)
    paths = strongest_paths(defeat_strengths(wins, strength))
    detail = {
        "strength": strength,
        "pairwise": wins.tolist(),
        "paths": paths.tolist(),
        "condorcet_winner": condorcet_winner(wins),
    }
    return ranked_outcome("schulze", tiers_by_defeat(paths > paths.T), detail)


def strongest_paths(defeats: NDArray[np.int64]) -> NDArray[np.int64]:
    """Strength of the strongest path from i to j, a path being as strong as its weakest defeat.

    Shape (options, options) in and out; Floyd and Warshall's algorithm on (max, min).
    """
    paths = defeats.copy()
    for through in range(len(paths)):
        paths = np.maximum(paths, np.minimum(paths[:, through, None], paths[None, through, :]))
    np.fill_diagonal(paths, 0)
    return paths
