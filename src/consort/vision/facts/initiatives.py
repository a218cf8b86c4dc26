"""What can be recorded about initiatives."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from consort.core.ledger import Fact, fact


@fact("initiative.added", _("{actor} wrote down the initiative “{title}”"))
@dataclass(frozen=True)
class InitiativeAdded(Fact):
    title: str


@fact("initiative.changed", _("{actor} changed {what}"))
@dataclass(frozen=True)
class InitiativeChanged(Fact):
    """`before` holds what stood there, by field."""

    what: str
    before: dict[str, str]


@fact("initiative.begun", _("{actor} began this initiative"))
@dataclass(frozen=True)
class InitiativeBegun(Fact):
    pass


@fact("initiative.done", _("{actor} noted that this initiative is done"))
@dataclass(frozen=True)
class InitiativeDone(Fact):
    pass


@fact("initiative.stopped", _("{actor} stopped this initiative: {because}"))
@dataclass(frozen=True)
class InitiativeStopped(Fact):
    because: str
