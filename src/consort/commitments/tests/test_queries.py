"""The record, the lists and what waits."""

from datetime import timedelta

import pytest

from consort.commitments import actions
from consort.commitments.queries import between, counted_of_giver, counts_for, record_between
from consort.commitments.states import State
from consort.commitments.sweeps import miss_what_passed_in_silence
from consort.commitments.tests.conftest import DAY, DUE
from consort.commitments.waiting import commitments


@pytest.fixture
def history(pair, ingrid, tomasz, later):
    """Four promises: two kept, one kept after a new date, one missed; and one that was released."""
    made = [actions.promise(by=ingrid, receiver=tomasz, what=f"Thing {n}", due=DUE) for n in range(5)]
    actions.ask_new_date(commitment=made[2], by=ingrid, asked=DUE + DAY, reason="Travel")
    actions.agree_new_date(commitment=made[2], by=tomasz)
    for each in made[:3]:
        actions.confirm_kept(commitment=each, by=tomasz)
    actions.release(commitment=made[3], by=tomasz)
    with later(DUE + DAY):
        miss_what_passed_in_silence()
    return made


def test_the_record_counts_kept_and_missed_and_nothing_else(history, ingrid, tomasz, priya, django_assert_num_queries):
    with django_assert_num_queries(1):
        record = record_between(tomasz, ingrid)
    assert (record.kept, record.of, record.renegotiated, record.missed) == (3, 4, 1, 1)
    assert record.lower == pytest.approx(0.3006, abs=1e-3)
    assert record.upper == pytest.approx(0.9544, abs=1e-3)
    assert counted_of_giver(tomasz).record.of == 0
    assert record_between(ingrid, priya).of == 0


def test_a_thin_record_has_no_interval(commitment, ingrid, tomasz):
    actions.confirm_kept(commitment=commitment, by=tomasz)
    record = record_between(ingrid, tomasz)
    assert record.is_thin
    assert record.lower is record.upper is None


def test_the_record_since_a_day(history, ingrid, later):
    assert counted_of_giver(ingrid, DUE).record.of == 1
    assert counted_of_giver(ingrid, DUE + 2 * DAY).record.of == 0


def test_between_is_for_those_who_may_see_it(commitment, pair, ingrid, daniel):
    assert list(between(pair, ingrid)) == [commitment]
    assert not between(pair, daniel)


def test_tabs_are_counted_in_one_query(commitment, ingrid, tomasz, daniel, django_assert_num_queries):
    ingrid.partnership_ids  # noqa: B018  (read once per request)
    with django_assert_num_queries(1):
        assert counts_for(ingrid) == {"yours": 1, "received": 0, "team": 0, "settled": 0}
    assert counts_for(tomasz)["received"] == 1
    assert counts_for(daniel) == dict.fromkeys(["yours", "received", "team", "settled"], 0)


def waiting(person):
    return [(item.label, item.action, item.holds_up) for item in commitments(person)]


def test_what_waits_for_whom(commitment, ingrid, tomasz, later, django_assert_max_num_queries):
    assert waiting(ingrid) == waiting(tomasz) == []
    with later(DUE):
        assert waiting(ingrid) == [("Commitment due today", "Done, or a new date", 1)]
    with later(DUE + DAY):
        assert waiting(ingrid) == [("Commitment, late", "Done, or a new date", 1)]
        actions.ask_new_date(commitment=commitment, by=ingrid, asked=DUE + timedelta(days=9), reason="Travel")
        assert waiting(ingrid) == []
        with django_assert_max_num_queries(2):
            assert waiting(tomasz) == [("Promised to you", "Answer", 1)]
        actions.agree_new_date(commitment=commitment, by=tomasz)
        assert waiting(tomasz) == []
        actions.say_done(commitment=commitment, by=ingrid)
        assert waiting(tomasz) == [("Promised to you", "Confirm that it was kept", 1)]
        assert waiting(ingrid) == []


def test_what_is_asked_of_one_waits(pair, ingrid, tomasz):
    actions.propose(by=tomasz, giver=ingrid, what="Tell the board", due=DUE)
    assert waiting(ingrid) == [("Commitment asked for", "Take it on or decline", 1)]
    assert waiting(tomasz) == []


def test_a_missed_one_still_waits(commitment, ingrid, later):
    with later(DUE + DAY):
        miss_what_passed_in_silence()
        assert waiting(ingrid)[0][0] == "Commitment, late"
    commitment.refresh_from_db()
    assert commitment.state == State.MISSED
