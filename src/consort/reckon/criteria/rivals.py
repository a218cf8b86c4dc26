"""Other methods over the same scores. They stretch scores to the options at hand, and so can be swayed by a loser."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from consort.reckon.criteria.weighing import Table, best, checked

Rule = Callable[[Table, Table], Table]


@dataclass(frozen=True)
class Reversal:
    """Without the option `dropped`, which does not win, `method` names `then` instead of `now`."""

    method: str
    dropped: int
    now: tuple[int, ...]
    then: tuple[int, ...]


def rivals(scores: ArrayLike, weights: ArrayLike) -> dict[str, tuple[int, ...]]:
    """The winners by four usual methods, by name. On random problems they agree in about one of three.

    `weighted_sum`: of the scores as they are. `stretched_sum`: each criterion stretched to 0 to 1 over the options.
    `weighted_product`: of stretched scores kept above zero. `topsis`: nearest to the best and farthest from the worst
    (Hwang & Yoon 1981).
    """
    table, shares = checked(scores, weights)
    return {name: tuple(sorted(best(rule(table, shares)))) for name, rule in RULES.items()}


def reversals(scores: ArrayLike, weights: ArrayLike) -> list[Reversal]:
    """Losing options whose dropping would change the winner, by method. Never one for `weighted_sum`."""
    table, shares = checked(scores, weights)
    return [
        Reversal(name, loser, now, then)
        for name, rule in RULES.items()
        for now in [tuple(sorted(best(rule(table, shares))))]
        for loser in range(len(table))
        if loser not in now and len(table) > 2
        if (then := _without(table, shares, rule, loser)) != now
    ]


def _without(table: Table, shares: Table, rule: Rule, loser: int) -> tuple[int, ...]:
    kept = [option for option in range(len(table)) if option != loser]
    return tuple(sorted(kept[place] for place in best(rule(table[kept], shares))))


def _sum(table: Table, shares: Table) -> Table:
    return table @ shares


def _stretched(table: Table) -> Table:
    """Each criterion from 0 (worst option at hand) to 1 (best); a criterion on which all are equal gives 1 to all."""
    low, reach = table.min(axis=0), np.ptp(table, axis=0)
    return np.where(reach > 0, (table - low) / np.where(reach > 0, reach, 1), 1.0)


def _stretched_sum(table: Table, shares: Table) -> Table:
    return _stretched(table) @ shares


def _product(table: Table, shares: Table) -> Table:
    logarithms: Table = np.log(0.01 + 0.99 * _stretched(table)) @ shares
    return logarithms


def _topsis(table: Table, shares: Table) -> Table:
    lengths = np.sqrt((table**2).sum(axis=0))
    heavy = table / np.where(lengths > 0, lengths, 1) * shares
    to_best = np.sqrt(((heavy - heavy.max(axis=0)) ** 2).sum(axis=1))
    to_worst = np.sqrt(((heavy - heavy.min(axis=0)) ** 2).sum(axis=1))
    both = to_best + to_worst
    return np.where(both > 0, to_worst / np.where(both > 0, both, 1), 1.0)


RULES: dict[str, Rule] = {
    "weighted_sum": _sum,
    "stretched_sum": _stretched_sum,
    "weighted_product": _product,
    "topsis": _topsis,
}
