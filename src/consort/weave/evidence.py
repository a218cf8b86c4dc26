"""The five strands of a partnership: dated evidence, one word by the published rule, one sentence."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal
from uuid import UUID

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from consort.core import clock
from consort.core.ledger.reading import Happening, evidence_for
from consort.core.models import Partnership
from consort.core.models.ledger import Polarity, Strand
from consort.reckon.evidence import WEEKS, StrandWord, Word, strand_word
from consort.web.charts import Evidence as Mark

WORDS: dict[Word, str | Promise] = {
    "Strong": gettext_lazy("Strong"),
    "Steady": gettext_lazy("Steady"),
    "Mixed": gettext_lazy("Mixed"),
    "Weak": gettext_lazy("Weak"),
    "Thin": gettext_lazy("Thin"),
}
KIND_OF_MARK: dict[str, Literal["up", "down", "miss"]] = {"up": "up", "down": "down", "miss": "miss"}
STATE_OF_WORD: dict[Word, str] = {
    "Strong": "good",
    "Steady": "good",
    "Mixed": "caution",
    "Weak": "critical",
    "Thin": "thin",
}
WORST_FIRST: tuple[Word, ...] = ("Weak", "Mixed", "Steady", "Strong")


@dataclass(frozen=True)
class StrandLine:
    """One strand as a page shows it."""

    strand: Strand
    rule: StrandWord
    happenings: list[Happening]
    since: datetime
    until: datetime

    @property
    def marks(self) -> list[Mark]:
        """Where they stand on the time axis, a little away from both ends."""
        return [self._mark(one) for one in self.happenings]

    def _mark(self, one: Happening) -> Mark:
        share = (one.time - self.since) / (self.until - self.since)
        return Mark(2 + 96 * share, KIND_OF_MARK[one.polarity], one.sentence)

    @property
    def against(self) -> list[Happening]:
        """What does not support it, newest first."""
        return [one for one in reversed(self.happenings) if one.polarity != Polarity.SUPPORTS]

    @property
    def word(self) -> str:
        return str(WORDS[self.rule.word])

    @property
    def state(self) -> str:
        return STATE_OF_WORD[self.rule.word]

    @property
    def counted(self) -> str:
        """How much speaks for and against, as a sentence without an end."""
        supports = ngettext("%(n)d thing supports it", "%(n)d things support it", self.rule.supports)
        against = ngettext("%(n)d weighs against", "%(n)d weigh against", self.rule.against)
        missed = ngettext(
            "%(n)d was expected and did not happen", "%(n)d were expected and did not happen", self.rule.missed
        )
        parts = [(supports, self.rule.supports), (against, self.rule.against), (missed, self.rule.missed)]
        return ", ".join(words % {"n": n} for words, n in parts if n)

    @property
    def sentence(self) -> str:
        if not self.rule.events:
            return _("Nothing was recorded in twelve weeks.")
        said = f"{self.counted[0].upper()}{self.counted[1:]}."
        if self.rule.word == "Thin":
            return _("%(said)s Too little to say more.") % {"said": said}
        return _("%(said)s Latest: %(latest)s.") % {"said": said, "latest": self.happenings[-1].sentence}

    @property
    def spoken(self) -> str:
        """For who cannot see the drawing."""
        return _("%(strand)s: %(said)s in twelve weeks") % {
            "strand": self.strand.label,
            "said": self.counted or _("nothing recorded"),
        }


@dataclass(frozen=True)
class Standing:
    """How a partnership stands: its strands, and the word of the one that needs attention most."""

    partnership: Partnership
    lines: list[StrandLine]
    since: datetime

    @property
    def telling(self) -> StrandLine | None:
        """The strand whose word stands for the whole in a list: the worst that is not thin. None when all are thin."""
        by_word = {line.rule.word: line for line in reversed(self.lines)}
        return next((by_word[word] for word in WORST_FIRST if word in by_word), None)

    @property
    def word(self) -> str:
        return self.telling.word if self.telling else str(WORDS["Thin"])

    @property
    def state(self) -> str:
        return self.telling.state if self.telling else "thin"

    @property
    def sentence(self) -> str:
        if self.telling is None:
            return _("Too little was recorded in twelve weeks to say how you stand.")
        return f"{self.telling.strand.label}: {self.telling.counted}."

    @property
    def evidence(self) -> int:
        return sum(line.rule.events for line in self.lines)

    @property
    def ticks(self) -> list[str]:
        """Dates along the time axis, its start first."""
        start = timezone.localtime(self.since)
        return [f"{day.day} {day:%b}" for day in (start, start + timedelta(weeks=4), start + timedelta(weeks=8))]


def standings(partnerships: Sequence[Partnership]) -> dict[UUID, Standing]:
    """How each of the partnerships, which the reader may see, stands. Runs one query."""
    now = clock.now()
    since = now - timedelta(weeks=WEEKS)
    found = evidence_for(partnerships, since)
    return {
        partnership.id: Standing(partnership, _lines(found.get(partnership.id, []), since, now), since)
        for partnership in partnerships
    }


def _lines(happenings: Iterable[Happening], since: datetime, now: datetime) -> list[StrandLine]:
    by_strand: dict[str, list[Happening]] = {strand: [] for strand in Strand.values}
    for happening in happenings:
        by_strand[happening.strand].append(happening)
    return [_line(strand, by_strand[strand], since, now) for strand in Strand]


def _line(strand: Strand, happenings: list[Happening], since: datetime, now: datetime) -> StrandLine:
    count = Counter(happening.polarity for happening in happenings)
    rule = strand_word(
        supports=count[Polarity.SUPPORTS], against=count[Polarity.WEIGHS_AGAINST], missed=count[Polarity.MISSED]
    )
    return StrandLine(strand, rule, happenings, since, now)
