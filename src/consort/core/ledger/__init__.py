"""The ledger: what happened, said once, chained so that nobody can unsay it unseen."""

from consort.core.ledger.facts import Fact, fact
from consort.core.ledger.recording import record
from consort.core.models.ledger import Polarity, Strand

__all__ = ["Fact", "Polarity", "Strand", "fact", "record"]
