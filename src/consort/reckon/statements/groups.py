"""Groups of people who vote alike: shown only when there is something to show, and with how stable they are.

On pure noise the usual recipe (principal components, k-means, best silhouette) always reports two to five groups. So a
gate stands before it, and one group is a possible answer.
"""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from consort.reckon.statements.table import NOTHING, Votes

Matrix: TypeAlias = NDArray[np.float64]
Labels: TypeAlias = NDArray[np.int64]

FEWEST_PEOPLE = 15
FEWEST_VOTES = 7
MOST_GROUPS = 5
FLIPS = 99
AT_MOST = 400
HALVES = 6
STABLE = 0.5
SEED = 1927


@dataclass(frozen=True)
class Grouping:
    """`places`, shape (people, 2): where each person stands, NaN for those with too few votes. `groups`, shape
    (people,): 0 is the largest group, -1 without enough votes; everybody is in group 0 when there is but one.

    `share`: how much of the differences the first direction holds. `p`: how often chance alone gives as much.
    `stability`: the mean adjusted Rand index of groupings by two random halves of the statements, NaN with one group;
    near 1 the same groups come out, near 0 they are accidents.
    `why_one`: "few" people, "chance", "unstable", or "" when there are groups.
    """

    places: Matrix
    groups: Labels
    share: float
    p: float
    stability: float
    why_one: str = ""

    @property
    def number(self) -> int:
        return int(self.groups.max()) + 1 if (self.groups >= 0).any() else 0


def find_groups(votes: Votes, *, seed: int = SEED) -> Grouping:
    """Place people and, if it is honest, group them. `votes` as in `VoteTable`.

    People with fewer than seven votes (or than all, if there are fewer statements) are left out. The gate: the first
    direction's share must exceed that of 95 in 100 tables whose entries kept their size and lost their sign
    (Hong, Sheng & Dobriban 2020). The number of groups is that whose halves of the statements agree best. Deterministic
    for a seed.
    """
    random = np.random.default_rng(seed)
    enough = (votes != NOTHING).sum(axis=1) >= max(1, min(FEWEST_VOTES, votes.shape[1]))
    matrix = _centred(votes[enough])
    places = np.full((len(votes), 2), np.nan)
    places[enough], share = _directions(matrix)
    groups = np.where(enough, 0, -1).astype(np.int64)
    if enough.sum() < FEWEST_PEOPLE or votes.shape[1] < 2:
        return Grouping(places, groups, share, float("nan"), float("nan"), "few")
    p = _chance_of(matrix, random)
    if p > 0.05:
        return Grouping(places, groups, share, p, float("nan"), "chance")
    number, stability = _most_stable(matrix, random)
    if stability < STABLE:
        return Grouping(places, groups, share, p, stability, "unstable")
    groups[enough] = _by_size(_cluster(places[enough], number, random))
    return Grouping(places, groups, share, p, stability)


def _centred(votes: Votes) -> Matrix:
    """Votes as distances from each statement's mean; who said nothing stands at the mean."""
    given = votes != NOTHING
    counts = np.maximum(given.sum(axis=0), 1)
    means = np.where(given, votes, 0).sum(axis=0) / counts
    centred: Matrix = np.where(given, votes - means, 0.0)
    return centred


def _directions(matrix: Matrix) -> tuple[Matrix, float]:
    """Where people stand on the two main directions, and the share of the first.

    Who voted on few statements would stand near the middle, so each is moved out by the root of statements per vote.
    """
    if not matrix.size or not matrix.any():
        return np.zeros((len(matrix), 2)), 0.0
    values, vectors = _leading(matrix, 2)
    stretch = np.sqrt(matrix.shape[1] / np.maximum((matrix != 0).sum(axis=1), 1))
    return vectors * np.sqrt(values) * stretch[:, None], float(values[0] / (matrix**2).sum())


def _leading(matrix: Matrix, wanted: int) -> tuple[Matrix, Matrix]:
    """The largest squared singular values and their left vectors, shape (people, wanted), each with a settled sign."""
    small = matrix @ matrix.T if matrix.shape[0] <= matrix.shape[1] else matrix.T @ matrix
    values, vectors = _top(small, wanted)
    if matrix.shape[0] > matrix.shape[1]:
        vectors = matrix @ vectors / np.sqrt(np.maximum(values, 1e-12))
    signs = np.sign(vectors[np.abs(vectors).argmax(axis=0), range(wanted)])
    return values, vectors * np.where(signs == 0, 1, signs)


def _top(square: Matrix, wanted: int, *, steps: int = 16) -> tuple[Matrix, Matrix]:
    """The largest eigenvalues of a symmetric matrix, by subspace iteration with a few spare directions."""
    size = len(square)
    if size <= 64:
        values, vectors = np.linalg.eigh(square)
        order = np.argsort(values)[::-1][:wanted]
        short = wanted - len(order)
        return np.pad(np.maximum(values[order], 0), (0, short)), np.pad(vectors[:, order], ((0, 0), (0, short)))
    basis = np.linalg.qr(np.random.default_rng(SEED).standard_normal((size, wanted + 6)))[0]
    for _ in range(steps):
        basis = np.linalg.qr(square @ basis)[0]
    values, inner = np.linalg.eigh(basis.T @ square @ basis)
    order = np.argsort(values)[::-1][:wanted]
    return np.maximum(values[order], 0), basis @ inner[:, order]


