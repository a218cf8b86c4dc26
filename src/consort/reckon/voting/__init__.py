"""Choosing together: ballots, methods, and how firm their results are. Ties are shown, never silently broken."""

from consort.reckon.voting.approval import approval
from consort.reckon.voting.ballot import Ballot, BallotBox, Unranked
from consort.reckon.voting.borda import borda
from consort.reckon.voting.consent import Objection, consent
from consort.reckon.voting.instant_runoff import instant_runoff
from consort.reckon.voting.majority import Base, bases, majority, supermajority
from consort.reckon.voting.minimax import minimax
from consort.reckon.voting.outcome import Outcome
from consort.reckon.voting.pairwise import condorcet_winner, pairwise
from consort.reckon.voting.ranked_pairs import ranked_pairs
from consort.reckon.voting.schulze import schulze
from consort.reckon.voting.scoring import score, star
from consort.reckon.voting.sensitivity import RANKED_METHODS, Change, Sensitivity, sensitivity

__all__ = [
    "RANKED_METHODS",
    "Ballot",
    "BallotBox",
    "Base",
    "Change",
    "Objection",
    "Outcome",
    "Sensitivity",
    "Unranked",
    "approval",
    "bases",
    "borda",
    "condorcet_winner",
    "consent",
    "instant_runoff",
    "majority",
    "minimax",
    "pairwise",
    "ranked_pairs",
    "schulze",
    "score",
    "sensitivity",
    "star",
    "supermajority",
]
