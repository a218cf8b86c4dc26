"""Cycles: planning, running, reviewing, closing; who hears of what."""

from datetime import date, timedelta

import pytest

from consort.core import clock
from consort.core.errors import NotAllowed, Refused
from consort.core.ledger.reading import history_of
from consort.core.waiting import forget, waiting_for
from consort.vision import stages
from consort.vision.actions import cycles
from consort.vision.actions.checking_in import check_in
from consort.vision.models import Cycle
from consort.vision.sweeping import begin_reviews, say_what_is_silent
from consort.vision.tests.conftest import MONDAY
from consort.vision.tests.pursued import *  # noqa: F403  (fixtures)

pytestmark = pytest.mark.usefixtures("_on_monday")
Stage = Cycle.Stage


def in_days(days):
    return clock.at(MONDAY + timedelta(days=days))


def titles(person):
    forget()
    return [item.title for item in waiting_for(person) if item.place == "strategy"]


def test_every_way_has_a_way_back():
    assert {move.undo for move in stages.MOVES} == {move.name for move in stages.MOVES}
    with pytest.raises(ValueError, match="way back"):
        stages.validate(stages.MOVES[:-1])


def test_it_goes_from_plan_to_closed_and_back(planned, ingrid):
    for name in ("start", "begin_review", "close"):
        cycles.move_cycle(cycle=planned, name=name, by=ingrid)
        cycles.move_cycle(cycle=planned, name=name, by=ingrid)
    assert planned.stage == Stage.CLOSED
    assert set(planned.reached) == {"plan", "run", "review", "closed"}
    cycles.move_cycle(cycle=planned, name="reopen", by=ingrid)
    assert planned.stage == Stage.REVIEW


def test_a_stage_is_not_skipped(planned, ingrid):
    with pytest.raises(Refused, match="“Plan”"):
        cycles.move_cycle(cycle=planned, name="close", by=ingrid)


def test_whoever_planned_it_and_facilitators_move_it(planned, ingrid, tomasz, facilitator, observer):
    for person in (tomasz, observer):
        with pytest.raises(NotAllowed):
            cycles.move_cycle(cycle=planned, name="start", by=person)
    cycles.move_cycle(cycle=planned, name="start", by=facilitator)
    assert planned.stage == Stage.RUN


def test_when_whoever_planned_it_has_left_every_leader_can(planned, ingrid, tomasz):
    ingrid.left = clock.now()
    ingrid.save(update_fields=["left"])
    planned.refresh_from_db()
    cycles.move_cycle(cycle=planned, name="start", by=tomasz)
    assert planned.stage == Stage.RUN


def test_the_same_form_twice_plans_one(ingrid, planned):
    again = cycles.plan_cycle(by=ingrid, name="Q4 2026", begins=BEGINS, ends=ENDS, id=planned.pk)  # noqa: F405
    assert again == planned
    assert Cycle.objects.count() == 1


def test_an_end_before_the_beginning_is_refused(ingrid):
    with pytest.raises(Refused, match="ends after it begins"):
        cycles.plan_cycle(by=ingrid, name="Q4", begins=date(2026, 12, 1), ends=date(2026, 10, 1))


def test_closing_names_what_is_not_reviewed_and_only_what_one_may_see(
    running, shared, alone, between_two, ingrid, facilitator
):
    between_two.cycle = running
    between_two.save(update_fields=["cycle"])
    cycles.move_cycle(cycle=running, name="begin_review", by=ingrid)
    with pytest.raises(Refused) as refused:
        cycles.move_cycle(cycle=running, name="close", by=facilitator)
    assert "“On-time delivery at 95%”" in refused.value.message
    assert "“Two lines in Poznań”" in refused.value.message
    assert "1 more" in refused.value.message
    assert "one voice" not in refused.value.message
    running.refresh_from_db()
    assert running.stage == Stage.REVIEW


def test_the_day_after_its_last_the_review_begins_by_itself(running):
    with clock.at(MONDAY.replace(month=12, day=31)):
        assert begin_reviews() == 0
    with clock.at(MONDAY.replace(year=2027, month=1, day=2)):
        assert begin_reviews() == 1
        assert begin_reviews() == 0
    running.refresh_from_db()
    assert running.stage == Stage.REVIEW


def test_reminders_go_to_those_who_owe_a_check_in_and_to_nobody_else(
    shared, alone, executives, ingrid, tomasz, observer
):
    with in_days(13):
        assert all(titles(person) == [] for person in executives)
    with in_days(15):
        assert sorted(titles(tomasz)) == ["On-time delivery at 95%", "Two lines in Poznań"]
        assert titles(ingrid) == ["On-time delivery at 95%"]
        others = [person for person in [*executives, observer] if person not in (ingrid, tomasz)]
        assert all(titles(person) == [] for person in others)
        check_in(objective=alone, by=tomasz, confidence=80)
        assert titles(tomasz) == ["On-time delivery at 95%"]


def test_once_a_sealed_check_in_is_open_it_waits_for_those_who_are_not_in(shared, ingrid, tomasz):
    with in_days(15):
        check_in(objective=shared, by=tomasz, confidence=80)
        assert titles(tomasz) == []
        assert titles(ingrid) == ["Check-in: On-time delivery at 95%"]


def test_reviews_wait_for_those_who_lead(running, shared, alone, ingrid, tomasz, priya):
    cycles.move_cycle(cycle=running, name="begin_review", by=ingrid)
    assert sorted(titles(tomasz)) == ["On-time delivery at 95%", "Two lines in Poznań"]
    assert titles(ingrid) == ["On-time delivery at 95%"]
    assert titles(priya) == []


def test_a_cycle_waits_for_its_keeper_to_be_started_and_closed(planned, ingrid, tomasz):
    assert titles(ingrid) == ["Q4 2026"]
    assert titles(tomasz) == []
    for name in ("start", "begin_review"):
        cycles.move_cycle(cycle=planned, name=name, by=ingrid)
    assert titles(ingrid) == ["Q4 2026"]
    cycles.move_cycle(cycle=planned, name="close", by=ingrid)
    assert titles(ingrid) == []


def test_silence_is_said_once_for_each_silence(alone, tomasz):
    def said():
        return [each.sentence for each in history_of(alone) if each.type == "objective.silent"]

    with in_days(14):
        assert say_what_is_silent() == 0
    with in_days(20):
        assert say_what_is_silent() == 1
        assert say_what_is_silent() == 0
        assert said() == ["Nobody has checked in on “Two lines in Poznań” for 20 days"]
        check_in(objective=alone, by=tomasz, confidence=50)
    with in_days(40):
        assert say_what_is_silent() == 1
        assert len(said()) == 2


def test_what_was_learned_is_kept_until_the_end(running, ingrid):
    cycles.write_learned(cycle=running, by=ingrid, learned=" Fewer, and earlier. ")
    running.refresh_from_db()
    assert running.learned == "Fewer, and earlier."
