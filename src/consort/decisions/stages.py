"""The stages of a decision as data: who may take it from one to the next, and what must be there first.

Checked when this is imported. Nothing else in the package decides what may follow what.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from consort.decisions.cases import Case
from consort.decisions.models.decision import Stage


class Who(StrEnum):
    """How a person stands to a decision. The clock is nobody: time or a sealed round moves it."""

    FRAMER = "framer"
    DECIDER = "decider"
    RECOMMENDER = "recommender"
    AGREES = "agrees"
    ADVISER = "adviser"
    CARRIES_OUT = "carries_out"
    FACILITATOR = "facilitator"
    CLOCK = "clock"


@dataclass(frozen=True)
class Gate:
    """What must be so before a transition. `sentence` tells a reader what is missing."""

    name: str
    sentence: str | Promise
    met: Callable[[Case], bool]


@dataclass(frozen=True)
class Transition:
    """A way from one stage to another. `verb` is the label of its button and names the result."""

    name: str
    source: Stage
    target: Stage
    verb: str | Promise
    who: frozenset[Who]
    gates: tuple[Gate, ...] = ()

    def missing(self, case: Case) -> list[str]:
        """The sentences of the gates that are not met."""
        return [str(gate.sentence) for gate in self.gates if not gate.met(case)]


TWO_OPTIONS = Gate("two options", _("It needs at least two options."), lambda case: case.options >= 2)
A_DECIDER = Gate("a decider", _("Somebody must decide."), lambda case: case.deciders >= 1)
TWO_ASKED = Gate(
    "two asked",
    _("At least two people must be asked: those who decide, recommend or give input."),
    lambda case: case.asked >= 2,
)
TWO_FORECASTS = Gate(
    "two forecasts",
    _("It needs at least two forecasts, each with a day on which it will be known."),
    lambda case: case.forecasts >= 2,
)
INPUT_CLOSES = Gate(
    "input closes", _("Say until when input is taken; the time must lie ahead."), lambda case: case.closes_ahead
)
ADVICE = Gate(
    "advice",
    _("By the advice process exactly one person decides, and somebody gives input."),
    lambda case: case.is_advised,
)
A_REVIEW_DATE = Gate(
    "a review date", _("Say when we look back; the day must lie ahead."), lambda case: case.review_ahead
)
A_BALLOT_METHOD = Gate(
    "a ballot",
    _("This way to decide comes after input: choose one that votes on the options."),
    lambda case: case.votes,
)
NOBODY_ASKED = Gate(
    "nobody is asked first",
    _("People are asked for input, so their input comes first."),
    lambda case: not case.has_advisers,
)
INPUT_OPENED = Gate("input opened", _("The sealed input has not been opened yet."), lambda case: case.input_opened)
NOTHING_SEALED = Gate(
    "nothing is sealed",
    _("A sealed round is still open: it opens first, or is withdrawn."),
    lambda case: not case.is_asking,
)
INPUT_CONSIDERED = Gate(
    "every input considered",
    _("Each input must be answered first: used, or not used and why."),
    lambda case: case.unconsidered == 0,
)
BALLOT_OPENED = Gate(
    "the ballot is open", _("The ballot comes first."), lambda case: case.ballot_opened or not case.needs_ballot
)
QUORUM = Gate(
    "a quorum",
    _("Fewer voted than the quorum asks for, so the ballot decides nothing: call another."),
    lambda case: case.is_quorate,
)
EVERYONE_SAID = Gate(
    "everyone said",
    _("Not everyone with a part has said where they stand, and the day for it has not passed."),
    lambda case: case.unsaid == 0 or case.commit_passed,
)
OBJECTIONS_ANSWERED = Gate(
    "objections answered", _("An objection has not been answered."), lambda case: case.unanswered_objections == 0
)
MUST_AGREE = Gate("those who must agree", _("Somebody who must agree objects."), lambda case: case.vetoes == 0)
A_FIRST_STEP = Gate("a first step", _("Nobody has committed to a first step yet."), lambda case: case.commitments >= 1)
AN_OBJECTION = Gate("an objection", _("Nobody objects."), lambda case: case.objections >= 1)
REVIEW_DUE = Gate("review due", _("The day of the review has not come."), lambda case: case.review_due)
PROCESS_JUDGED = Gate(
    "process judged", _("The answers about how we decided have not been opened yet."), lambda case: case.process_opened
)
FORECASTS_SETTLED = Gate(
    "forecasts settled",
    _("A forecast that should be known by now has not been settled."),
    lambda case: case.unsettled == 0,
)
A_LESSON = Gate("a lesson", _("Write down at least one thing we take from it."), lambda case: case.lessons >= 1)

LEADS = frozenset({Who.FRAMER, Who.DECIDER, Who.RECOMMENDER, Who.FACILITATOR})
STEERS = frozenset({Who.FRAMER, Who.DECIDER, Who.FACILITATOR})
DECIDES = frozenset({Who.DECIDER})
CLOCK = frozenset({Who.CLOCK})

TRANSITIONS: tuple[Transition, ...] = (
    Transition(
        "ask",
        Stage.FRAME,
        Stage.INPUT,
        _("Ask for input"),
        LEADS,
        (TWO_OPTIONS, A_DECIDER, ADVICE, TWO_ASKED, TWO_FORECASTS, INPUT_CLOSES, A_REVIEW_DATE),
    ),
    Transition(
        "go_to_ballot",
        Stage.FRAME,
        Stage.RESOLVE,
        _("Take it straight to a ballot"),
        LEADS,
        (TWO_OPTIONS, A_DECIDER, A_BALLOT_METHOD, NOBODY_ASKED),
    ),
    Transition("drop", Stage.FRAME, Stage.CLOSED, _("Drop it"), STEERS),
    Transition("take_back", Stage.INPUT, Stage.FRAME, _("Take the question back"), frozenset({Who.FRAMER})),
    Transition("open_debate", Stage.INPUT, Stage.DEBATE, _("Open the debate"), CLOCK, (INPUT_OPENED,)),
    Transition("close_debate", Stage.DEBATE, Stage.RESOLVE, _("Close the debate"), STEERS, (NOTHING_SEALED,)),
    Transition(
        "resolve",
        Stage.RESOLVE,
        Stage.COMMIT,
        _("Record the decision"),
        DECIDES,
        (NOTHING_SEALED, INPUT_CONSIDERED, BALLOT_OPENED, QUORUM),
    ),
    Transition(
        "begin",
        Stage.COMMIT,
        Stage.EXECUTE,
        _("Begin to carry it out"),
        frozenset({Who.DECIDER, Who.CARRIES_OUT}),
        (EVERYONE_SAID, OBJECTIONS_ANSWERED, MUST_AGREE, A_FIRST_STEP),
    ),
    Transition("reopen", Stage.COMMIT, Stage.DEBATE, _("Take it back to debate"), DECIDES, (AN_OBJECTION,)),
    Transition("fall_due", Stage.EXECUTE, Stage.REVIEW, _("Fall due for review"), CLOCK, (REVIEW_DUE,)),
    Transition("look_back", Stage.EXECUTE, Stage.REVIEW, _("Begin the review now"), STEERS),
    Transition(
        "close",
        Stage.REVIEW,
        Stage.CLOSED,
        _("Close the review"),
        STEERS,
        (PROCESS_JUDGED, FORECASTS_SETTLED, A_LESSON),
    ),
)
ORDER: tuple[Stage, ...] = tuple(stage for stage in Stage if stage != Stage.CLOSED)
_by_name = {transition.name: transition for transition in TRANSITIONS}


def named(name: str) -> Transition:
    """The transition called `name`. Raises KeyError."""
    return _by_name[name]


def from_stage(stage: str) -> list[Transition]:
    """The ways out of `stage`, in the order they are offered."""
    return [transition for transition in TRANSITIONS if transition.source == stage]


def is_past(stage: str, other: str) -> bool:
    """Whether a decision at `stage` has left `other` behind."""
    order = list(Stage)
    return order.index(Stage(stage)) > order.index(Stage(other))


def validate(transitions: tuple[Transition, ...]) -> None:
    """Raise ValueError unless names are unique, every stage is reached and left, and everyone knows the verb."""
    if len({transition.name for transition in transitions}) != len(transitions):
        raise ValueError("Two transitions have one name")
    for transition in transitions:
        if not transition.who or not str(transition.verb) or transition.source == transition.target:
            raise ValueError(f"{transition.name} has nobody to take it, no verb, or leads nowhere")
        if any(not str(gate.sentence) for gate in transition.gates):
            raise ValueError(f"A gate of {transition.name} has no sentence")
    left = {transition.source for transition in transitions}
    if left != set(Stage) - {Stage.CLOSED}:
        raise ValueError("Every stage but the last must have a way out, and the last none")
    if _reached_from(Stage.FRAME, transitions) != set(Stage):
        raise ValueError("Not every stage can be reached from the frame")


def _reached_from(start: Stage, transitions: tuple[Transition, ...]) -> set[Stage]:
    reached, waiting = {start}, [start]
    while waiting:
        stage = waiting.pop()
        found = {transition.target for transition in transitions if transition.source == stage} - reached
        reached |= found
        waiting.extend(found)
    return reached


validate(TRANSITIONS)
