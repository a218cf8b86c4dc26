"""The terms of a ballot: what is stated before anybody votes, and by which it is counted whatever changes later."""

from dataclasses import asdict, dataclass
from fractions import Fraction
from typing import Any, Self

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consort.decisions.models import ON_A_BASE, Base, Decision, Method, Share
from consort.reckon.voting import Unranked

HIGHEST_SCORE = 5


@dataclass(frozen=True)
class Terms:
    """`quorum`: per cent of those asked who must vote. `edition`: which edition of the options is voted on.

    `unranked`: what it means that a ballot gives an option no place.
    """

    method: Method = Method.SCHULZE
    base: Base = Base.CAST
    share: Share = Share.TWO_THIRDS
    quorum: int = 0
    seats: int = 1
    edition: int = 1
    unranked: Unranked = "not_compared"

    @classmethod
    def of(cls, decision: Decision, unranked: Unranked = "not_compared") -> Self:
        """As the decision states them now."""
        return cls(
            method=Method(decision.method),
            base=Base(decision.base),
            share=Share(decision.share),
            quorum=decision.quorum,
            seats=decision.seats,
            edition=decision.edition,
            unranked=unranked,
        )

    @classmethod
    def kept_in(cls, settings: dict[str, Any]) -> Self:
        """Those that stand in the settings of a ballot's first question."""
        kept = settings["terms"]
        return cls(**{**kept, "method": Method(kept["method"]), "base": Base(kept["base"])})

    def to_keep(self) -> dict[str, Any]:
        """JSON-able."""
        return {name: value if isinstance(value, int) else str(value) for name, value in asdict(self).items()}

    def __str__(self) -> str:
        """Such as "Supermajority: two thirds of the votes cast, 2 places, quorum 60%"."""
        places = ngettext("%(n)s place", "%(n)s places", self.seats) % {"n": self.seats}
        share = f": {Share(self.share).label}" if self.method == Method.SUPERMAJORITY else ""
        base = f" {self.base.label}" if self.method in ON_A_BASE else ""
        quorum = _("quorum %(quorum)s%%") % {"quorum": self.quorum}
        beside = [*([places] if self.seats > 1 else []), *([quorum] if self.quorum else [])]
        return ", ".join([f"{self.method.label}{share}{base}", *beside])

    @property
    def fraction(self) -> Fraction | None:
        """The share a supermajority needs; None where more than half is enough."""
        return Fraction(self.share) if self.method == Method.SUPERMAJORITY else None

    def least_votes(self, eligible: int) -> int:
        """How many of those asked must vote."""
        return -(-self.quorum * eligible // 100)

    @property
    def sentences(self) -> list[str]:
        """What every voter reads before voting."""
        return [sentence for sentence in (self._passing(), self._quorum(), self._silence()) if sentence]

    def _passing(self) -> str:
        counted = {"base": self.base.label}
        match self.method:
            case Method.CONSENT:
                return _("It passes when everyone has answered and nobody objects. Objections are reasons, not votes.")
            case Method.CONSENSUS:
                return _("It passes when everyone who is asked agrees.")
            case Method.MAJORITY:
                return _("It takes more than half, %(base)s.") % counted
            case Method.SUPERMAJORITY:
                known = counted | {"share": Share(self.share).label}
                return _("It takes at least %(share)s, %(base)s.") % known
            case _:
                return self._places()

    def _places(self) -> str:
        places = ngettext("%(n)s option is chosen.", "%(n)s options are chosen.", self.seats) % {"n": self.seats}
        return f"{places} {_('A tie is shown as a tie.')}"

    def _quorum(self) -> str:
        if not self.quorum:
            return ""
        return _("At least %(quorum)s%% of those asked must vote, or it decides nothing.") % {"quorum": self.quorum}

    def _silence(self) -> str:
        match self.method:
            case Method.SCORE:
                return _("What you give no score is left out of its mean.")
            case Method.STAR:
                return _("What you give no score counts as zero.")
            case _:
                return ""
