"""Which statements tell a group from everybody else."""

from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from consort.reckon.statements.table import AGREE, DISAGREE, NOTHING, Votes

FEWEST_VOTES = 3
SURE = 1.96


@dataclass(frozen=True)
class Telling:
    """In `group` the share `inside` takes `side` (1 agrees, -1 disagrees), elsewhere `outside`; `z` says how surely."""

    group: int
    statement: int
    side: int
    inside: float
    outside: float
    z: float


def what_tells(votes: Votes, groups: NDArray[np.int64], *, most: int = 5) -> list[Telling]:
    """For each group up to `most` statements by which it differs most surely from all others.

    `groups`, shape (people,): the group of each person, -1 for none. Two-proportion z test with one half added to each
    cell; statements with fewer than three votes inside or outside are left out.
    """
    found: list[Telling] = []
    for group in sorted(set(groups.tolist()) - {-1}):
        inside, outside = votes[groups == group], votes[(groups != group) & (groups != -1)]
        told = [_tell(group, statement, inside, outside) for statement in range(votes.shape[1])]
        found += sorted((each for each in told if each and each.z > SURE), key=lambda each: -each.z)[:most]
    return found


def _tell(group: int, statement: int, inside: Votes, outside: Votes) -> Telling | None:
    sides = (_held(group, statement, inside, outside, side) for side in (AGREE, DISAGREE))
    return max((side for side in sides if side), key=lambda each: each.z, default=None)


def _held(group: int, statement: int, inside: Votes, outside: Votes, side: int) -> Telling | None:
    within, without = inside[:, statement], outside[:, statement]
    here, there = int((within != NOTHING).sum()), int((without != NOTHING).sum())
    if min(here, there) < FEWEST_VOTES:
        return None
    hits, others = int((within == side).sum()), int((without == side).sum())
    first, second = (hits + 0.5) / (here + 1), (others + 0.5) / (there + 1)
    pooled = (hits + others + 1) / (here + there + 2)
    z = (first - second) / sqrt(pooled * (1 - pooled) * (1 / (here + 1) + 1 / (there + 1)))
    return Telling(group, statement, side, hits / here, others / there, z)
