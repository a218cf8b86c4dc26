"""Every state, every verb, everybody: what is allowed, what was done already, what is refused."""

from contextlib import suppress
from datetime import timedelta

import pytest

from consort.commitments import actions
from consort.commitments.models import Commitment, Renegotiation
from consort.commitments.states import (
    MACHINE,
    OPEN,
    SETTLED,
    TRANSITIONS,
    UNSETTLED,
    BadMachine,
    State,
    Transition,
    Verb,
    checked,
)
from consort.commitments.tests.conftest import DUE
from consort.core import clock
from consort.core.errors import NotAllowed, Refused

BY_PERSON = [verb for verb in Verb if verb is not Verb.PASS_IN_SILENCE]
GIVER = {Verb.ACCEPT, Verb.DECLINE, Verb.SAY_DONE, Verb.TAKE_BACK, Verb.ASK_NEW_DATE}


def attempt(verb: Verb, commitment: Commitment, by) -> object:
    reason = {"reason": "The auditors come first"}
    match verb:
        case Verb.ASK_NEW_DATE:
            return actions.ask_new_date(commitment=commitment, by=by, asked=DUE + timedelta(days=7), **reason)
        case Verb.SAY_NOT_YET | Verb.SAY_NOT_KEPT:
            return actions.not_kept(commitment=commitment, by=by, **reason)
        case Verb.DECLINE | Verb.REFUSE_NEW_DATE:
            return getattr(actions, verb)(commitment=commitment, by=by, **reason)
        case _:
            return getattr(actions, verb)(commitment=commitment, by=by)


def put(commitment: Commitment, state: State) -> None:
    commitment.state = state
    commitment.settled = clock.now() if state in SETTLED else None
    commitment.missed_on = commitment.due if state == State.MISSED else None
    commitment.save()
    if state == State.RENEGOTIATED:
        Renegotiation.objects.create(
            commitment=commitment, stood=DUE, asked=DUE + timedelta(days=3), reason="Travel", in_time=True
        )


@pytest.mark.parametrize("verb", BY_PERSON)
@pytest.mark.parametrize("state", list(State))
def test_only_the_one_it_belongs_to_and_only_from_its_states(commitment, ingrid, tomasz, priya, state, verb):
    allowed, other = (ingrid, tomasz) if verb in GIVER else (tomasz, ingrid)
    put(commitment, state)
    for wrong in (other, priya):
        with pytest.raises(NotAllowed):
            attempt(verb, commitment, wrong)
    commitment.refresh_from_db()
    assert commitment.state == state
    if state in MACHINE[verb].sources:
        attempt(verb, commitment, allowed)
        commitment.refresh_from_db()
        outcomes = MACHINE[verb].outcomes
        if verb is Verb.SAY_NOT_KEPT:
            outcomes = MACHINE[Verb.SAY_NOT_YET].outcomes
        assert commitment.state in outcomes
        assert (commitment.settled is not None) == (commitment.state in SETTLED)
    else:
        with suppress(Refused):
            attempt(verb, commitment, allowed)
        commitment.refresh_from_db()
        assert commitment.state == state


def test_a_wrong_table_is_not_accepted():
    with pytest.raises(BadMachine, match="twice"):
        checked([*TRANSITIONS, TRANSITIONS[0]])
    with pytest.raises(BadMachine, match="Nothing says"):
        checked(TRANSITIONS[:-1])
    with pytest.raises(BadMachine, match="for nobody"):
        checked([Transition((State.PROPOSED,), Verb.ACCEPT, (), (State.ACCEPTED,)), *TRANSITIONS[1:]])
    with pytest.raises(BadMachine, match="Every state"):
        checked([Transition((State.KEPT,), Verb.ACCEPT, TRANSITIONS[0].roles, (State.ACCEPTED,)), *TRANSITIONS[1:]])


def test_states_are_open_unsettled_or_settled():
    assert set(OPEN) < set(UNSETTLED)
    assert set(UNSETTLED) | set(SETTLED) == set(State)
    assert not set(UNSETTLED) & set(SETTLED)
