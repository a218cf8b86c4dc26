"""A decision at each of its stages, reached the way people reach it."""

from datetime import timedelta
from typing import Any

from consort.core import clock
from consort.core.models import Level, Partnership
from consort.decisions.actions.asking import ask_for_input
from consort.decisions.actions.committing import begin_carrying_out, carry_out, take_stance
from consort.decisions.actions.debating import argue, attach_evidence, close_debate
from consort.decisions.actions.framing import frame_decision
from consort.decisions.actions.resolving import Answer, consider, resolve
from consort.decisions.actions.reviewing import begin_review, draw_lesson
from consort.decisions.frames import Audience, Frame, NewForecast, NewOption, NewRole
from consort.decisions.models import Choice, Decision, Method, Part, Side, Stage
from consort.decisions.questions import LINKS
from consort.decisions.rounds_of import rounds_of
from consort.rounds.actions import seal_answers
from consort.rounds.models import Round
from tests.matrix.people import Cast, Who

LONG = timedelta(days=30)


def at_stage(stage: Stage, cast: Cast, audience: Audience, question: str, method: Method = Method.CONSENT) -> Decision:
    """Framed by the owner, decided by the other, with the input of the partner; and brought as far as `stage`."""
    decision = frame_decision(by=cast[Who.OWNER], frame=frame_of(cast, audience, question, method))
    for step in (_ask, _debate, _close_debate, _resolve, _carry_out, _look_back)[: list(Stage).index(stage)]:
        step(decision, cast)
        decision.refresh_from_db()
    assert decision.stage == stage
    return decision


def audience_of(level: str, team: Partnership) -> Audience:
    return Audience(Level.PARTNERSHIP, team) if level == "closed" else Audience(Level.LEADERS)


def frame_of(cast: Cast, audience: Audience, question: str, method: Method = Method.CONSENT) -> Frame:
    today = clock.today()
    parts = ((Who.OTHER, Part.DECIDES), (Who.PARTNER, Part.INPUT), (Who.OWNER, Part.CARRIES_OUT))
    return Frame(
        question=question,
        method=method,
        input_closes=clock.now() + LONG,
        review_on=today + LONG,
        options=(NewOption("Build in Poznań"), NewOption("Buy from Turin")),
        roles=tuple(NewRole(cast[who], part) for who, part in parts),
        forecasts=(
            NewForecast("Lead time falls below three weeks", today + LONG),
            NewForecast("Costs stay below four million", today + LONG),
        ),
        audience=audience,
    )


def input_of(option: str = "A", reason: str = "It is nearer", **more: Any) -> dict[str, Any]:
    """What somebody answers to the questions of a round of input."""
    return {"option": option, "reason": reason, "forecast-0": 70, "forecast-1": 40, **more}


def asking_of(decision: Decision) -> Round:
    """The round that is being answered."""
    found = rounds_of(decision).asking
    assert found
    return found


def _ask(decision: Decision, cast: Cast) -> None:
    ask_for_input(decision=decision, by=cast[Who.OWNER])


def _debate(decision: Decision, cast: Cast) -> None:
    for who in (Who.OTHER, Who.PARTNER):
        seal_answers(round=asking_of(decision), by=cast[who], answers=input_of())
    decision.refresh_from_db()
    argue(decision=decision, by=cast[Who.OWNER], side=Side.FOR, text="The road to Poznań is built")
    attach_evidence(decision=decision, by=cast[Who.OWNER], title="Quotation from Turin")


def _close_debate(decision: Decision, cast: Cast) -> None:
    close_debate(decision=decision, by=cast[Who.OWNER])


def _resolve(decision: Decision, cast: Cast) -> None:
    consider_all(decision, cast)
    chosen = [decision.options.first()]
    resolve(decision=decision, by=cast[Who.OTHER], chosen=chosen, text="We build in Poznań", because="It is nearer")
    take_stance(decision=decision, by=cast[Who.OWNER], choice=Choice.OBJECT, reason="Turin is ready")


def _carry_out(decision: Decision, cast: Cast) -> None:
    for who in (Who.OWNER, Who.PARTNER, Who.OTHER):
        take_stance(decision=decision, by=cast[who], choice=Choice.AGREE)
    due, other = clock.today() + LONG, cast[Who.OTHER]
    carry_out(decision=decision, by=cast[Who.OWNER], giver=cast[Who.OWNER], receiver=other, what="Buy land", due=due)
    begin_carrying_out(decision=decision, by=other)


def _look_back(decision: Decision, cast: Cast) -> None:
    begin_review(decision=decision, by=cast[Who.OTHER])


def consider_all(decision: Decision, cast: Cast) -> None:
    """The one who decides answers every input."""
    consider(decision=decision, by=cast[Who.OTHER], answers=[Answer(cast[Who.PARTNER], used=True)])


def judge_all(decision: Decision, cast: Cast) -> None:
    """Everybody says how it was decided, so that outcomes are shown; and something is learned."""
    process = asking_of(decision)
    for who in (Who.OWNER, Who.OTHER, Who.PARTNER):
        judgement = dict.fromkeys(LINKS, 5)
        seal_answers(round=process, by=cast[who], answers=judgement)
    draw_lesson(decision=decision, by=cast[Who.OWNER], text="Ask earlier")
