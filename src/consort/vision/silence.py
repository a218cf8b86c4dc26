"""How an objective stands between two reviews, by a published rule. Silence is never green.

1. A check-in is due so many days after the last one as the cycle says, counted first from the day the cycle started or
   the objective was agreed, whichever came later. A day later the objective is "Silent", however sure people were.
2. Before the first check-in is due it is "Not yet checked in".
3. Otherwise the lowest confidence of the last check-in chooses the word: "Likely" from 70 %, "In doubt" from 40 %,
   "Unlikely" below. The most doubtful is heard first, and no mean hides them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import models
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext_lazy as _

from consort.vision.models import CheckIn, Cycle, Objective

LIKELY, IN_DOUBT = 70, 40


class Word(models.TextChoices):
    SILENT = "silent", _("Silent")
    UNLIKELY = "unlikely", _("Unlikely")
    IN_DOUBT = "in_doubt", _("In doubt")
    LIKELY = "likely", _("Likely")
    NOT_YET = "not_yet", _("Not yet checked in")


SHAPES = {
    Word.SILENT: "open",
    Word.UNLIKELY: "critical",
    Word.IN_DOUBT: "caution",
    Word.LIKELY: "good",
    Word.NOT_YET: "thin",
}


@dataclass(frozen=True)
class Standing:
    """`due` is the day of the next check-in, None where no cycle asks for one; `last` holds the newest check-ins, of
    several people when they opened together."""

    word: Word
    due: date | None
    last: tuple[CheckIn, ...]
    silent_for: int = 0

    @property
    def shape(self) -> str:
        return SHAPES[self.word]


def find(objective: Objective, check_ins: Sequence[CheckIn], today: date) -> Standing:
    """Apply the rule to the objective's check-ins, oldest first."""
    last = latest(check_ins)
    due = due_on(objective, last[-1].at if last else None)
    if due is not None and today > due:
        return Standing(Word.SILENT, due, last, (today - due).days + _every(objective))
    if not last:
        return Standing(Word.NOT_YET, due, last)
    return Standing(word_of(min(each.confidence for each in last)), due, last)


def latest(check_ins: Sequence[CheckIn]) -> tuple[CheckIn, ...]:
    """The newest check-in, with all that opened together with it."""
    if not check_ins or check_ins[-1].round_id is None:
        return tuple(check_ins[-1:])
    return tuple(each for each in check_ins if each.round_id == check_ins[-1].round_id)


def word_of(confidence: int) -> Word:
    return Word.LIKELY if confidence >= LIKELY else Word.IN_DOUBT if confidence >= IN_DOUBT else Word.UNLIKELY


def due_on(objective: Objective, last: datetime | None) -> date | None:
    """The day on which the next check-in is due; None for what is not agreed or in no running cycle."""
    cycle = objective.cycle
    if cycle is None or cycle.stage != Cycle.Stage.RUN or objective.state != Objective.State.AGREED:
        return None
    moments = (parse_datetime(cycle.reached.get(Cycle.Stage.RUN, "")), objective.agreed, last)
    days = [timezone.localdate(moment) for moment in moments if moment]
    return max([cycle.begins, *days]) + timedelta(days=cycle.every)


def _every(objective: Objective) -> int:
    return objective.cycle.every if objective.cycle else 0
