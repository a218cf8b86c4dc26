"""What can be recorded about priorities."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from consort.core.ledger import Fact, fact


@fact("priority.added", _("{actor} added the priority “{title}”"))
@dataclass(frozen=True)
class PriorityAdded(Fact):
    title: str


@fact("priority.changed", _("{actor} changed {what}"))
@dataclass(frozen=True)
class PriorityChanged(Fact):
    """`before` holds what stood there, by field."""

    what: str
    before: dict[str, str]


@fact("priority.placed", _("{actor} moved this priority from place {former} to place {place}"))
@dataclass(frozen=True)
class PriorityPlaced(Fact):
    former: int
    place: int


@fact("priority.closed", _("{actor} closed this priority: {words}"))
@dataclass(frozen=True)
class PriorityClosed(Fact):
    words: str


@fact("priority.reopened", _("{actor} reopened this priority"))
@dataclass(frozen=True)
class PriorityReopened(Fact):
    pass
