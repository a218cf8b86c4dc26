"""Puts marked text into every place that takes sealed input, and leaves it sealed."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from consort.core import clock
from consort.core.models import Person
from consort.decisions.models import Decision
from consort.development.actions.journal import write_entry
from consort.rounds.actions import NewQuestion, ask, keep_draft, seal_answers
from consort.rounds.models import Question, Round
from consort.workshops.actions import taking_part
from tests.leaks.marks import mark_of
from tests.matrix import alignment
from tests.matrix.people import Who
from tests.matrix.reading import LEVELS
from tests.matrix.stages import asking_of, input_of
from tests.matrix.world import World

Kind = Question.Kind
ASKED = (Who.OWNER, Who.OTHER, Who.PARTNER, Who.LEADER, Who.FACILITATOR, Who.OBSERVER)
SEALING, DRAFTING = (Who.OWNER, Who.PARTNER), Who.OTHER
OPTIONS = [{"key": key, "label": f"Option {key}", "detail": ""} for key in ("north", "south", "east")]
QUESTIONS = (
    NewQuestion("why", Kind.TEXT, "Why?"),
    NewQuestion("doubt", Kind.TEXT, "What do you doubt?", required=False),
    NewQuestion("order", Kind.RANK, "In which order?", settings={"options": OPTIONS}),
    NewQuestion("trust", Kind.SCALE, "How well do we work?", settings={"min": 1, "max": 7}),
    NewQuestion("one", Kind.CHOICE, "Which one?", settings={"options": OPTIONS}),
    NewQuestion("any", Kind.APPROVAL, "Which ones?", settings={"options": OPTIONS}),
    NewQuestion("odds", Kind.PROBABILITY, "How likely?"),
    NewQuestion("cost", Kind.NUMBER, "How much?"),
    NewQuestion("share", Kind.ALLOCATE, "Share out", settings={"options": OPTIONS, "points": 100}),
    NewQuestion("move", Kind.PAIRS, "From and to", settings={"min": 1, "max": 5}),
)
"""One question of every kind."""


def answers_of(text: str, **changed: Any) -> dict[str, Any]:
    """An answer to each of `QUESTIONS`."""
    return {
        "why": f"Because {text}",
        "doubt": text,
        "order": {"north": 1, "south": 2, "east": 3},
        "trust": 5,
        "one": "north",
        "any": ["north", "east"],
        "odds": 70,
        "cost": {"lower": "271828182", "best": "271828183", "upper": "271828184"},
        "share": {"north": 61, "south": 22, "east": 17},
        "move": {"from": 2, "to": 4},
        **changed,
    }


def keep(world: World) -> World:
    """The world with marked input in the sealed input of its decisions and in rounds of each mode about them."""
    sealed = {}
    for level in LEVELS:
        decision: Decision = world.things[f"decision-input/{level}"]
        _into_decision(world, asking_of(decision))
        _into_alignment(world, level)
        _into_workshop(world, level)
        _into_pulse(world, level)
        _into_journals(world)
        for mode in Round.Mode:
            sealed[f"round-{mode}/{level}"] = round = ask_everything(world, decision, mode)
            seal_everything(world, round)
    return replace(world, things=world.things | sealed)


def ask_everything(world: World, decision: Decision, mode: str) -> Round:
    """A round about the decision with a question of every kind."""
    return ask(
        by=world.cast[Who.OWNER],
        kind="sweep",
        about=decision,
        title=f"Everything, {mode}",
        questions=QUESTIONS,
        people=[world.cast[who] for who in ASKED],
        mode=mode,
        opens_at=clock.now() + timedelta(days=5),
        audience=decision.audience(),
    )


def seal_everything(world: World, round: Round) -> None:
    """Two people seal, a third writes a draft, one of the two is in the middle of changing it."""
    for who in SEALING:
        seal_answers(round=round, by=world.cast[who], answers=answers_of(marked(world.cast[who])))
    for who in (DRAFTING, SEALING[1]):
        keep_draft(round=round, by=world.cast[who], answers=answers_of(marked(world.cast[who]), cost={"lower": "9"}))


def _into_decision(world: World, round: Round) -> None:
    """The partner seals an input; the one who decides has begun to write."""
    partner, other = world.cast[Who.PARTNER], world.cast[Who.OTHER]
    seal_answers(round=round, by=partner, answers=input_of(reason=marked(partner), change=f"If {marked(partner)}"))
    keep_draft(round=round, by=other, answers={"reason": marked(other), "forecast-0": f"about {marked(other)}"})


def _into_alignment(world: World, level: str) -> None:
    """The owner seals what came to mind, in a pulse and in a recall drill, for which the other has begun to write."""
    owner, other, drill = world.cast[Who.OWNER], world.cast[Who.OTHER], world.things[f"drill/{level}"]
    alignment.answer_pulse(world.things[f"pulse/{level}"], owner, marked(owner))
    alignment.answer_drill(drill, owner, marked(owner))
    keep_draft(round=alignment.asking_of(drill), by=other, answers={"recalled": marked(other)})


def _into_workshop(world: World, level: str) -> None:
    """What is written in silence: the owner has locked in, the other has begun to write."""
    activity = world.things[f"step-asking/{level}"]
    owner, other = world.cast[Who.OWNER], world.cast[Who.OTHER]
    taking_part.answer(activity=activity, by=owner, answers={"words": f"{marked(owner)}\nand more"})
    keep_draft(round=activity.round, by=other, answers={"words": marked(other)})


def _into_pulse(world: World, level: str) -> None:
    """What stands in the way: the partner has sealed, the other has begun to write."""
    pulse, partner, other = world.things[f"pulse-asking/{level}"], world.cast[Who.PARTNER], world.cast[Who.OTHER]
    seal_answers(round=pulse, by=partner, answers={"carried": "differently", "way": marked(partner)})
    keep_draft(round=pulse, by=other, answers={"way": marked(other)})


def _into_journals(world: World) -> None:
    """What the owner, the other and the administrator write for themselves alone."""
    for who in (Who.OWNER, Who.OTHER, Who.ADMINISTRATOR):
        write_entry(by=world.cast[who], words=f"Noticed: {marked(world.cast[who])}", about=marked(world.cast[who]))


def marked(person: Person) -> str:
    """The mark of a person."""
    return mark_of(person.first_name.lower().encode("ascii", "ignore").decode())
