"""What can be recorded about findings: that one was set aside, and that an objective goes against a "will not"."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from consort.core.ledger import Fact, fact


@fact("finding.set_aside", _("{actor} left “{asks}” as it is: {reason}"))
@dataclass(frozen=True)
class FindingSetAside(Fact):
    """`name` is the rule or the check, `asks` its title."""

    name: str
    asks: str
    reason: str


@fact("finding.taken_back", _("{actor} lets “{asks}” ask again"))
@dataclass(frozen=True)
class FindingTakenBack(Fact):
    name: str
    asks: str


@fact("contradiction.marked", _("{actor} said that this goes against “we will not {will_not}”: {because}"))
@dataclass(frozen=True)
class ContradictionMarked(Fact):
    will_not: str
    because: str


@fact("contradiction.withdrawn", _("{actor} took back that this goes against “we will not {will_not}”"))
@dataclass(frozen=True)
class ContradictionWithdrawn(Fact):
    will_not: str
