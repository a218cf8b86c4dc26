"""Very many votes at once, in columns."""

from array import array
from collections.abc import Sequence
from typing import TypeAlias

import numpy as np

from consort.reckon.statements.table import NOTHING, VoteTable

Column: TypeAlias = "Sequence[int] | array[int]"


def table_of(people: Column, statements: Column, votes: Column, at: Column, *, among: Sequence[int]) -> VoteTable:
    """As `latest_votes`, for columns of equal length: a million votes in about a second.

    `among`: the statements of the table in ascending order, also those without votes. Of votes with the same `at` the
    later one counts. Raises ValueError for a vote that is none of the three, or a statement that is not `among` them.
    """
    given = np.asarray(votes, dtype=np.int8)
    if not np.isin(given, (-1, 0, 1)).all():
        raise ValueError("A vote is 1 (agrees), 0 (passes) or -1 (disagrees).")
    known = np.asarray(among, dtype=np.int64)
    asked = np.asarray(statements, dtype=np.int64)
    if not np.isin(asked, known).all():
        raise ValueError("A vote is on a statement that is not in the table.")
    names, rows = np.unique(np.asarray(people, dtype=np.int64), return_inverse=True)
    cells = rows * len(known) + np.searchsorted(known, asked)
    order = np.argsort(np.asarray(at, dtype=np.int64), kind="stable")[::-1]
    latest, first = np.unique(cells[order], return_index=True)
    table = np.full(len(names) * len(known), NOTHING, dtype=np.int8)
    table[latest] = given[order][first]
    shape = (len(names), len(known))
    return VoteTable(tuple(names.tolist()), tuple(known.tolist()), table.reshape(shape), len(given) - len(latest))
