from consort.commitments.views.moving import answer, move
from consort.commitments.views.pages import commitment, listing, new

__all__ = ["answer", "commitment", "listing", "move", "new"]
