"""What every method returns."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Outcome:
    """The result of one method, ready for a page or for JSON.

    `winners`: indexes of the winning options, several when they tie, none when nothing passes.
    `tiers`: all options from best to worst; options of one tier are tied, or not told apart by the method.
    `tied`: more than one winner, so people and not the software must break the tie.
    `detail`: the numbers behind it, JSON-able. `note`: what a reader must know beside it, or "".
    """

    method: str
    winners: tuple[int, ...]
    tiers: tuple[tuple[int, ...], ...]
    tied: bool
    detail: dict[str, Any] = field(default_factory=dict)
    note: str = ""


def ranked_outcome(method: str, tiers: Sequence[Sequence[int]], detail: dict[str, Any], note: str = "") -> Outcome:
    """An outcome whose winners are the first tier."""
    frozen = tuple(tuple(tier) for tier in tiers if tier)
    winners = frozen[0] if frozen else ()
    return Outcome(method, winners, frozen, len(winners) > 1, detail, note)


def winners_then_rest(winners: Sequence[int], options: int) -> list[list[int]]:
    """Two tiers, for methods that name winners but do not order the others."""
    return [sorted(winners), [option for option in range(options) if option not in winners]]


def tiers_by_value(values: Sequence[int | float | Fraction]) -> list[list[int]]:
    """Group option indexes by value, highest first; equal values share a tier."""
    levels = sorted(set(values), reverse=True)
    return [[option for option, value in enumerate(values) if value == level] for level in levels]


def tiers_by_defeat(defeats: NDArray[np.bool_]) -> list[list[int]]:
    """Peel an acyclic relation: first the undefeated, then those defeated only by earlier tiers.

    `defeats[i, j]`: option i defeats option j, shape (options, options).
    """
    remaining = list(range(len(defeats)))
    tiers: list[list[int]] = []
    while remaining:
        free = [option for option in remaining if not defeats[remaining, option].any()]
        tiers.append(free)
        remaining = [option for option in remaining if option not in free]
    return tiers
