"""What can be recorded about rounds: that they were asked and opened, never what anybody answered.

Only attributed rounds record who sealed; a confidential or anonymous round leaves no trace of one person.
"""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from consort.core.ledger import Fact, fact


@fact("round.asked", _("{actor} asked “{title}”"))
@dataclass(frozen=True)
class RoundAsked(Fact):
    """`asked` is how many people were asked."""

    title: str
    mode: str
    asked: int


@fact("round.asked_also", _("{actor} also asked {who}"))
@dataclass(frozen=True)
class RoundAskedAlso(Fact):
    who: str


@fact("round.sealed", _("{actor} sealed an input"))
@dataclass(frozen=True)
class RoundSealed(Fact):
    """`guest` is the label of an imported ballot, else empty."""

    receipt: str
    guest: str


@fact("round.unsealed", _("{actor} took the sealed input back"))
@dataclass(frozen=True)
class RoundUnsealed(Fact):
    pass


@fact("round.declined", _("{actor} gives no input"))
@dataclass(frozen=True)
class RoundDeclined(Fact):
    pass


@fact("round.moved", _("{actor} moved the opening to {to}"))
@dataclass(frozen=True)
class RoundMoved(Fact):
    """ISO 8601 in UTC; empty where there was no time."""

    earlier: str
    to: str


@fact("round.opened", _("The answers to “{title}” opened together"), erased_with_actor=False)
@dataclass(frozen=True)
class RoundOpened(Fact):
    """`answered` is None where a smaller number than the threshold would show; then `receipts` is filled up."""

    title: str
    asked: int
    answered: int | None
    receipts: list[str]


@fact("round.withdrawn", _("{actor} withdrew “{title}”; nobody will read the answers"))
@dataclass(frozen=True)
class RoundWithdrawn(Fact):
    title: str
