"""What pages about rounds show."""

from consort.rounds.contexts.asking import envelope, page, who
from consort.rounds.contexts.opened import opened

__all__ = ["envelope", "opened", "page", "who"]
