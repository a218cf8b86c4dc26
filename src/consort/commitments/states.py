"""The life of a commitment as data: who may do what in which state, and where it leads. Checked at import."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    PROPOSED = "proposed", _("Asked for")
    ACCEPTED = "accepted", _("Open")
    RENEGOTIATED = "renegotiated", _("New date asked")
    SAID_DONE = "said_done", _("Said done")
    KEPT = "kept", _("Kept")
    MISSED = "missed", _("Late")
    DECLINED = "declined", _("Declined")
    RELEASED = "released", _("Released")


class Role(StrEnum):
    """GIVER_ALONE is the giver once the receiver has left the organization; CLOCK is the passing of time."""

    GIVER = "giver"
    GIVER_ALONE = "giver_alone"
    RECEIVER = "receiver"
    CLOCK = "clock"


class Verb(StrEnum):
    ACCEPT = "accept"
    DECLINE = "decline"
    SAY_DONE = "say_done"
    TAKE_BACK = "take_back"
    CONFIRM_KEPT = "confirm_kept"
    SAY_NOT_YET = "say_not_yet"
    SAY_NOT_KEPT = "say_not_kept"
    ASK_NEW_DATE = "ask_new_date"
    AGREE_NEW_DATE = "agree_new_date"
    REFUSE_NEW_DATE = "refuse_new_date"
    RELEASE = "release"
    PASS_IN_SILENCE = "pass_in_silence"


OPEN = (State.ACCEPTED, State.RENEGOTIATED, State.MISSED)
UNSETTLED = (State.PROPOSED, *OPEN, State.SAID_DONE)
SETTLED = (State.KEPT, State.DECLINED, State.RELEASED)


@dataclass(frozen=True)
class Transition:
    """From any of `sources` the verb leads to one of `outcomes`; with several, the action says to which."""

    sources: tuple[State, ...]
    verb: Verb
    roles: tuple[Role, ...]
    outcomes: tuple[State, ...]


TRANSITIONS = (
    Transition((State.PROPOSED,), Verb.ACCEPT, (Role.GIVER,), (State.ACCEPTED,)),
    Transition((State.PROPOSED,), Verb.DECLINE, (Role.GIVER,), (State.DECLINED,)),
    Transition(OPEN, Verb.SAY_DONE, (Role.GIVER,), (State.SAID_DONE,)),
    Transition((State.SAID_DONE,), Verb.TAKE_BACK, (Role.GIVER,), OPEN),
    Transition((*OPEN, State.SAID_DONE), Verb.CONFIRM_KEPT, (Role.RECEIVER,), (State.KEPT,)),
    Transition((State.SAID_DONE,), Verb.SAY_NOT_YET, (Role.RECEIVER,), OPEN),
    Transition((State.SAID_DONE,), Verb.SAY_NOT_KEPT, (Role.RECEIVER,), (State.MISSED,)),
    Transition(OPEN, Verb.ASK_NEW_DATE, (Role.GIVER,), (State.RENEGOTIATED,)),
    Transition((State.RENEGOTIATED,), Verb.AGREE_NEW_DATE, (Role.RECEIVER,), (State.ACCEPTED,)),
    Transition((State.RENEGOTIATED,), Verb.REFUSE_NEW_DATE, (Role.RECEIVER,), (State.ACCEPTED, State.MISSED)),
    Transition(UNSETTLED, Verb.RELEASE, (Role.RECEIVER, Role.GIVER_ALONE), (State.RELEASED,)),
    Transition((State.ACCEPTED, State.RENEGOTIATED), Verb.PASS_IN_SILENCE, (Role.CLOCK,), (State.MISSED,)),
)


class BadMachine(ValueError):
    """The table of transitions contradicts itself."""


def checked(transitions: Iterable[Transition]) -> dict[Verb, Transition]:
    """The transitions by verb. Raises BadMachine unless each verb stands once and each state is reached and left."""
    table: dict[Verb, Transition] = {}
    for transition in transitions:
        if transition.verb in table:
            raise BadMachine(f"{transition.verb} stands twice")
        if not (transition.sources and transition.roles and transition.outcomes):
            raise BadMachine(f"{transition.verb} leads from nowhere, to nowhere or is for nobody")
        table[transition.verb] = transition
    if missing := set(Verb) - set(table):
        raise BadMachine(f"Nothing says what these do: {sorted(missing)}")
    reached = {State.PROPOSED} | {state for transition in table.values() for state in transition.outcomes}
    left = {state for transition in table.values() for state in transition.sources}
    if reached != set(State) or left != set(State) - set(SETTLED):
        raise BadMachine("Every state is reached, and all but the settled ones are left again")
    return table


MACHINE = checked(TRANSITIONS)
