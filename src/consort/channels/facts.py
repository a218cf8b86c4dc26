"""What can be recorded about what leaves the house."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from consort.core.ledger import Fact, fact


@fact("feed.opened", _("{actor} opened a calendar address"), only_actor_reads=True)
@dataclass(frozen=True)
class FeedOpened(Fact):
    """Which calendar it is concerns nobody else."""


@fact("feed.closed", _("{actor} closed a calendar address"), only_actor_reads=True)
@dataclass(frozen=True)
class FeedClosed(Fact):
    """As above."""
