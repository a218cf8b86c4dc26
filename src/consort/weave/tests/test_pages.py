"""Today, partnerships, find: what a reader sees, and how many queries it takes."""

from uuid import uuid4

import pytest
from django.urls import reverse

from consort.commitments.actions import promise
from consort.core import clock
from consort.core.actions.partnerships import write_charter
from consort.core.cursors import follow
from consort.core.models import Partnership
from consort.weave.contexts.today import lede
from consort.weave.evidence import standings

MOST_QUERIES = 15


def at(name, *arguments):
    return reverse(f"weave:{name}", args=["varnholt", *arguments])


@pytest.mark.parametrize(("asks", "headers"), [("", {"HX-Request": "true"}), ("?ask", {})])
def test_today_on_an_empty_day(ingrid, sign_in, asks, headers):
    answer = sign_in(ingrid).get(at("today") + asks, headers=headers)
    assert answer.status_code == 200
    assert answer.content.decode().count("Nothing waits for you.") == 2


def test_today_puts_its_list_together_once_it_is_shown(ingrid, tomasz, sign_in):
    client = sign_in(ingrid)
    promise(by=ingrid, receiver=tomasz, what="Send the offer", due=clock.today())
    page = client.get(at("today")).content.decode()
    assert "Send the offer" not in page
    assert 'hx-get="/varnholt/" hx-trigger="load"' in page
    part = client.get(at("today"), headers={"HX-Request": "true"}).content.decode()
    assert "Send the offer" in part
    assert '<span id="day" hx-swap-oob="true">One thing waits for you' in part
    assert 'data-count="commitments" hx-swap-oob' in part
    page = client.get(at("today")).content.decode()
    assert "Send the offer" in page
    assert "hx-trigger" not in page


def test_today_names_the_partnership_and_its_words(ingrid, pair, sign_in):
    page = sign_in(ingrid).get(at("today")).content.decode()
    assert "Tomasz and you" in page
    assert "Thin" in page


@pytest.mark.parametrize("name", ["today", "partnerships", "find", "words", "partnership_new"])
def test_pages_stay_within_their_queries(ingrid, pair, executive_team, sign_in, django_assert_max_num_queries, name):
    client = sign_in(ingrid)
    with django_assert_max_num_queries(MOST_QUERIES):
        assert client.get(at(name)).status_code == 200


@pytest.mark.parametrize("name", ["partnership", "partnership_charter", "partnership_history"])
def test_partnership_pages_stay_within_their_queries(ingrid, pair, sign_in, django_assert_max_num_queries, name):
    client = sign_in(ingrid)
    with django_assert_max_num_queries(MOST_QUERIES):
        assert client.get(at(name, pair.id)).status_code == 200


def test_a_pair_does_not_exist_for_others(priya, stranger, observer, pair, sign_in):
    for outsider in (priya, stranger, observer):
        assert sign_in(outsider).get(at("partnership", pair.id)).status_code == 404


def test_the_charter_is_written_by_its_people_and_read_by_them(ingrid, tomasz, pair, sign_in):
    answer = sign_in(tomasz).post(at("partnership_charter", pair.id), {"charter": "One office with two doors"})
    assert answer.status_code == 303
    assert "One office with two doors" in sign_in(ingrid).get(at("partnership", pair.id)).content.decode()


def test_a_team_is_read_by_leaders_and_written_by_its_members(facilitator, executive_team, sign_in):
    client = sign_in(facilitator)
    assert client.get(at("partnership", executive_team.id)).status_code == 200
    assert client.post(at("partnership_charter", executive_team.id), {"charter": "mine"}).status_code == 404
    executive_team.refresh_from_db()
    assert executive_team.charter == ""


def test_a_partnership_sent_twice_begins_once(ingrid, tomasz, sign_in):
    client, words = sign_in(ingrid), {"id": str(uuid4()), "people": [str(ingrid.id), str(tomasz.id)]}
    for _ in range(2):
        assert client.post(at("partnership_new"), words).status_code == 303
    assert Partnership.objects.count() == 1


def test_a_form_with_a_mistake_keeps_the_words(ingrid, sign_in):
    answer = sign_in(ingrid).post(at("partnership_new"), {"id": str(uuid4()), "purpose": "Everything we sell"})
    assert answer.status_code == 422
    assert "Everything we sell" in answer.content.decode()


def test_what_is_impossible_is_refused_with_a_sentence(ingrid, sign_in):
    answer = sign_in(ingrid).post(at("partnership_new"), {"id": str(uuid4()), "people": [str(ingrid.id)]})
    assert answer.status_code == 409
    assert "A partnership has at least two people. Nothing was made." in answer.content.decode()


def test_find_goes_to_pages_and_things(ingrid, pair, executive_team, sign_in):
    follow()
    client = sign_in(ingrid)
    assert at("partnership", executive_team.id) in client.get(at("find") + "?q=executive").content.decode()
    assert at("today") in client.get(at("find") + "?q=tod", headers={"HX-Request": "true"}).content.decode()


def test_find_shows_nothing_of_what_one_may_not_see(priya, ingrid, pair, sign_in):
    write_charter(partnership=pair, charter="quokka", by=ingrid)
    follow()
    assert str(pair.id) not in sign_in(priya).get(at("find") + "?q=quokka").content.decode()


def test_the_words_follow_the_published_rule(ingrid, pair):
    for number in range(4):
        write_charter(partnership=pair, charter=str(number), by=ingrid)
    line = standings([pair])[pair.id].lines[0]
    assert (line.word, line.state, line.rule.supports) == ("Strong", "good", 5)
    assert line.sentence.startswith("5 things support it. Latest: Ingrid wrote down")


def test_the_lede_says_how_the_day_stands():
    assert lede([]) == "Nothing waits for you."


def test_the_api_tells_a_person_their_own(ingrid, priya, pair, sign_in):
    own = sign_in(ingrid).get("/varnholt/api/v1/partnerships").json()
    assert [each["name"] for each in own] == ["Tomasz and you"]
    assert sign_in(priya).get("/varnholt/api/v1/partnerships").json() == []
