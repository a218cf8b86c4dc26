"""Leading: the clock, going on, holding, handing over, ending; nothing of it lives in memory."""

from datetime import timedelta

import pytest
from django.urls import reverse

from consort.core import clock
from consort.core.errors import NotAllowed, Refused
from consort.workshops import pace, policy
from consort.workshops.actions import leading, taking_part
from consort.workshops.models import Activity, Workshop
from consort.workshops.queries import activities_of
from consort.workshops.tests.conftest import begun, current, go_on, lock_in

MINUTE = timedelta(minutes=1)


@pytest.fixture
def workshop(planned, ingrid, tomasz, priya) -> Workshop:
    return begun(planned("priorities", [ingrid, tomasz, priya]))


def address(name, thing):
    return reverse(f"workshops:{name}", args=["varnholt", thing.pk])


def test_the_clock_is_a_stored_deadline_so_a_restart_loses_nothing(workshop):
    first = current(workshop)
    assert pace.left_of(first) == pytest.approx(first.minutes * MINUTE, abs=MINUTE / 6)
    with clock.at(first.ends_at + MINUTE):
        assert pace.left_of(current(Workshop.objects.get(pk=workshop.pk))) == -MINUTE


def test_while_it_is_held_the_clock_stands_and_goes_on_from_there(workshop, ingrid):
    start = clock.now()
    with clock.at(start + MINUTE):
        leading.hold(workshop=workshop, by=ingrid)
        left = pace.left_of(current(workshop))
    with clock.at(start + 10 * MINUTE):
        assert pace.left_of(current(workshop)) == left
        leading.resume(workshop=workshop, by=ingrid)
        assert pace.left_of(current(workshop)) == left


def test_two_more_minutes_count_from_now_when_the_time_is_over(workshop, ingrid):
    activity = current(workshop)
    with clock.at(activity.ends_at + 5 * MINUTE):
        leading.extend(activity=activity, minutes=2, by=ingrid)
        assert pace.left_of(current(workshop)) == 2 * MINUTE


def test_going_on_twice_from_the_same_activity_goes_on_once(workshop, ingrid):
    first = current(workshop)
    for _each in range(2):
        leading.go_on(activity=first, by=ingrid)
    assert current(workshop).position == 2


def test_what_is_skipped_is_destroyed_unread(workshop, ingrid, tomasz):
    lock_in(workshop, {tomasz: {"words": "A secret"}})
    first = current(workshop)
    leading.skip(activity=first, by=ingrid)
    first.refresh_from_db()
    assert (first.state, first.round.state) == ("skipped", "withdrawn")
    assert current(workshop).position == 2


def test_nothing_to_rank_is_said_and_can_be_skipped(workshop, ingrid):
    go_on(workshop)
    go_on(workshop)
    with pytest.raises(Refused, match="needs at least 2 items"):
        go_on(workshop)
    grouping = current(workshop)
    ranking = workshop.activities.get(position=4)
    leading.skip(activity=ranking, by=ingrid)
    assert go_on(workshop).kind == "discuss"
    assert grouping.position == 3


def test_only_whoever_leads_leads(workshop, tomasz, sign_in):
    with pytest.raises(NotAllowed):
        leading.go_on(activity=current(workshop), by=tomasz)
    browser = sign_in(tomasz)
    assert browser.post(address("go_on", current(workshop))).status_code == 404
    assert browser.get(address("lead", workshop)).status_code == 404


def test_the_lead_is_handed_over_and_the_owner_may_take_it_back(workshop, ingrid, tomasz, priya, sign_in):
    leading.hand_over(workshop=workshop, to=tomasz, by=ingrid)
    assert policy.may_lead(workshop, tomasz)
    with pytest.raises(NotAllowed):
        leading.hold(workshop=workshop, by=ingrid)
    with pytest.raises(NotAllowed):
        leading.take_over(workshop=workshop, by=priya)
    assert sign_in(ingrid).post(address("take_over", workshop)).status_code == 303
    assert sign_in(ingrid).get(address("lead", workshop)).status_code == 200


def test_somebody_takes_over_once_there_is_no_sign_of_whoever_leads(workshop, ingrid, tomasz):
    with clock.at(clock.now() + policy.ABSENT + MINUTE):
        assert policy.may_take_over(workshop, tomasz)
        leading.take_over(workshop=workshop, by=tomasz)
    assert workshop.facilitator == tomasz


def test_shortening_takes_from_what_waits(workshop, ingrid):
    with clock.at(current(workshop).ends_at + 20 * MINUTE):
        before = sum(each.minutes for each in activities_of(workshop) if each.is_waiting)
        leading.shorten(workshop=workshop, by=ingrid)
        after = [each.minutes for each in activities_of(workshop) if each.is_waiting]
        assert sum(after) < before
        assert min(after) >= 1
        assert abs(pace.pace_of(workshop, activities_of(workshop)).behind) <= len(after)


def test_nothing_to_shorten_is_refused(workshop, ingrid):
    with pytest.raises(Refused, match="nothing to shorten"):
        leading.shorten(workshop=workshop, by=ingrid)


def test_the_end_opens_what_is_asked_and_leaves_out_the_rest(workshop, ingrid, tomasz, pair):
    lock_in(workshop, {tomasz: {"words": "In a hurry"}})
    leading.end(workshop=workshop, by=ingrid)
    first, *rest = workshop.activities.all()
    assert (first.state, first.round.is_opened) == ("done", True)
    assert {each.state for each in rest} == {"skipped"}
    leading.end(workshop=workshop, by=ingrid)
    with pytest.raises(Refused, match="not going on"):
        leading.hold(workshop=workshop, by=ingrid)


def test_one_activity_at_a_time_is_kept_by_the_database(workshop):
    from django.db import IntegrityError

    second = workshop.activities.get(position=2)
    second.state, second.began_at, second.ends_at = "running", clock.now(), clock.now()
    with pytest.raises(IntegrityError):
        second.save()


def test_whoever_leads_sees_who_is_in_and_who_lost_the_link(workshop, ingrid, tomasz, priya, sign_in):
    lock_in(workshop, {tomasz: {"words": "Here"}})
    with clock.at(clock.now() + taking_part.LOST + timedelta(seconds=9)):
        taking_part.here(workshop=workshop, by=ingrid)
        shown = sign_in(ingrid).get(address("lead", workshop)).content.decode()
    assert "One of three has locked in" in shown
    assert "Priya lost the connection" in shown
    assert "Revealing now leaves out two" in shown


def test_the_pages_of_a_workshop_run_few_queries(workshop, ingrid, sign_in, django_assert_max_num_queries):
    browser = sign_in(ingrid)
    for name in ("lead", "room", "screen", "workshop"):
        with django_assert_max_num_queries(15):
            assert browser.get(address(name, workshop)).status_code == 200


def test_activities_know_their_state(workshop):
    assert [each.state for each in workshop.activities.all()][:2] == [Activity.State.RUNNING, Activity.State.WAITING]
