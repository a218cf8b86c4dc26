"""What happens to decisions by the clock alone: reviews fall due, and are missed."""

import logging
from datetime import timedelta

from consort.core import clock
from consort.core.errors import Refused
from consort.decisions.actions.reviewing import DAYS_UNTIL_MISSED, begin_review, miss_review
from consort.decisions.models import Decision, Stage

logger = logging.getLogger("consort.decisions")
MOST = 100


def sweep() -> None:
    """Begin reviews whose day has come, and say which were not done two weeks after."""
    due = Decision.objects.filter(stage=Stage.EXECUTE, review_on__lte=clock.today())
    for decision in due.select_related("organization", "owner").order_by("review_on")[:MOST]:
        _begin(decision)
    long_ago = clock.today() - timedelta(days=DAYS_UNTIL_MISSED)
    missed = Decision.objects.filter(stage=Stage.REVIEW, review_on__lt=long_ago, review_missed=None)
    for decision in missed.select_related("organization")[:MOST]:
        _miss(decision)


def _begin(decision: Decision) -> None:
    """One that cannot begin does not hold up the others."""
    try:
        begin_review(decision=decision, by=None)
    except Refused as refusal:
        logger.warning("review not begun", extra={"decision": str(decision.pk), "why": refusal.message})


def _miss(decision: Decision) -> None:
    try:
        miss_review(decision=decision)
    except Refused as refusal:
        logger.warning("missed review not recorded", extra={"decision": str(decision.pk), "why": refusal.message})
