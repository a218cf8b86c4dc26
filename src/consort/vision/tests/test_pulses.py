"""Alignment pulses: memory first, then the order; opened together, talked over, asked again."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from consort.core import clock, waiting
from consort.core.errors import NotAllowed, Refused
from consort.rounds.actions import open_round, take_back
from consort.rounds.answers import BadAnswers
from consort.rounds.queries import own
from consort.vision.actions import pulses as actions
from consort.vision.alignment.asking import Asking
from consort.vision.alignment.items import NewItem
from consort.vision.contexts.alignment import listing
from consort.vision.contexts.pulses import page
from consort.vision.models import Pulse
from consort.vision.queries.pulses import pulses_for, run_of

TITLES = ("On-time delivery", "180 °C platform", "Heat contracts", "Two sources", "Second line")
MOST_QUERIES = 15


def start(by, people, *, partnership=None, mode="attributed"):
    asking = Asking(people, clock.now() + timedelta(days=3), partnership)
    items = [NewItem(title) for title in TITLES]
    return actions.start_pulse(by=by, title="Priorities 2027", items=items, asking=asking, mode=mode)


def places(*order):
    """`order` holds the numbers of the items, the first one first."""
    return {f"item-{number}": place for place, number in enumerate(order, 1)}


def answer(pulse, person, order, words=(), matches=None):
    if run_of(pulse).asking.previous_id is None:
        actions.remember(pulse=pulse, by=person, words=words)
    return actions.give_order(pulse=pulse, by=person, places=places(*order), matches=matches or {})


def text(response):
    return re.sub(r"\s+", " ", response.content.decode())


@pytest.fixture
def three(ingrid, tomasz, priya):
    return [ingrid, tomasz, priya]


@pytest.fixture
def opened(three):
    """Three orders are open; two of them name the same two things."""
    pulse = start(three[0], three)
    answer(
        pulse, three[0], (1, 2, 3, 4, 5), ["delivery on time", "sources"], {"match-1": "item-1", "match-2": "item-4"}
    )
    answer(pulse, three[1], (1, 3, 2, 4, 5), ["On time delivery"], {"match-1": "item-1"})
    answer(pulse, three[2], (5, 1, 2, 3, 4), ["on-time", "the canteen"], {"match-1": "item-1", "match-2": "other"})
    return pulse


def address(name, pulse):
    return reverse(f"vision:{name}", args=[pulse.organization.slug, pulse.pk])


def test_the_list_is_not_shown_before_memory_is_kept(three, sign_in):
    pulse = start(three[0], three)
    browser = sign_in(three[1])
    before = text(browser.get(pulse.get_absolute_url()))
    assert "From memory, 1" in before
    assert not any(title in before for title in TITLES)
    away = browser.get(run_of(pulse).asking.get_absolute_url())
    assert (away.status_code, away["Location"]) == (302, pulse.get_absolute_url())
    browser.post(address("pulse_remember", pulse), {"words": ["deliver on time", "", "the canteen"]})
    after = text(browser.get(pulse.get_absolute_url()))
    assert all(title in after for title in TITLES)
    assert '<option value="item-1" selected>' in after  # proposed for its writer to confirm
    assert '<option value="other" selected>' in after


def test_what_was_remembered_stays_as_it_was(three, sign_in):
    pulse = start(three[0], three)
    actions.remember(pulse=pulse, by=three[1], words=["first thought"])
    actions.remember(pulse=pulse, by=three[1], words=["seen in the list"])
    actions.keep_order(pulse=pulse, by=three[1], places={"item-1": "x" * 50}, matches={})
    sent = {f"order:item-{number}": number for number in range(1, 6)} | {"match-1": "other", "recall-1": "cheated"}
    assert sign_in(three[1]).post(address("pulse_seal", pulse), sent).status_code == 303
    sealed = own(run_of(pulse).asking, three[1]).sealed
    assert sealed["recall-1"] == "first thought"
    assert sealed["match-1"] == "other"
    assert sealed["order"] == places(1, 2, 3, 4, 5)
    take_back(round=run_of(pulse).asking, by=three[1])
    assert "Now the list" in text(sign_in(three[1]).get(pulse.get_absolute_url()))


def test_an_order_without_memory_is_refused(three):
    pulse = start(three[0], three)
    with pytest.raises(Refused, match="First write what comes to mind"):
        actions.give_order(pulse=pulse, by=three[1], places=places(1, 2, 3, 4, 5), matches={})


def test_a_mistake_keeps_every_place(three, sign_in):
    pulse = start(three[0], three)
    actions.remember(pulse=pulse, by=three[1], words=[])
    with pytest.raises(BadAnswers):
        actions.give_order(pulse=pulse, by=three[1], places={"item-9": 1}, matches={})
    browser = sign_in(three[1])
    sent = {f"order:item-{number}": 6 - number for number in range(1, 5)} | {"order:item-5": "last"}
    answer_page = browser.post(address("pulse_seal", pulse), sent)
    assert answer_page.status_code == 422
    assert "your places are still here" in text(answer_page)
    assert "Nothing came to mind. That is an answer too." in text(answer_page)


def test_everyone_begins_with_another_order(executives):
    pulse = start(executives[0], executives)
    begun = set()
    for person in executives:
        actions.remember(pulse=pulse, by=person, words=[])
        begun.add(tuple(each.value for each in page(pulse, person)["answering"]["ranked"]))
    assert len(begun) > 3


def test_what_opened_says_how_far_all_agree(opened, ingrid, sign_in):
    found = page(opened, ingrid)["found"]
    assert found["agreement"]["w"] == pytest.approx(0.511, abs=0.001)
    assert found["headline"] == "You do not share an order yet"
    assert found["order"][0] == "On-time delivery"
    assert found["talks"][0].title == "Second line"
    assert found["talks"][0].ends == "First for Priya; fifth for Ingrid and Tomasz."
    assert found["talks"][0].speakers == "Priya speaks first."
    assert sum(each.minutes for each in found["talks"]) == 10
    assert found["recall"]["sentence"] == "One thing came to mind to all three."
    words = text(sign_in(ingrid).get(opened.get_absolute_url()))
    assert "the canteen" in words
    assert "not on the list" in words
    assert reverse("vision:alignment_methods", args=["varnholt"]) + "#order" in words


def test_the_second_order_stands_beside_the_first(opened, three):
    actions.ask_again(pulse=opened, by=three[0])
    for person in three:
        answer(opened, person, (1, 2, 3, 4, 5) if person != three[2] else (1, 2, 3, 5, 4))
    found = page(opened, three[1])["found"]
    assert found["headline"] == "You share an order"
    assert found["lede"].startswith("Agreement rose from 0.51 to 0.96 in one talk.")
    assert 'class="slope"' in found["slope"]
    assert found["recall"]["figures"]["people"] == 3
    assert len(run_of(opened).opened) == 2
    with pytest.raises(Refused):
        actions.ask_again(pulse=opened, by=three[0])


def test_two_people_get_no_index(ingrid, tomasz, pair, sign_in):
    pulse = start(ingrid, [ingrid, tomasz], partnership=pair)
    answer(pulse, ingrid, (1, 2, 3, 4, 5), ["quality"])
    answer(pulse, tomasz, (5, 4, 3, 2, 1))
    found = page(pulse, ingrid)["found"]
    assert (found["agreement"], found["heat"], found["talks"]) == (None, None, [])
    assert found["headline"] == "Your orders, side by side"
    words = text(sign_in(tomasz).get(pulse.get_absolute_url()))
    assert "Two people need no index" in words
    assert "quality" in words


def test_confidential_shows_no_names(executives, sign_in):
    pulse = start(executives[0], executives, mode="confidential")
    for number, person in enumerate(executives):
        answer(pulse, person, (1, 2, 3, 4, 5) if number % 2 else (5, 1, 2, 3, 4), ["on time"], {"match-1": "item-1"})
    found = page(pulse, executives[3])["found"]
    assert found["agreement"]["w"] > 0
    assert (found["heat"], found["talks"], found["side_by_side"]) == (None, [], [])
    assert len(found["widest"]) == 3
    words = text(sign_in(executives[3]).get(pulse.get_absolute_url()))
    main = words[words.index("<main") : words.index("</main>")]
    assert "Confidential: nobody is told who" in main
    assert not any(person.first_name in main for person in executives[1:3])


def test_confidential_below_five_answers_shows_nothing(executives):
    pulse = start(executives[0], executives, mode="confidential")
    for person in executives[:4]:
        answer(pulse, person, (1, 2, 3, 4, 5), ["on time"])
    open_round(run_of(pulse).asking, by=executives[0])
    found = page(pulse, executives[0])["found"]
    assert found["withheld"]
    assert (found["agreement"], found["order"], found["recall"], found["widest"]) == (None, [], None, [])


def test_ties_are_allowed(three):
    pulse = start(three[0], three)
    tied = {f"item-{number}": 1 if number < 4 else 2 for number in range(1, 6)}
    for person in three:
        actions.remember(pulse=pulse, by=person, words=[])
        actions.give_order(pulse=pulse, by=person, places=tied, matches={})
    assert page(pulse, three[0])["found"]["agreement"]["w"] == pytest.approx(1)


def test_it_can_be_left_at_the_first_order(opened, three):
    assert page(opened, three[0])["again_form"]
    with pytest.raises(NotAllowed):
        actions.end_pulse(pulse=opened, by=three[1])
    actions.end_pulse(pulse=opened, by=three[0])
    actions.end_pulse(pulse=opened, by=three[0])
    assert page(opened, three[0])["again_form"] is None
    with pytest.raises(Refused):
        actions.ask_again(pulse=opened, by=three[0])


def test_today_lists_it(three, opened):
    assert "Talk it over, then ask once more" in [each.action for each in waiting.waiting_for(three[0])]
    actions.ask_again(pulse=opened, by=three[0])
    waiting.forget()
    (asked,) = [each for each in waiting.waiting_for(three[1]) if each.title == "Priorities 2027"]
    assert (asked.place, asked.url) == ("strategy", opened.get_absolute_url())


@pytest.mark.parametrize("when", ["asking", "opened", "twice"])
def test_a_pulse_runs_at_most_fifteen_queries(when, executives, executive_team, django_assert_max_num_queries):
    pulse = start(executives[0], executives, partnership=executive_team)
    if when != "asking":
        for person in executives:
            answer(pulse, person, (1, 2, 3, 4, 5), ["on time"])
    if when == "twice":
        actions.ask_again(pulse=pulse, by=executives[0])
        for person in executives:
            answer(pulse, person, (2, 1, 3, 4, 5))
    with django_assert_max_num_queries(MOST_QUERIES):
        page(pulses_for(executives[0]).get(), executives[0])


def test_the_list_begins_empty_and_runs_few_queries(ingrid, tomasz, sign_in, django_assert_max_num_queries):
    words = text(sign_in(tomasz).get(reverse("vision:alignment", args=["varnholt"])))
    assert "Nobody has been asked for an order yet." in words
    start(ingrid, [ingrid, tomasz])
    with django_assert_max_num_queries(8):
        rows = listing(tomasz)["sections"][0].rows
    assert rows[0].waits
    assert listing(tomasz)["sentence"] == "One waits for your answer."


def test_it_is_started_by_a_form_once(ingrid, executives, executive_team, sign_in):
    browser, where = sign_in(ingrid), reverse("vision:pulse_new", args=["varnholt"])
    begun = text(browser.get(where))
    id = re.search(r'name="id" value="([^"]+)"', begun)[1]
    sent = {"id": id, "title": "2027", "whom": executive_team.pk, "mode": "attributed", "items": "A\nB\nC"}
    later = {"opens_at": (clock.now() + timedelta(days=2)).strftime("%Y-%m-%dT%H:%M")}
    assert browser.post(where, sent).status_code == 422
    assert "Write three to twelve lines." in text(browser.post(where, sent | later | {"items": "A"}))
    assert "Two lines are the same." in text(browser.post(where, sent | later | {"items": "A\na\nB"}))
    for _again in range(2):
        assert browser.post(where, sent | later).status_code == 303
    assert Pulse.objects.get().items.count() == 3


def test_a_pair_is_asked_with_names(ingrid, pair, sign_in):
    where = reverse("vision:pulse_new", args=["varnholt"])
    later = (clock.now() + timedelta(days=2)).strftime("%Y-%m-%dT%H:%M")
    sent = {"id": "8b0e2d16-7a3a-4a0e-9a5e-0d6ac6c2b0f1", "title": "x", "items": "A\nB\nC", "opens_at": later}
    page_again = sign_in(ingrid).post(where, sent | {"whom": pair.pk, "mode": "confidential"})
    assert page_again.status_code == 422
    assert "Ask this group with names." in text(page_again)


def test_who_may_not(ingrid, three, observer, jonas, executive_team, sign_in, stranger):
    pulse = start(ingrid, three, partnership=executive_team)
    assert sign_in(observer).get(pulse.get_absolute_url()).status_code == 404
    assert sign_in(observer).get(reverse("vision:pulse_new", args=["varnholt"])).status_code == 404
    assert sign_in(jonas).post(address("pulse_remember", pulse), {"words": "x"}).status_code == 404
    with pytest.raises(NotAllowed):
        actions.remember(pulse=pulse, by=jonas, words=["x"])
    with pytest.raises(NotAllowed):
        start(observer, three)
    with pytest.raises(NotAllowed):
        start(ingrid, [*three, stranger])