def _chance_of(matrix: Matrix, random: np.random.Generator) -> float:
    """How often a table without structure gives its first direction as large a share. Looks at 400 by 400 at most."""
    people, statements = (random.permutation(size)[:AT_MOST] for size in matrix.shape)
    looked = matrix[np.ix_(np.sort(people), np.sort(statements))].astype(np.float32)
    found = _largest(looked, random)
    beyond = sum(_largest(looked * _signs(looked.shape, random), random) >= found for _ in range(FLIPS))
    return (beyond + 1) / (FLIPS + 1)


def _signs(shape: tuple[int, ...], random: np.random.Generator) -> NDArray[np.float32]:
    return random.integers(0, 2, size=shape, dtype=np.int8).astype(np.float32) * 2 - 1


def _largest(matrix: NDArray[np.float32], random: np.random.Generator, *, steps: int = 20) -> float:
    """The largest squared singular value, by power iteration from three starts at once."""
    vectors = random.standard_normal((matrix.shape[1], 3)).astype(np.float32)
    for _ in range(steps):
        vectors = matrix.T @ (matrix @ vectors)
        vectors /= np.maximum(np.linalg.norm(vectors, axis=0), 1e-12)
    return float((np.linalg.norm(matrix @ vectors, axis=0) ** 2).max())


def _most_stable(matrix: Matrix, random: np.random.Generator) -> tuple[int, float]:
    """The number of groups (2 to 5) on which two halves of the statements agree best, and how well they do."""
    agreed: dict[int, list[float]] = {number: [] for number in range(2, MOST_GROUPS + 1)}
    for _ in range(HALVES):
        order = random.permutation(matrix.shape[1])
        halves = [_directions(matrix[:, half])[0] for half in np.array_split(order, 2)]
        for number, found in agreed.items():
            found.append(adjusted_rand(*(_cluster(half, number, random) for half in halves)))
    means = {number: float(np.mean(found)) for number, found in agreed.items()}
    best = max(means, key=lambda number: (round(means[number], 2), -number))
    return best, means[best]


def _cluster(places: Matrix, number: int, random: np.random.Generator, *, starts: int = 3, steps: int = 25) -> Labels:
    """k-means with k-means++ starts (Arthur & Vassilvitskii 2007), the best of a few."""
    tried = [_k_means(places, number, random, steps) for _ in range(starts)]
    return min(tried, key=lambda each: each[1])[0]


def _k_means(places: Matrix, number: int, random: np.random.Generator, steps: int) -> tuple[Labels, float]:
    centres = _spread_out(places, number, random)
    before = np.full(len(places), -1)
    for _ in range(steps):
        labels = _nearest(places, centres)
        if (labels == before).all():
            break
        before = labels
        members = labels[:, None] == np.arange(number)
        sizes = members.sum(axis=0)
        centres = np.where(sizes[:, None] > 0, members.T @ places / np.maximum(sizes, 1)[:, None], centres)
    return labels, float(((places - centres[labels]) ** 2).sum())


def _nearest(places: Matrix, centres: Matrix) -> Labels:
    """The centre that is nearest to each place."""
    nearest: Labels = np.stack([((places - centre) ** 2).sum(axis=1) for centre in centres]).argmin(axis=0)
    return nearest


def _spread_out(places: Matrix, number: int, random: np.random.Generator) -> Matrix:
    centres = [places[random.integers(len(places))]]
    while len(centres) < number:
        far = np.min([((places - centre) ** 2).sum(axis=1) for centre in centres], axis=0)
        chances = far / far.sum() if far.sum() > 0 else np.full(len(places), 1 / len(places))
        centres.append(places[random.choice(len(places), p=chances)])
    return np.array(centres)


def _by_size(labels: Labels) -> Labels:
    """The same groups, numbered from the largest."""
    sizes = np.bincount(labels)
    ranks = np.empty(len(sizes), dtype=np.int64)
    ranks[np.argsort(-sizes, kind="stable")] = np.arange(len(sizes))
    return ranks[labels]


def adjusted_rand(one: Labels, other: Labels) -> float:
    """How far two groupings agree beyond chance: 1 the same, about 0 by chance. Source: Hubert & Arabie 1985."""
    together = np.zeros((one.max() + 1, other.max() + 1))
    np.add.at(together, (one, other), 1)
    both, rows, columns = (_pairs(counts) for counts in (together, together.sum(axis=1), together.sum(axis=0)))
    expected = rows * columns / _pairs(together.sum())
    most = (rows + columns) / 2
    return 1.0 if most == expected else float((both - expected) / (most - expected))


def _pairs(counts: Matrix) -> float:
    return float((counts * (counts - 1) / 2).sum())
