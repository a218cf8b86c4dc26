"""Statement maps: many people agree, disagree or pass on many statements; common ground first, groups only if real."""

from consort.reckon.statements.columns import table_of
from consort.reckon.statements.ground import Ground, common_ground
from consort.reckon.statements.groups import Grouping, find_groups
from consort.reckon.statements.table import NOTHING, Cast, VoteTable, latest_votes
from consort.reckon.statements.telling import Telling, what_tells

__all__ = [
    "NOTHING",
    "Cast",
    "Ground",
    "Grouping",
    "Telling",
    "VoteTable",
    "common_ground",
    "find_groups",
    "latest_votes",
    "table_of",
    "what_tells",
]
