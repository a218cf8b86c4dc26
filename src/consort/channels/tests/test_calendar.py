"""Calendar feeds: what stands in them, who reads them, and how they are closed."""

import re
from datetime import timedelta

import pytest
from icalendar import Calendar

from consort.channels.actions.feeds import close_feed, open_feed
from consort.channels.calendar.addresses import address_of, token_of
from consort.channels.models import Feed
from consort.channels.tests.conftest import WEDNESDAY
from consort.commitments.actions import accept
from consort.core import clock
from consort.core.actions.people import let_go
from consort.core.errors import NotAllowed
from consort.core.models import Level
from consort.rounds.actions import NewQuestion, ask
from consort.rounds.models import Question, Round
from consort.workshops.models import Participant, Workshop


@pytest.fixture
def promised(asked, tomasz):
    with clock.at(WEDNESDAY):
        accept(commitment=asked, by=tomasz)
        yield asked


@pytest.fixture
def workshop(promised, tomasz, ingrid):
    made = Workshop.objects.create(
        title="Where we go",
        starts_at=WEDNESDAY + timedelta(days=30, hours=4),
        code="ABCDEF",
        organization=ingrid.organization,
        owner=ingrid,
        facilitator=ingrid,
    )
    Participant.objects.create(workshop=made, person=tomasz)
    return made


def read(client, feed, **headers):
    return client.get(f"/calendar/{token_of(feed)}.ics", headers=headers)


def components(answer):
    return Calendar.from_ical(answer.content).walk("VEVENT")


def test_what_one_promised_stands_on_its_day_without_making_one_busy(client, promised, tomasz):
    feed = open_feed(by=tomasz, partnership=None, busy_only=False)
    [event] = components(read(client, feed))
    assert event["summary"] == "To Ingrid: Name two test sites"
    assert event.decoded("dtstart") == promised.due
    assert event["transp"] == "TRANSPARENT"
    assert str(event["url"]).endswith(promised.get_absolute_url())


def test_the_receiver_owes_nothing(client, promised, ingrid):
    assert components(read(client, open_feed(by=ingrid, partnership=None, busy_only=False))) == []


def test_the_same_events_are_the_same_bytes_and_are_sent_once(client, promised, tomasz):
    feed = open_feed(by=tomasz, partnership=None, busy_only=False)
    first = read(client, feed)
    with clock.at(WEDNESDAY + timedelta(hours=3)):
        again = read(client, feed, if_none_match=first["ETag"])
    assert (again.status_code, again.content) == (304, b"")
    promised.due += timedelta(days=1)
    promised.save()
    assert read(client, feed, if_none_match=first["ETag"]).status_code == 200


def test_busy_only_says_when_and_nothing_else(client, workshop, tomasz):
    answer = read(client, open_feed(by=tomasz, partnership=None, busy_only=True))
    [event] = components(answer)
    assert event["summary"] == "Busy"
    assert event.decoded("dtstart") == workshop.starts_at
    for word in (b"Where", b"test sites", b"workshop", str(workshop.pk).encode(), b"http"):
        assert word not in answer.content


def test_a_partnership_has_a_feed_of_its_own(client, promised, workshop, tomasz, pair):
    workshop.partnership = pair
    workshop.save()
    tomasz.forget_seats()
    answer = read(client, open_feed(by=tomasz, partnership=pair, busy_only=False))
    assert [str(event["summary"]) for event in components(answer)] == ["Workshop: Where we go"]


def test_a_closed_address_leads_nowhere(client, promised, tomasz, ingrid):
    feed = open_feed(by=tomasz, partnership=None, busy_only=False)
    address = f"/calendar/{token_of(feed)}.ics"
    with pytest.raises(NotAllowed):
        close_feed(feed=feed, by=ingrid)
    assert client.get(address).status_code == 200
    close_feed(feed=feed, by=tomasz)
    assert client.get(address).status_code == 404


def test_who_has_left_reads_nothing(client, promised, tomasz, ingrid):
    feed = open_feed(by=tomasz, partnership=None, busy_only=False)
    let_go(person=tomasz, by=ingrid)
    assert read(client, feed).status_code == 404


def test_who_gave_up_the_seat_reads_nothing_of_the_partnership(client, promised, tomasz, pair):
    tomasz.forget_seats()
    feed = open_feed(by=tomasz, partnership=pair, busy_only=False)
    pair.seats.filter(person=tomasz).update(left=clock.now())
    assert read(client, feed).status_code == 404


def test_a_partnership_of_others_is_not_open(promised, sofia, pair):
    with pytest.raises(NotAllowed):
        open_feed(by=sofia, partnership=pair, busy_only=False)


@pytest.mark.parametrize("spoil", [lambda token: token[:-1] + "x", lambda token: token[:32], lambda token: "ä" * 64])
def test_a_guessed_address_leads_nowhere(client, promised, tomasz, spoil):
    token = token_of(open_feed(by=tomasz, partnership=None, busy_only=False))
    assert client.get(f"/calendar/{spoil(token)}.ics").status_code == 404


def test_a_confidential_round_is_not_named(client, promised, ingrid, tomasz, helene, priya):
    ask(
        by=ingrid,
        kind="test",
        about=None,
        title="Do we trust Mats?",
        questions=[NewQuestion("why", Question.Kind.TEXT, "Why?")],
        people=[tomasz, helene, priya, ingrid],
        mode=Round.Mode.CONFIDENTIAL,
        opens_at=clock.now() + timedelta(days=3),
        threshold=3,
        audience={"organization_id": ingrid.organization_id, "visibility": Level.LEADERS},
    )
    answer = read(client, open_feed(by=helene, partnership=None, busy_only=False))
    assert [str(event["summary"]) for event in components(answer)] == ["Input closes"]
    assert b"Mats" not in answer.content


def test_one_opens_and_closes_an_address_on_the_page(sign_in, promised, tomasz, pair, django_assert_max_num_queries):
    client, page = sign_in(tomasz), "/varnholt/settings/calendar/"
    offered = re.search(r'name="id" value="([^"]+)"', client.get(page).content.decode())
    sent = {"id": offered[1], "partnership": str(pair.pk)}
    assert [client.post(page, sent).status_code for _ in range(2)] == [303, 303]
    feed = Feed.objects.get()
    with django_assert_max_num_queries(12):
        shown = client.get(page).content.decode()
    assert address_of(feed) in shown
    assert client.post(page, sent | {"partnership": "nonsense"}).status_code == 422
    client.post(f"{page}{feed.pk}/close/")
    assert not Feed.objects.exists()
