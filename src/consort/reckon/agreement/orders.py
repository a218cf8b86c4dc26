"""Agreement on an order of items: Kendall's W with ties, its chance line, and tau-b."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import ArrayLike, NDArray

from consort.reckon.errors import require

FEWEST_PEOPLE = 3
DRAWS = 20_000
SEED = 20_110_101
CHUNK = 2_000
TOLERANCE = 1e-9


@dataclass(frozen=True)
class OrderAgreement:
    """What a page shows about an order. `w` and `tau_b` are None when nobody, or only one, told any items apart."""

    people: int
    items: int
    w: float | None
    chance_line: float
    p_value: float | None
    tau_b: float | None


def order_agreement(ranks: ArrayLike) -> OrderAgreement:
    """All figures at once. `ranks`: shape (people, items), smaller is better, equal ranks allowed, none missing.

    Raises `TooFew` below three people, ValueError on missing ranks or fewer than two items.
    """
    table = _table(ranks)
    people, items = table.shape
    return OrderAgreement(
        people, items, kendall_w(table), chance_line(people, items), p_value(table), mean_tau_b(table)
    )


def kendall_w(ranks: ArrayLike) -> float | None:
    """Kendall's W with ties, from 0 (no common order) to 1 (one order); None if everybody tied all items.

    W = 12 S / (m^2 (n^3 - n) - m sum(t^3 - t)), for m people and n items, S the squared deviations of the rank sums
    and t the sizes of groups of ties. It equals Friedman's chi square / (m (n - 1)).
    Source: Kendall & Babington Smith 1939; Kendall 1948, "Rank correlation methods". Errors as `order_agreement`.
    """
    table = midranks(_table(ranks))
    scale = _scale(table)
    return float(_deviation(table) / scale) if scale > 0 else None


def p_value(ranks: ArrayLike, *, draws: int = 9_999, seed: int = SEED) -> float | None:
    """Share of random orders that agree at least as well: everybody's own ranks (with their ties) are shuffled.

    Permutation test with (1 + hits) / (1 + draws), seeded. None where W is None. Errors as `order_agreement`.
    """
    table = midranks(_table(ranks))
    if _scale(table) <= 0:
        return None
    observed = _deviation(table) - TOLERANCE
    generator = np.random.default_rng(seed)
    sizes = [min(CHUNK, draws - start) for start in range(0, draws, CHUNK)]
    hits = sum(int((_shuffled_deviations(generator, table, size) >= observed).sum()) for size in sizes)
    return (1 + hits) / (1 + draws)


@lru_cache(maxsize=512)
def chance_line(people: int, items: int, *, draws: int = DRAWS, seed: int = SEED) -> float:
    """95th percentile of W among people who order the items at random, without ties. Simulated, seeded, cached."""
    if people < 2 or items < 2:
        raise ValueError("A chance line needs at least two people and two items.")
    table = np.tile(np.arange(1.0, items + 1), (people, 1))
    generator = np.random.default_rng(seed)
    sizes = [min(CHUNK, draws - start) for start in range(0, draws, CHUNK)]
    deviations = np.concatenate([_shuffled_deviations(generator, table, size) for size in sizes])
    return float(np.quantile(deviations, 0.95) / _scale(table))


def mean_tau_b(ranks: ArrayLike) -> float | None:
    """Mean of Kendall's tau-b over all pairs of people, from -1 to 1; pairs with someone who tied all are left out.

    Source: Kendall 1945, "The treatment of ties in ranking problems", Biometrika 33. Errors as `order_agreement`.
    """
    table = _table(ranks)
    first, second = np.triu_indices(table.shape[1], 1)
    signs = np.sign(table[:, first] - table[:, second])
    signs = signs[np.abs(signs).sum(axis=1) > 0]
    if len(signs) < 2:
        return None
    lengths = np.sqrt(np.abs(signs).sum(axis=1))
    taus = signs @ signs.T / np.outer(lengths, lengths)
    return float(taus[np.triu_indices(len(signs), 1)].mean())


def midranks(table: NDArray[np.float64]) -> NDArray[np.float64]:
    """Ranks from 1 in each row, tied values sharing the mean of their places. Shape (people, items)."""
    below = (table[:, :, None] > table[:, None, :]).sum(axis=2)
    equal = (table[:, :, None] == table[:, None, :]).sum(axis=2)
    result: NDArray[np.float64] = below + (equal + 1) / 2
    return result


def _table(ranks: ArrayLike) -> NDArray[np.float64]:
    table = np.asarray(ranks, dtype=np.float64)
    if table.ndim != 2:
        raise ValueError("Ranks have the shape (people, items).")
    require("people", needed=FEWEST_PEOPLE, given=table.shape[0])
    if table.shape[1] < 2 or not np.isfinite(table).all():
        raise ValueError("Everybody must rank all of at least two items.")
    return table


def _deviation(table: NDArray[np.float64]) -> float:
    """12 S: squared deviations of the rank sums."""
    sums = table.sum(axis=0)
    return float(12 * ((sums - sums.mean()) ** 2).sum())


def _scale(table: NDArray[np.float64]) -> float:
    """The largest 12 S that ranks with these ties could reach."""
    people, items = table.shape
    ties = sum(float((np.unique(row, return_counts=True)[1] ** 3.0).sum()) - items for row in table)
    return float(people**2 * (items**3 - items) - people * ties)


def _shuffled_deviations(generator: np.random.Generator, table: NDArray[np.float64], draws: int) -> NDArray[np.float64]:
    """12 S for `draws` independent shuffles of every row; shape (draws,)."""
    shuffled = generator.permuted(np.broadcast_to(table, (draws, *table.shape)), axis=2)
    sums = shuffled.sum(axis=1)
    result: NDArray[np.float64] = 12 * ((sums - sums.mean(axis=1, keepdims=True)) ** 2).sum(axis=1)
    return result
