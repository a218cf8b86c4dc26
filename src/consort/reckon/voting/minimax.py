"""Minimax (Simpson and Kramer): the smallest worst defeat."""

from consort.reckon.voting.ballot import BallotBox
from consort.reckon.voting.outcome import Outcome, ranked_outcome, tiers_by_value
from consort.reckon.voting.pairwise import Strength, defeat_strengths, pairwise


def minimax(box: BallotBox, *, strength: Strength = "winning_votes") -> Outcome:
    """Order options by their worst head-to-head defeat, the mildest first.

    Detail "worst_defeat" is its strength, 0 for an undefeated option.
    Source: Simpson 1969; Kramer 1977, "A dynamical model of political equilibrium", Journal of Economic Theory 16.
    """
    wins = pairwise(box)
    worst = [int(value) for value in defeat_strengths(wins, strength).max(axis=0)]
    detail = {"strength": strength, "pairwise": wins.tolist(), "worst_defeat": worst}
    return ranked_outcome("minimax", tiers_by_value([-value for value in worst]), detail)
