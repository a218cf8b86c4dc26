"""Who said what of which statement: a person's latest vote counts."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

AGREE, PASS, DISAGREE, NOTHING = 1, 0, -1, -9
Votes: TypeAlias = NDArray[np.int8]


@dataclass(frozen=True)
class Cast:
    """One vote as it was cast: 1 agrees, 0 passes, -1 disagrees. `at`: anything that orders votes in time."""

    person: Hashable
    statement: Hashable
    vote: int
    at: float


@dataclass(frozen=True)
class VoteTable:
    """`votes`, shape (people, statements): 1, 0, -1, or `NOTHING` where a person did not vote.

    `replaced` counts votes that a later one by the same person on the same statement has replaced.
    """

    people: tuple[Hashable, ...]
    statements: tuple[Hashable, ...]
    votes: Votes
    replaced: int = 0


def latest_votes(cast: Iterable[Cast]) -> VoteTable:
    """The table of votes. Of votes with the same `at`, the one that comes later in `cast` counts.

    Raises ValueError for a vote that is none of the three.
    """
    latest: dict[tuple[Hashable, Hashable], tuple[float, int]] = {}
    given = 0
    for one in cast:
        if one.vote not in (AGREE, PASS, DISAGREE):
            raise ValueError(f"{one.vote} is no vote: 1 agrees, 0 passes, -1 disagrees.")
        given += 1
        key = (one.person, one.statement)
        if key not in latest or one.at >= latest[key][0]:
            latest[key] = (one.at, one.vote)
    people = {person: place for place, person in enumerate(dict.fromkeys(person for person, _ in latest))}
    statements = {name: place for place, name in enumerate(dict.fromkeys(name for _, name in latest))}
    votes = np.full((len(people), len(statements)), NOTHING, dtype=np.int8)
    for (person, statement), (_at, vote) in latest.items():
        votes[people[person], statements[statement]] = vote
    return VoteTable(tuple(people), tuple(statements), votes, given - len(latest))
