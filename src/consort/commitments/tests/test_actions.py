"""Making and keeping commitments."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from consort.commitments import actions
from consort.commitments.models import Commitment
from consort.commitments.states import State
from consort.commitments.tests.conftest import DAY, DUE
from consort.core.errors import NotAllowed, Refused
from consort.core.ledger.reading import history_of
from consort.core.links import from_here
from consort.core.models import Entry, Evidence, Level

WEEK = timedelta(days=7)


def facts_of(thing) -> list[str]:
    return [happening.type for happening in reversed(history_of(thing))]


def evidence_in(partnership) -> list[tuple[str, str]]:
    return [(row.entry.type, row.polarity) for row in Evidence.objects.filter(partnership=partnership, strand="trust")]


def test_a_promise_binds_at_once_and_belongs_to_the_pair(commitment, pair, ingrid, tomasz):
    assert commitment.state == State.ACCEPTED
    assert (commitment.partnership, commitment.visibility) == (pair, Level.PARTNERSHIP)
    assert facts_of(commitment) == ["commitment.made"]
    assert history_of(commitment)[0].sentence == "Ingrid promised “Tell the board” by Thu 15 Oct 2026"


def test_without_a_pair_it_belongs_to_the_smallest_team(executive_team, ingrid, priya):
    made = actions.promise(by=ingrid, receiver=priya, what="Name the candidates", due=DUE)
    assert made.partnership == executive_team


def test_without_any_partnership_only_the_two_see_it(ingrid, priya, daniel):
    made = actions.promise(by=ingrid, receiver=priya, what="Name the candidates", due=DUE)
    assert made.partnership is None
    assert Commitment.objects.visible_to(ingrid).get() == made == Commitment.objects.visible_to(priya).get()
    assert not Commitment.objects.visible_to(daniel).exists()


def test_strangers_and_other_partners_see_nothing(commitment, executive_team, daniel, stranger):
    assert not Commitment.objects.visible_to(daniel).exists()
    assert not Commitment.objects.visible_to(stranger).exists()


def test_an_empty_or_past_or_own_promise_is_refused(pair, ingrid, tomasz, stranger):
    for wrong in (
        {"receiver": tomasz, "what": "  ", "due": DUE},
        {"receiver": tomasz, "what": "Tell the board", "due": date(2026, 10, 4)},
        {"receiver": ingrid, "what": "Tell the board", "due": DUE},
    ):
        with pytest.raises(Refused):
            actions.promise(by=ingrid, **wrong)
    with pytest.raises(NotAllowed):
        actions.promise(by=ingrid, receiver=stranger, what="Tell the board", due=DUE)
    assert not Commitment.objects.exists()
    assert not Entry.objects.filter(type__startswith="commitment").exists()


def test_it_is_tied_to_what_it_carries_out(pair, ingrid, tomasz, executive_team):
    made = actions.promise(by=ingrid, receiver=tomasz, what="Tell the board", due=DUE, about=executive_team)
    assert [tie.thing for tie in from_here(made, ingrid)] == [executive_team]
    assert made.about == ("partnership", executive_team.pk)


def test_sending_it_twice_makes_it_once(pair, ingrid, tomasz):
    key = uuid4()
    one, two = (actions.promise(by=ingrid, receiver=tomasz, what="Tell the board", due=DUE, id=key) for _ in range(2))
    assert one == two
    assert facts_of(one) == ["commitment.made"]
    with pytest.raises(NotAllowed):
        actions.promise(by=tomasz, receiver=ingrid, what="Something else", due=DUE, id=key)


def test_what_was_asked_for_binds_once_it_is_taken_on(pair, ingrid, tomasz):
    asked = actions.propose(by=tomasz, giver=ingrid, what="Tell the board", due=DUE)
    assert (asked.state, asked.receiver, asked.owner) == (State.PROPOSED, tomasz, tomasz)
    actions.accept(commitment=asked, by=ingrid)
    actions.accept(commitment=asked, by=ingrid)
    assert facts_of(asked) == ["commitment.asked", "commitment.accepted"]


def test_what_was_asked_for_can_be_declined_with_a_reason(pair, ingrid, tomasz):
    asked = actions.propose(by=tomasz, giver=ingrid, what="Tell the board", due=DUE)
    with pytest.raises(Refused):
        actions.decline(commitment=asked, by=ingrid, reason=" ")
    actions.decline(commitment=asked, by=ingrid, reason="It is Priya's to tell")
    assert asked.state == State.DECLINED
    assert "Priya's to tell" in history_of(asked)[0].sentence


def test_what_was_asked_for_cannot_be_taken_on_after_its_date(pair, ingrid, tomasz, later):
    asked = actions.propose(by=tomasz, giver=ingrid, what="Tell the board", due=DUE)
    with later(DUE + DAY), pytest.raises(Refused):
        actions.accept(commitment=asked, by=ingrid)


def test_leaders_ask_on_behalf_of_another_and_observers_do_not(ingrid, tomasz, priya, observer):
    asked = actions.propose(by=ingrid, giver=tomasz, receiver=priya, what="Move two planners", due=DUE)
    assert ingrid in (asked.owner,)
    assert Commitment.objects.visible_to(ingrid).get() == asked
    with pytest.raises(NotAllowed):
        actions.propose(by=observer, giver=tomasz, receiver=priya, what="Move two planners", due=DUE)
    with pytest.raises(NotAllowed):
        actions.propose(by=ingrid, giver=ingrid, receiver=priya, what="Move two planners", due=DUE)


def test_said_done_is_not_kept_until_the_receiver_confirms(commitment, pair, ingrid, tomasz):
    actions.say_done(commitment=commitment, by=ingrid)
    assert commitment.state == State.SAID_DONE
    assert evidence_in(pair) == []
    actions.confirm_kept(commitment=commitment, by=tomasz)
    actions.confirm_kept(commitment=commitment, by=tomasz)
    assert commitment.state == State.KEPT
    assert evidence_in(pair) == [("commitment.kept", "up")]


def test_evidence_stands_in_the_pair_even_when_the_commitment_belongs_to_a_team(executive_team, pair, ingrid, tomasz):
    made = actions.promise(by=ingrid, receiver=tomasz, what="Tell the board", due=DUE)
    made.partnership = executive_team
    made.save()
    actions.confirm_kept(commitment=made, by=tomasz)
    assert evidence_in(pair) == evidence_in(executive_team) == [("commitment.kept", "up")]


def test_done_can_be_taken_back_to_where_it_stood(commitment, ingrid, later):
    actions.say_done(commitment=commitment, by=ingrid)
    actions.take_back(commitment=commitment, by=ingrid)
    assert (commitment.state, commitment.said_done) == (State.ACCEPTED, None)
    actions.ask_new_date(commitment=commitment, by=ingrid, asked=DUE + WEEK, reason="Travel")
    actions.say_done(commitment=commitment, by=ingrid)
    actions.take_back(commitment=commitment, by=ingrid)
    assert commitment.state == State.RENEGOTIATED


def test_the_receiver_says_not_yet_before_the_date_and_not_kept_after_it(commitment, pair, ingrid, tomasz, later):
    actions.say_done(commitment=commitment, by=ingrid)
    actions.not_kept(commitment=commitment, by=tomasz, reason="The minutes are missing")
    assert commitment.state == State.ACCEPTED
    assert evidence_in(pair) == []
    actions.say_done(commitment=commitment, by=ingrid)
    with later(DUE + DAY):
        with pytest.raises(Refused):
            actions.not_kept(commitment=commitment, by=tomasz, reason="")
        actions.not_kept(commitment=commitment, by=tomasz, reason="The board was not told")
    assert (commitment.state, commitment.missed_on) == (State.MISSED, DUE)
    assert evidence_in(pair) == [("commitment.not_kept", "down")]


def test_the_same_date_weighs_against_once(commitment, pair, ingrid, tomasz, later):
    with later(DUE + DAY):
        actions.pass_in_silence(commitment=commitment)
        actions.say_done(commitment=commitment, by=ingrid)
        actions.not_kept(commitment=commitment, by=tomasz, reason="Not at all")
    assert commitment.state == State.MISSED
    assert evidence_in(pair) == [("commitment.missed", "down")]


def test_done_late_supports_nothing(commitment, pair, ingrid, tomasz, later):
    with later(DUE + DAY):
        actions.pass_in_silence(commitment=commitment)
        actions.say_done(commitment=commitment, by=ingrid)
        actions.confirm_kept(commitment=commitment, by=tomasz)
    assert commitment.state == State.KEPT
    assert evidence_in(pair) == [("commitment.missed", "down")]
    assert facts_of(commitment)[-1] == "commitment.kept_late"


def test_the_receiver_releases_and_the_giver_only_when_left_alone(commitment, ingrid, tomasz):
    with pytest.raises(NotAllowed):
        actions.release(commitment=commitment, by=ingrid)
    tomasz.left = commitment.made
    tomasz.save()
    commitment.refresh_from_db()
    actions.release(commitment=commitment, by=ingrid)
    assert commitment.state == State.RELEASED
    with pytest.raises(NotAllowed):
        actions.confirm_kept(commitment=commitment, by=ingrid)


ACTIONS = {
    "say_done": lambda each, giver, receiver: actions.say_done(commitment=each, by=giver),
    "confirm_kept": lambda each, giver, receiver: actions.confirm_kept(commitment=each, by=receiver),
    "release": lambda each, giver, receiver: actions.release(commitment=each, by=receiver),
    "ask_new_date": lambda each, giver, receiver: actions.ask_new_date(
        commitment=each, by=giver, asked=DUE + WEEK, reason="Travel"
    ),
}


@pytest.mark.parametrize("action", ACTIONS)
def test_a_failing_fact_undoes_the_change(commitment, ingrid, tomasz, monkeypatch, action):
    def fail(*_, **__):
        raise RuntimeError("the ledger is full")

    before = Commitment.objects.values().get()
    monkeypatch.setattr("consort.commitments.actions.moving.record", fail)
    with pytest.raises(RuntimeError):
        ACTIONS[action](commitment, ingrid, tomasz)
    assert Commitment.objects.values().get() == before
    assert not commitment.renegotiations.exists()


def test_a_failing_fact_makes_no_promise(pair, ingrid, tomasz, monkeypatch):
    monkeypatch.setattr("consort.commitments.actions.moving.record", lambda *_, **__: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        actions.promise(by=ingrid, receiver=tomasz, what="Tell the board", due=DUE)
    assert not Commitment.objects.exists()


def test_the_database_itself_refuses_halves(commitment, ingrid):
    for wrong in ({"state": State.KEPT}, {"receiver": ingrid}, {"about_kind": "metric"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Commitment.objects.update(**wrong)
