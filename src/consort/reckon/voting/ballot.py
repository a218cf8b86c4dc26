"""Ranked ballots: one at a time (`Ballot`) and all together as arrays (`BallotBox`)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, Self

import numpy as np
from numpy.typing import ArrayLike, NDArray

Unranked = Literal["not_compared", "last"]
UNRANKED = -1
NEVER = int(np.iinfo(np.int32).max)
WORST_RANK = 1_000_000_000


@dataclass(frozen=True)
class Ballot:
    """One ranking, cast by `count` people.

    `ranks[i]` is the rank of option i: smaller is better, equal numbers are equal ranks, only the order matters.
    None means that the ballot says nothing about the option; `BallotBox.unranked` decides what that means.
    """

    ranks: tuple[int | None, ...]
    count: int = 1


@dataclass(frozen=True, eq=False)
class BallotBox:
    """All ballots on the same options.

    `ranks`: int32, shape (options, ballots), -1 where the ballot is silent. `counts`: int64, shape (ballots,).
    `unranked`: "not_compared" (a silent ballot compares the option with no other one) or "last" (truncated ballots:
    silent options are tied below all ranked ones).
    """

    ranks: NDArray[np.int32]
    counts: NDArray[np.int64]
    unranked: Unranked

    @classmethod
    def of(cls, ballots: Iterable[Ballot], *, options: int | None = None, unranked: Unranked = "not_compared") -> Self:
        """Collect ballots. `options` is needed only when there may be no ballot at all.

        Raises ValueError when ballots differ in length or hold negative ranks or counts.
        """
        gathered = list(ballots)
        width = len(gathered[0].ranks) if options is None and gathered else options
        if width is None:
            raise ValueError("Without ballots the number of options must be given.")
        if any(len(ballot.ranks) != width for ballot in gathered):
            raise ValueError(f"Every ballot needs {width} ranks, one for each option.")
        codes = (_code(rank) for ballot in gathered for rank in ballot.ranks)
        matrix = np.fromiter(codes, np.int32, count=len(gathered) * width).reshape(len(gathered), width)
        return cls.from_matrix(matrix, counts=[ballot.count for ballot in gathered], unranked=unranked)

    @classmethod
    def from_matrix(
        cls, matrix: ArrayLike, *, counts: Sequence[int] | None = None, unranked: Unranked = "not_compared"
    ) -> Self:
        """Take integer ranks of shape (ballots, options), -1 for silence; `counts` defaults to one each.

        Raises ValueError on another shape, ranks below -1 or negative counts.
        """
        array = np.asarray(matrix, dtype=np.int32)
        if array.ndim != 2 or array.shape[1] < 1:
            raise ValueError("Ranks have the shape (ballots, options), with at least one option.")
        weights = np.ones(array.shape[0], np.int64) if counts is None else np.asarray(counts, dtype=np.int64)
        if weights.shape != array.shape[:1] or bool((weights < 0).any()):
            raise ValueError("Counts are one number per ballot, none of them negative.")
        if bool((array < UNRANKED).any()) or bool((array > WORST_RANK).any()):
            raise ValueError("A rank is out of range.")
        return cls(np.ascontiguousarray(array.T), weights, unranked)

    @property
    def options(self) -> int:
        """Number of options."""
        return int(self.ranks.shape[0])

    @property
    def total(self) -> int:
        """Number of people who cast a ballot."""
        return int(self.counts.sum())

    def as_higher(self) -> NDArray[np.int32]:
        """Ranks to stand on the better side of `<`: silence can never win a comparison unless it is "last"."""
        return np.where(self.ranks == UNRANKED, NEVER, self.ranks)

    def as_lower(self) -> NDArray[np.int32]:
        """Ranks to stand on the worse side of `<`: silence loses every comparison if "last", none otherwise."""
        return self.ranks if self.unranked == "not_compared" else self.as_higher()

    def distinct(self) -> "BallotBox":
        """The same box with equal ballots merged, for methods that go through them again and again."""
        rows, positions = np.unique(self.ranks.T, axis=0, return_inverse=True)
        counts = np.zeros(len(rows), np.int64)
        np.add.at(counts, positions.reshape(-1), self.counts)
        return BallotBox(np.ascontiguousarray(rows.T), counts, self.unranked)


def _code(rank: int | None) -> int:
    if rank is None:
        return UNRANKED
    if rank < 0:
        raise ValueError("A rank cannot be negative.")
    return min(rank, WORST_RANK + 1)
