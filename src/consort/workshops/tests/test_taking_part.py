"""Joining by code, coming late, leaving early, answering from elsewhere and in one's own time."""

from datetime import timedelta

import pytest
from django.urls import reverse

from consort.core import clock
from consort.core.errors import NotAllowed, Refused
from consort.core.waiting import _known, waiting_for
from consort.workshops.actions import asking, leading, planning, taking_part
from consort.workshops.models import ActivityKind, Workshop
from consort.workshops.scripts import Script, Step, Thing
from consort.workshops.tests.conftest import begun, current, go_on, lock_in

Kind = ActivityKind
RANKING = Script(
    "Order",
    "",
    (
        Step(
            Kind.RANK,
            "Rank",
            5,
            "Which first?",
            items=(Thing("Heat"), Thing("Line"), Thing("People")),
        ),
        Step(Kind.DISCUSS, "Talk", 5, earlier=1),
        Step(Kind.RATE, "Rate", 5, items=(Thing("Trust"), Thing("Speed")), names="confidential"),
        Step(Kind.DECIDE, "Decide", 5, "Do we go?"),
    ),
)


@pytest.fixture
def workshop(planned, ingrid, tomasz, priya) -> Workshop:
    return planned(RANKING, [ingrid, tomasz, priya])


def address(name, thing):
    return reverse(f"workshops:{name}", args=["varnholt", thing.pk])


def order(*places):
    return {"order": {f"item-{at}": place for at, place in enumerate(places, 1)}}


def test_the_code_lets_in_only_who_is_invited(workshop, tomasz, sofia, stranger, sign_in, client):
    short = reverse("workshops_code", args=[workshop.code])
    assert sign_in(tomasz).get(short).headers["Location"] == workshop.get_absolute_url()
    assert sign_in(sofia).get(short).status_code == 404
    assert sign_in(stranger).get(short).status_code == 404
    assert client.get(short).status_code == 302
    begun(workshop)
    spaced = " ".join(workshop.code)
    answer = sign_in(tomasz).post(reverse("workshops:join", args=["varnholt"]), {"code": spaced})
    assert answer.headers["Location"] == address("room", workshop)
    assert sign_in(sofia).post(reverse("workshops:join", args=["varnholt"]), {"code": spaced}).status_code == 422


def test_a_latecomer_is_asked_what_is_asked_now(workshop, ingrid, mats, sign_in):
    begun(workshop)
    planning.invite(workshop=workshop, people=[mats], by=ingrid)
    browser = sign_in(mats)
    assert browser.post(address("here", workshop)).status_code == 204
    sent = {"order:item-1": 1, "order:item-2": 2, "order:item-3": 3}
    assert browser.post(address("answer", current(workshop)), sent).status_code == 303
    assert current(workshop).round.asked.filter(person=mats, done=True).exists()


def test_who_leaves_is_waited_for_no_more_and_may_come_back(workshop, ingrid, tomasz, sign_in):
    begun(workshop)
    taking_part.leave(workshop=workshop, by=tomasz)
    assert current(workshop).round.asked.get(person=tomasz).declined
    assert "Has left" in sign_in(ingrid).get(address("lead", workshop)).content.decode()
    taking_part.here(workshop=workshop, by=tomasz)
    lock_in(workshop, {tomasz: order(1, 2, 3)})
    with pytest.raises(Refused, match="hand it over first"):
        taking_part.leave(workshop=workshop, by=ingrid)


def test_whoever_leads_goes_on_without_somebody(workshop, ingrid, priya, tomasz):
    begun(workshop)
    taking_part.excuse(workshop=workshop, person=priya, by=ingrid)
    lock_in(workshop, {ingrid: order(1, 2, 3), tomasz: order(3, 2, 1)})
    go_on(workshop)
    assert not workshop.participants.get(person=priya).takes_part
    with pytest.raises(NotAllowed):
        taking_part.excuse(workshop=workshop, person=ingrid, by=tomasz)


