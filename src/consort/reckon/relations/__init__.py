"""Everyone about everyone: the Social Relations Model, for teams of four people and more.

A rating is a mean, what the perceiver sees in everybody, what everybody sees in the target, and what is particular to
the two. `Pattern` says which ratings are there; `decompose` gives the effects and the variances.
"""

from consort.reckon.relations.components import Components, Effects, decompose
from consort.reckon.relations.pattern import FEWEST_PEOPLE, Pattern, table_of
from consort.reckon.relations.pooling import Team, pool, pooled_reciprocity, self_enhancement
from consort.reckon.relations.significance import Reciprocity, Variation, reciprocity, variation
from consort.reckon.relations.spread import Spread, standard_errors

__all__ = [
    "FEWEST_PEOPLE",
    "Components",
    "Effects",
    "Pattern",
    "Reciprocity",
    "Spread",
    "Team",
    "Variation",
    "decompose",
    "pool",
    "pooled_reciprocity",
    "reciprocity",
    "self_enhancement",
    "standard_errors",
    "table_of",
    "variation",
]
