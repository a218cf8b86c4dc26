"""Several teams together, and how people see themselves."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from consort.reckon.errors import require
from consort.reckon.relations.components import Components, Effects, decompose
from consort.reckon.relations.significance import Reciprocity, freedom_of, mean_squares, reciprocity_of

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Team:
    """One team's share in the pool: `weight` is its number of people less one."""

    weight: int
    components: Components


def pool(tables: Sequence[ArrayLike]) -> tuple[Components, list[Team]]:
    """Components of several teams, each with the weight n - 1 (Kenny, Kashy & Cook 2006, chapter 8).

    The pool's `people` are those of all teams. Raises `TooFew` as `decompose`, and without any team.
    """
    require("teams", needed=1, given=len(tables))
    teams = [Team(len(np.asarray(table)) - 1, decompose(table)[1]) for table in tables]
    return Components(
        sum(team.components.people for team in teams),
        _mean(teams, "perceiver"),
        _mean(teams, "target"),
        _mean(teams, "perceiver_target"),
        _mean(teams, "relationship"),
        _mean(teams, "reciprocity"),
        _mean(teams, "perceiver_noise"),
        _mean(teams, "target_noise"),
    ), teams


def pooled_reciprocity(tables: Sequence[ArrayLike]) -> Reciprocity:
    """The exact test over several complete teams: their sums of squares and degrees of freedom add up.

    Raises ValueError where a table has gaps.
    """
    require("teams", needed=1, given=len(tables))
    if any(np.isnan(table[~np.eye(len(table), dtype=bool)]).any() for table in map(np.asarray, tables)):
        raise ValueError("The exact test needs every answer.")
    parts = [decompose(table)[1] for table in tables]
    freedom = np.array([freedom_of(each.people) for each in parts])
    squares = np.array([mean_squares(each) for each in parts]) * freedom
    alike, apart = squares.sum(axis=0) / freedom.sum(axis=0)
    return reciprocity_of(float(alike), float(apart), (int(freedom[:, 0].sum()), int(freedom[:, 1].sum())))


def self_enhancement(own: Sequence[float], effects: Effects) -> Numbers:
    """How much better each sees oneself than one sees others and is seen by them: self - perceiver - target - mean.

    `own`: the rating of oneself, nan where there is none. Source: Kwan, John, Kenny, Bond & Robins 2004,
    Psychological Review 111.
    """
    return np.asarray(own, dtype=np.float64) - effects.perceiver - effects.target - effects.mean


def _mean(teams: Sequence[Team], name: str) -> float:
    return float(
        np.average([getattr(each.components, name) for each in teams], weights=[each.weight for each in teams])
    )
