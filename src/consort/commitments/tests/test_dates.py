"""Renegotiating before the date is kept faith; silence is not."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest

from consort.commitments import actions
from consort.commitments.models import Commitment, Renegotiation
from consort.commitments.states import State
from consort.commitments.sweeps import miss_what_passed_in_silence
from consort.commitments.tests.conftest import DAY, DUE
from consort.commitments.tests.test_actions import WEEK, evidence_in, facts_of
from consort.core import clock
from consort.core.errors import Refused


def ask(commitment, by, asked=DUE + WEEK, **more):
    return actions.ask_new_date(commitment=commitment, by=by, asked=asked, reason="The auditors come first", **more)


def test_a_date_agreed_before_it_passed_supports(commitment, pair, ingrid, tomasz):
    asked = ask(commitment, ingrid)
    assert (commitment.state, asked.in_time, commitment.due) == (State.RENEGOTIATED, True, DUE)
    actions.agree_new_date(commitment=commitment, by=tomasz)
    assert (commitment.state, commitment.due) == (State.ACCEPTED, DUE + WEEK)
    assert evidence_in(pair) == [("commitment.renegotiated", "up")]


def test_moving_a_date_again_supports_no_further(commitment, pair, ingrid, tomasz):
    for days in (7, 14, 21):
        ask(commitment, ingrid, DUE + timedelta(days=days))
        actions.agree_new_date(commitment=commitment, by=tomasz)
    assert evidence_in(pair) == [("commitment.renegotiated", "up")]
    assert facts_of(commitment).count("commitment.date_changed") == 2


def test_a_date_asked_for_after_it_passed_is_neutral(commitment, pair, ingrid, tomasz, later):
    with later(DUE + DAY):
        asked = ask(commitment, ingrid)
        actions.agree_new_date(commitment=commitment, by=tomasz)
    assert not asked.in_time
    assert evidence_in(pair) == []


def test_on_the_day_itself_is_in_time(commitment, ingrid, later):
    with later(DUE, 21):
        assert ask(commitment, ingrid).in_time


def test_a_refused_date_leaves_the_old_one_standing(commitment, ingrid, tomasz):
    ask(commitment, ingrid)
    actions.refuse_new_date(commitment=commitment, by=tomasz, reason="The board meets on the 16th")
    assert (commitment.state, commitment.due) == (State.ACCEPTED, DUE)
    assert commitment.renegotiations.get().answer == Renegotiation.Answer.REFUSED


def test_asking_again_overtakes_the_first_question(commitment, ingrid, tomasz):
    ask(commitment, ingrid)
    ask(commitment, ingrid, DUE + 2 * WEEK)
    assert [each.answer for each in commitment.renegotiations.all()] == ["overtaken", ""]
    actions.agree_new_date(commitment=commitment, by=tomasz)
    assert commitment.due == DUE + 2 * WEEK


def test_asking_twice_with_one_id_asks_once(commitment, ingrid):
    key = uuid4()
    assert ask(commitment, ingrid, id=key) == ask(commitment, ingrid, id=key)
    assert commitment.renegotiations.count() == 1


@pytest.mark.parametrize("asked", [DUE, date(2026, 10, 4)])
def test_the_same_date_and_a_past_one_are_refused(commitment, ingrid, asked):
    with pytest.raises(Refused):
        ask(commitment, ingrid, asked)
    assert commitment.state == State.ACCEPTED


def test_a_second_and_different_answer_is_refused(commitment, ingrid, tomasz):
    ask(commitment, ingrid)
    actions.agree_new_date(commitment=commitment, by=tomasz)
    actions.agree_new_date(commitment=commitment, by=tomasz)
    with pytest.raises(Refused):
        actions.refuse_new_date(commitment=commitment, by=tomasz, reason="After all")
    assert commitment.due == DUE + WEEK


def test_silence_weighs_against_the_day_after(commitment, pair, later):
    with later(DUE, 21):
        assert miss_what_passed_in_silence() == 0
    with later(DUE + DAY):
        assert miss_what_passed_in_silence() == 1
        assert miss_what_passed_in_silence() == 0
    commitment.refresh_from_db()
    assert (commitment.state, commitment.missed_on) == (State.MISSED, DUE)
    assert evidence_in(pair) == [("commitment.missed", "down")]


def test_the_day_ends_where_the_giver_is(commitment, ingrid):
    ingrid.time_zone = "America/Los_Angeles"
    ingrid.save()
    with clock.at(datetime(2026, 10, 16, 5, 0, tzinfo=UTC)):
        assert miss_what_passed_in_silence() == 0
    ingrid.time_zone = "Pacific/Auckland"
    ingrid.save()
    with clock.at(datetime(2026, 10, 15, 12, 0, tzinfo=UTC)):
        assert miss_what_passed_in_silence() == 1


def test_who_said_done_or_asked_is_not_silent(commitment, pair, ingrid, tomasz, later):
    ask(commitment, ingrid)
    with later(DUE + DAY):
        assert miss_what_passed_in_silence() == 0
        actions.say_done(commitment=commitment, by=ingrid)
    with later(DUE + 2 * WEEK):
        assert miss_what_passed_in_silence() == 0
    assert evidence_in(pair) == []


def test_the_date_one_asked_for_passes_in_silence_too(commitment, ingrid, later):
    ask(commitment, ingrid)
    with later(DUE + WEEK + DAY):
        assert miss_what_passed_in_silence() == 1
    commitment.refresh_from_db()
    assert commitment.state == State.MISSED
    assert commitment.renegotiations.get().answer == Renegotiation.Answer.OVERTAKEN


def test_after_a_late_refusal_there_is_the_rest_of_the_day(commitment, ingrid, tomasz, later):
    ask(commitment, ingrid)
    with later(DUE + 2 * DAY):
        actions.refuse_new_date(commitment=commitment, by=tomasz, reason="No")
        assert miss_what_passed_in_silence() == 0
    with later(DUE + 3 * DAY):
        assert miss_what_passed_in_silence() == 1


def test_a_new_date_after_a_missed_one_is_missed_on_its_own(commitment, pair, ingrid, tomasz, later):
    with later(DUE + DAY):
        miss_what_passed_in_silence()
        commitment.refresh_from_db()
        ask(commitment, ingrid)
        actions.refuse_new_date(commitment=commitment, by=tomasz, reason="It is late already")
        assert commitment.state == State.MISSED
        ask(commitment, ingrid)
        actions.agree_new_date(commitment=commitment, by=tomasz)
        assert commitment.state == State.ACCEPTED
    with later(DUE + WEEK + DAY):
        assert miss_what_passed_in_silence() == 1
    assert evidence_in(pair) == [("commitment.missed", "down")] * 2


def test_nothing_is_asked_of_those_who_left(commitment, ingrid, later):
    ingrid.left = clock.now()
    ingrid.save()
    with later(DUE + WEEK):
        assert miss_what_passed_in_silence() == 0
    assert Commitment.objects.get().state == State.ACCEPTED
