"""The stages of a cycle as data: what leads from one to the next and back. Checked when this is imported."""

from dataclasses import dataclass
from itertools import pairwise

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from consort.vision.models.cycle import Cycle

Stage = Cycle.Stage
ORDER = tuple(Stage)


@dataclass(frozen=True)
class Move:
    """A way from one stage to another. `verb` labels its button; `undo` names the way back.

    `by_clock`: time takes it as well. `all_reviewed`: every objective of the cycle has been reviewed first.
    """

    name: str
    source: Stage
    target: Stage
    verb: str | Promise
    undo: str
    by_clock: bool = False
    all_reviewed: bool = False

    @property
    def is_forward(self) -> bool:
        return ORDER.index(self.target) > ORDER.index(self.source)


MOVES = (
    Move("start", Stage.PLAN, Stage.RUN, _("Start the cycle"), "back_to_plan"),
    Move("back_to_plan", Stage.RUN, Stage.PLAN, _("Back to planning"), "start"),
    Move("begin_review", Stage.RUN, Stage.REVIEW, _("Begin the review"), "run_on", by_clock=True),
    Move("run_on", Stage.REVIEW, Stage.RUN, _("Let it run on"), "begin_review"),
    Move("close", Stage.REVIEW, Stage.CLOSED, _("Close the cycle"), "reopen", all_reviewed=True),
    Move("reopen", Stage.CLOSED, Stage.REVIEW, _("Open it again"), "close"),
)
NAMES = tuple(move.name for move in MOVES)
_by_name = {move.name: move for move in MOVES}


def named(name: str) -> Move:
    """The move called `name`. Raises KeyError."""
    return _by_name[name]


def from_stage(stage: str) -> list[Move]:
    """The ways out of `stage`, forward first."""
    return sorted((move for move in MOVES if move.source == stage), key=lambda move: not move.is_forward)


def validate(moves: tuple[Move, ...]) -> None:
    """Raise ValueError unless names are unique, each stage leads on to the next, and every way has its way back."""
    by_name = {move.name: move for move in moves}
    if len(by_name) != len(moves):
        raise ValueError("Two moves have one name")
    for move in moves:
        back = by_name.get(move.undo)
        if back is None or (back.source, back.target, back.undo) != (move.target, move.source, move.name):
            raise ValueError(f"{move.name} has no way back")
    forward = [(move.source, move.target) for move in moves if move.is_forward]
    if sorted(forward) != sorted(pairwise(ORDER)):
        raise ValueError("Each stage leads on to the next one and to no other")


validate(MOVES)
