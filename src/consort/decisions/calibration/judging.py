"""Drawing questions that were not asked yet, and judging answers."""

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from consort.decisions.calibration.questions import ALL, QUANTITIES, STATEMENTS, Quantity, Statement

STATEMENTS_ASKED, QUANTITIES_ASKED = 12, 8
LEVEL = 0.8


@dataclass(frozen=True)
class Given:
    """An answer, as the exercise keeps it: `percent`, or `low` and `high`."""

    question: str
    percent: int | None = None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class Judged:
    """`is_hit`: the truth is on the side that was held more likely, or within the range. None for even odds."""

    question: Statement | Quantity
    given: Given
    is_hit: bool | None


def draw(asked: Iterable[str], seed: UUID) -> list[str]:
    """Keys for one sitting: first those asked least often, among these by chance, statements before quantities."""
    counts, chance = Counter(asked), random.Random(seed.int)

    def least_asked(keys: Sequence[str], most: int) -> list[str]:
        shuffled = chance.sample(list(keys), len(keys))
        return sorted(shuffled, key=lambda key: counts[key])[:most]

    statements = least_asked([each.key for each in STATEMENTS], STATEMENTS_ASKED)
    return [*statements, *least_asked([each.key for each in QUANTITIES], QUANTITIES_ASKED)]


def judge(given: Iterable[Given]) -> list[Judged]:
    """Each answer against the truth; answers to questions that are no longer asked are left out."""
    return [Judged(question, each, _is_hit(question, each)) for each in given if (question := ALL.get(each.question))]


def _is_hit(question: Statement | Quantity, given: Given) -> bool | None:
    if isinstance(question, Quantity):
        return given.low is not None and given.high is not None and given.low <= question.truth <= given.high
    if given.percent is None or given.percent == 50:
        return None
    return (given.percent > 50) == question.truth
