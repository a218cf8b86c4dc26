"""Telling and carrying out in the matrix: a message that waits for approval, and one that may be told."""

from datetime import date
from typing import Any
from uuid import uuid4

from consort.core import clock
from consort.core.models import Partnership
from consort.decisions.actions.moving import write
from consort.decisions.actions.pulsing import ask_pulse
from consort.decisions.actions.telling import approve_message, write_message
from consort.decisions.models import Decision, Stage
from consort.rounds.models import Round
from tests.matrix.people import Cast, Who
from tests.matrix.stages import asking_of, at_stage, audience_of

TABLE = """
# The owner framed it, the other decides, the partner gave input.
#                                                     observer administrator facilitator leader partner other  owner
decisions:message         GET   decision-told/closed         -        -        -        -     sees     sees     sees
decisions:message         GET   decision-told/open           -        -     sees     sees     sees     sees     sees
decisions:message_write   POST  decision-written/closed      -        -        -        -        -     does     does
decisions:message_write   POST  decision-written/open        -        -     does        -        -     does     does
decisions:message_approve POST  decision-written             -        -        -        -        -     does        -
decisions:message_told    POST  decision-told                -        -        -        -     does     does     does
decisions:deviate         POST  decision-told/closed         -        -        -        -     does     does     does
decisions:deviate         POST  decision-told/open           -        -     does        -     does     does     does
decisions:judgement       GET                             sees     sees     sees     sees     sees     sees     sees
decisions:learned         GET                             sees     sees     sees     sees     sees     sees     sees
"""
WORDS = "We build in Poznań. Nobody loses their place."


def things(level: str, cast: Cast, team: Partnership) -> dict[str, Any]:
    """Closed to the team, or open to all leaders."""
    written, told = (_carried_out(level, cast, team, name) for name in ("written", "told"))
    approve_message(decision=told, by=cast[Who.OTHER], text=WORDS)
    return {"decision-written": written, "decision-told": told, "pulse-asking": pulse_of(told)}


def pulse_of(decision: Decision) -> Round:
    """The pulse that is answered now; asked when it is not yet."""
    if decision.pulse_on and decision.pulse_on > clock.today():
        write(decision, pulse_on=clock.today())
        ask_pulse(decision=decision)
    return asking_of(decision)


def _carried_out(level: str, cast: Cast, team: Partnership, name: str) -> Decision:
    decision = at_stage(Stage.EXECUTE, cast, audience_of(level, team), f"Where next, {name}?")
    write_message(decision=decision, by=cast[Who.OWNER], text=WORDS)
    return decision


def _today() -> date:
    return clock.today()


FORMS: dict[str, Any] = {
    "decisions:message_write": {"text": "We build there."},
    "decisions:message_approve": {"text": WORDS},
    "decisions:message_told": {"on": _today},
    "decisions:deviate": {"id": uuid4, "text": "Half of it stays", "reason": "The permit is late"},
}
