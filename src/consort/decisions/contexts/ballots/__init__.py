"""What a ballot says, in sentences: the result, ties as ties, and how firm it is."""

from consort.decisions.contexts.ballots.picturing import Ballot, ballot, earlier_ballots

__all__ = ["Ballot", "ballot", "earlier_ballots"]
