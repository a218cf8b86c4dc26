"""What happens to decisions by the clock alone: pulses, objections nobody answered, reviews due or missed."""

import logging
from collections.abc import Callable
from datetime import timedelta
from functools import partial

from consort.core import clock
from consort.core.errors import Refused
from consort.decisions.actions.committing import escalate
from consort.decisions.actions.pulsing import ask_pulse
from consort.decisions.actions.reviewing import DAYS_UNTIL_MISSED, begin_review, miss_review
from consort.decisions.models import Choice, Decision, Stage, Stance

logger = logging.getLogger("consort.decisions")
MOST = 100


def sweep() -> None:
    """Begin reviews whose day has come, and say which were not done two weeks after."""
    due = Decision.objects.filter(stage=Stage.EXECUTE, review_on__lte=clock.today())
    for decision in due.select_related("organization", "owner").order_by("review_on")[:MOST]:
        _try("review not begun", decision, partial(begin_review, decision=decision, by=None))
    _pulse_and_escalate()
    long_ago = clock.today() - timedelta(days=DAYS_UNTIL_MISSED)
    missed = Decision.objects.filter(stage=Stage.REVIEW, review_on__lt=long_ago, review_missed=None)
    for decision in missed.select_related("organization")[:MOST]:
        _try("missed review not recorded", decision, partial(miss_review, decision=decision))


def _pulse_and_escalate() -> None:
    today = clock.today()
    asking = Decision.objects.filter(stage=Stage.EXECUTE, pulse_on__lte=today).select_related("organization", "owner")
    for decision in asking.order_by("pulse_on")[:MOST]:
        _try("pulse not asked", decision, partial(ask_pulse, decision=decision))
    late = Stance.objects.filter(
        choice=Choice.OBJECT, replaced=None, answer="", escalated=None, answer_by__lt=today, escalates_to__isnull=False
    ).filter(decision__stage__in=(Stage.COMMIT, Stage.EXECUTE))
    for stance in late.select_related("decision__organization", "person", "escalates_to")[:MOST]:
        _try("objection not passed on", stance.decision, partial(escalate, stance=stance))


def _try(complaint: str, decision: Decision, act: Callable[[], object]) -> None:
    """One that is refused does not hold up the others."""
    try:
        act()
    except Refused as refusal:
        logger.warning(complaint, extra={"decision": str(decision.pk), "why": refusal.message})
