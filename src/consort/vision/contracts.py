"""The life of a dependency contract as data: who may do what in which state, and where it leads. Checked at import."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    ASKED = "asked", _("Asked, no answer")
    COUNTERED = "countered", _("Countered")
    ACCEPTED = "accepted", _("Promised")
    DECLINED = "declined", _("Declined")
    DELIVERED = "delivered", _("Delivered")
    CONFIRMED = "confirmed", _("Confirmed")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class Side(StrEnum):
    """The two ends of a contract. The clock is nobody."""

    ASKING = "asking"
    GIVING = "giving"
    CLOCK = "clock"


class Verb(StrEnum):
    ASK = "ask"
    ACCEPT = "accept"
    COUNTER = "counter"
    TAKE_COUNTER = "take_counter"
    ASK_AGAIN = "ask_again"
    DECLINE = "decline"
    WITHDRAW = "withdraw"
    MOVE = "move"
    DELIVER = "deliver"
    TAKE_BACK = "take_back"
    NOT_YET = "not_yet"
    CONFIRM = "confirm"
    PASS = "pass"


SETTLED = (State.CONFIRMED, State.WITHDRAWN)
BEGINNING = State.ASKED


@dataclass(frozen=True)
class Transition:
    """From any of `sources` the verb of `side` leads to `target`."""

    verb: Verb
    side: Side
    sources: tuple[State, ...]
    target: State


TRANSITIONS = (
    Transition(Verb.ACCEPT, Side.GIVING, (State.ASKED, State.DECLINED), State.ACCEPTED),
    Transition(Verb.COUNTER, Side.GIVING, (State.ASKED,), State.COUNTERED),
    Transition(Verb.DECLINE, Side.GIVING, (State.ASKED,), State.DECLINED),
    Transition(Verb.TAKE_COUNTER, Side.ASKING, (State.COUNTERED,), State.ACCEPTED),
    Transition(Verb.ASK_AGAIN, Side.ASKING, (State.COUNTERED, State.DECLINED, State.WITHDRAWN), State.ASKED),
    Transition(
        Verb.WITHDRAW,
        Side.ASKING,
        (State.ASKED, State.COUNTERED, State.ACCEPTED, State.DECLINED),
        State.WITHDRAWN,
    ),
    Transition(Verb.MOVE, Side.GIVING, (State.ACCEPTED,), State.ACCEPTED),
    Transition(Verb.DELIVER, Side.GIVING, (State.ACCEPTED,), State.DELIVERED),
    Transition(Verb.TAKE_BACK, Side.GIVING, (State.DELIVERED,), State.ACCEPTED),
    Transition(Verb.NOT_YET, Side.ASKING, (State.DELIVERED,), State.ACCEPTED),
    Transition(Verb.CONFIRM, Side.ASKING, (State.ACCEPTED, State.DELIVERED), State.CONFIRMED),
    Transition(Verb.PASS, Side.CLOCK, (State.ACCEPTED,), State.ACCEPTED),
)


def checked(transitions: Sequence[Transition]) -> dict[Verb, Transition]:
    """The transitions by verb. Raises ValueError unless each verb but the first stands once and every state is
    reached, and left unless it settles."""
    table = {transition.verb: transition for transition in transitions}
    if len(table) != len(transitions) or set(table) != set(Verb) - {Verb.ASK}:
        raise ValueError("Every verb after the first stands exactly once")
    reached = {BEGINNING} | {transition.target for transition in table.values()}
    left = {state for transition in table.values() for state in transition.sources}
    if reached != set(State) or not set(State) - set(SETTLED) <= left:
        raise ValueError("Every state is reached, and all but the settled ones are left again")
    return table


MACHINE = checked(TRANSITIONS)
