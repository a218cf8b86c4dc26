"""What people share, whoever they are."""

from dataclasses import dataclass
from math import sqrt

from consort.reckon.statements.table import AGREE, DISAGREE, PASS, Votes

Z = 1.959964


@dataclass(frozen=True)
class Ground:
    """One statement over all people. `low`: with 97.5 % confidence at least this share of people like these agrees
    (`side` 1) or disagrees (-1); who passed counts as neither."""

    statement: int
    agree: int
    disagree: int
    passed: int
    side: int
    low: float

    @property
    def voted(self) -> int:
        return self.agree + self.disagree + self.passed


def common_ground(votes: Votes) -> list[Ground]:
    """All statements, those that most surely most people share first; ones without votes come last.

    `votes` as in `VoteTable`. The order is by the lower end of Wilson's interval (1927), so that three out of three
    do not outrank ninety out of a hundred.
    """
    found = [_ground(votes, statement) for statement in range(votes.shape[1])]
    return sorted(found, key=lambda each: (-each.low, -each.voted, each.statement))


def _ground(votes: Votes, statement: int) -> Ground:
    column = votes[:, statement]
    agree, disagree, passed = (int((column == kind).sum()) for kind in (AGREE, DISAGREE, PASS))
    side = AGREE if agree >= disagree else DISAGREE
    low = wilson_low(max(agree, disagree), agree + disagree + passed)
    return Ground(statement, agree, disagree, passed, side, low)


def wilson_low(hits: int, size: int) -> float:
    """The lower end of Wilson's 95 % interval for a share; 0 without votes."""
    if not size:
        return 0.0
    share, spread = hits / size, Z * Z / size
    return (share + spread / 2 - Z * sqrt(share * (1 - share) / size + spread / (4 * size))) / (1 + spread)
