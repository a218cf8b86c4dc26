"""Debating, weighing and resolving in the matrix."""

from typing import Any
from uuid import uuid4

from consort.core import clock
from consort.core.models import Partnership
from consort.decisions.actions import weighing
from consort.decisions.actions.weighing import NewCriterion
from consort.decisions.models import Decision, Stage
from consort.rounds.actions import seal_answers
from tests.matrix.people import Cast, Who
from tests.matrix.stages import LONG, asking_of, at_stage, audience_of

TABLE = """
# The owner framed it, the other decides, the partner gave input.
#                                                     observer administrator facilitator leader partner other  owner
decisions:change_options  GET   decision-debate/closed       -        -        -        -        -     sees     sees
decisions:change_options  GET   decision-debate/open         -        -     sees        -        -     sees     sees
decisions:change_options  POST  decision-resolve/closed      -        -        -        -        -     does     does
decisions:change_options  POST  decision-resolve/open        -        -     does        -        -     does     does
decisions:criteria        GET   decision-agreed/closed       -        -        -        -     sees     sees     sees
decisions:criteria        GET   decision-agreed/open         -        -     sees     sees     sees     sees     sees
decisions:name_criteria   POST  decision-named/closed        -        -        -        -        -     does     does
decisions:name_criteria   POST  decision-named/open          -        -     does        -        -     does     does
decisions:ask_weights     POST  decision-named/closed        -        -        -        -        -     does     does
decisions:ask_weights     POST  decision-named/open          -        -     does        -        -     does     does
decisions:agree_weights   POST  decision-weighed/closed      -        -        -        -        -     does     does
decisions:agree_weights   POST  decision-weighed/open        -        -     does        -        -     does     does
decisions:ask_scores      POST  decision-agreed/closed       -        -        -        -        -     does     does
decisions:ask_scores      POST  decision-agreed/open         -        -     does        -        -     does     does
"""
WEIGHTS = (60, 40)


def things(level: str, cast: Cast, team: Partnership) -> dict[str, Any]:
    """Decisions whose criteria are named, weighed by everyone, and agreed on."""
    found = {}
    for steps, name in enumerate(("named", "weighed", "agreed"), 1):
        decision = at_stage(Stage.DEBATE, cast, audience_of(level, team), f"By what, {name}?")
        for step in (_name, _weigh, _agree)[:steps]:
            step(decision, cast)
        found[f"decision-{name}"] = decision
    return found


def _name(decision: Decision, cast: Cast) -> None:
    criteria = [NewCriterion("Lead time"), NewCriterion("Capital")]
    weighing.name_criteria(decision=decision, by=cast[Who.OWNER], criteria=criteria, revision=0)


def _weigh(decision: Decision, cast: Cast) -> None:
    weighing.ask_weights(decision=decision, by=cast[Who.OWNER], opens_at=clock.now() + LONG)
    given = {"weights": dict(zip(("c1", "c2"), WEIGHTS, strict=True))}
    for who in (Who.OTHER, Who.PARTNER):
        seal_answers(round=asking_of(decision), by=cast[who], answers=given)


def _agree(decision: Decision, cast: Cast) -> None:
    weighing.agree_weights(decision=decision, by=cast[Who.OWNER], weights=WEIGHTS, revision=1)


def _opens() -> str:
    return f"{(clock.today() + LONG).isoformat()}T17:00"


FORMS: dict[str, Any] = {
    "decisions:change_options": {"edition": 1, "title-A": "Build in Poznań", "title-B": "Buy from Turin, later"},
    "decisions:name_criteria": {"revision": 1, "name-1": "Lead time", "name-2": "Way back"},
    "decisions:ask_weights": {"id": uuid4, "opens_at": _opens},
    "decisions:agree_weights": {"revision": 1, "c1": 50, "c2": 50},
    "decisions:ask_scores": {"id": uuid4, "opens_at": _opens},
}
