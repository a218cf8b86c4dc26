"""What can be recorded about comments. The words stay with the comment: the ledger holds its id alone."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from consort.core.ledger import Fact, fact


@fact("comment.written", _("{actor} wrote a comment"))
@dataclass(frozen=True)
class CommentWritten(Fact):
    comment: str


@fact("comment.edited", _("{actor} changed a comment"))
@dataclass(frozen=True)
class CommentEdited(Fact):
    comment: str


@fact("comment.withdrawn", _("{actor} withdrew a comment"))
@dataclass(frozen=True)
class CommentWithdrawn(Fact):
    comment: str