def test_who_takes_part_in_their_own_time_answers_ahead(workshop, ingrid, tomasz, priya, sign_in):
    with pytest.raises(Refused, match="Nobody has said"):
        asking.ask_ahead(workshop=workshop, by=ingrid)
    taking_part.choose_way(workshop=workshop, way="own_time", by=priya)
    chosen = asking.ask_ahead(workshop=workshop, by=ingrid)
    assert [each.title for each in chosen] == ["Rank", "Decide"]
    _known.clear()
    assert any(item.place == "meetings" for item in waiting_for(priya))
    assert not any(item.place == "meetings" for item in waiting_for(tomasz))
    browser = sign_in(priya)
    assert "Rank" in browser.get(workshop.get_absolute_url()).content.decode()
    assert browser.get(address("ahead", chosen[0])).status_code == 200
    sent = {"order:item-1": 2, "order:item-2": 1, "order:item-3": 3}
    assert browser.post(address("answer", chosen[0]), sent).status_code == 303
    leading.begin(workshop=workshop, by=ingrid)
    lock_in(workshop, {ingrid: order(1, 2, 3), tomasz: order(2, 1, 3)})
    leading.reveal(activity=current(workshop), by=ingrid)
    assert current(workshop).round.result["answered"] == 3


def test_nobody_sees_an_order_before_it_opens(workshop, ingrid, tomasz, sign_in):
    begun(workshop)
    lock_in(workshop, {tomasz: order(3, 1, 2)})
    for name in ("lead", "screen", "room"):
        shown = sign_in(ingrid).get(address(name, workshop)).content.decode()
        assert "The order of all" not in shown
    assert sign_in(ingrid).get(address("result", current(workshop))).status_code == 404


def test_a_mistake_keeps_what_was_written(workshop, ingrid, sign_in):
    begun(workshop)
    for place in (2, 3):
        leading.skip(activity=workshop.activities.get(position=place), by=ingrid)
    go_on(workshop)
    answer = sign_in(ingrid).post(address("answer", current(workshop)), {"answer.reason": "Because of the covenant"})
    assert answer.status_code == 422
    assert "Because of the covenant" in answer.content.decode()
    assert "Nothing was locked in" in answer.content.decode()


def test_an_answer_can_be_taken_back_until_it_opens(workshop, tomasz, sign_in):
    begun(workshop)
    browser = sign_in(tomasz)
    lock_in(workshop, {tomasz: order(3, 1, 2)})
    assert "Your answer is locked in" in browser.get(address("room", workshop)).content.decode()
    browser.post(address("unlock", current(workshop)))
    shown = browser.get(address("room", workshop)).content.decode()
    assert shown.index("Line") < shown.index("People") < shown.index("Heat")


def test_two_people_read_their_orders_side_by_side_without_an_index(planned, ingrid, tomasz, sign_in):
    workshop = begun(planned(RANKING, [ingrid, tomasz]))
    lock_in(workshop, {ingrid: order(1, 2, 3), tomasz: order(3, 2, 1)})
    leading.reveal(activity=current(workshop), by=ingrid)
    shown = sign_in(tomasz).get(address("result", current(workshop))).content.decode()
    assert "Your orders, side by side" in shown
    assert "Kendall" not in shown


def test_who_stands_farthest_from_the_middle_speaks_first(workshop, ingrid, tomasz, priya, sign_in):
    begun(workshop)
    lock_in(workshop, {ingrid: order(1, 2, 3), tomasz: order(1, 2, 3), priya: order(3, 2, 1)})
    go_on(workshop)
    assert "Priya speaks first" in sign_in(tomasz).get(address("room", workshop)).content.decode()


def test_without_names_nothing_shows_below_the_threshold(planned, executives, ingrid, sign_in):
    workshop = begun(planned(RANKING))
    go_on(workshop)
    go_on(workshop)
    shown = sign_in(ingrid).get(address("lead", workshop)).content.decode()
    assert "Not enough have locked in yet" in shown
    assert "Locked in</span>" not in shown
    for person in executives[:4]:
        taking_part.answer(activity=current(workshop), by=person, answers={"item-1": 4, "item-2": 2})
    leading.reveal(activity=current(workshop), by=ingrid)
    result = current(workshop).round.result
    assert (result["withheld"], result["answered"]) == (True, None)
    assert "Too few answered" in sign_in(ingrid).get(address("screen", workshop)).content.decode()


def test_a_page_that_falls_silent_has_no_link(workshop, tomasz):
    begun(workshop)
    place = workshop.participants.get(person=tomasz)
    assert taking_part.is_connected(place)
    with clock.at(clock.now() + taking_part.LOST + timedelta(seconds=1)):
        assert not taking_part.is_connected(place)
