"""A whole script, played by nine people through their browsers; what comes out equals what `reckon` works out apart."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from consort.commitments.models import Commitment
from consort.core import clock
from consort.reckon.agreement import order_agreement
from consort.workshops.models import Activity, Heading, Idea, Workshop
from consort.workshops.tests.conftest import current

GROUPS = ["On-time delivery", "Platform certified", "Heat under contract", "Two sources", "Second line"]
BEFORE = [
    (1, 2, 3, 4, 5), (2, 1, 3, 5, 4), (5, 4, 3, 2, 1), (3, 1, 2, 4, 5), (1, 3, 2, 5, 4),
    (4, 2, 1, 3, 5), (2, 3, 1, 4, 5), (1, 2, 4, 3, 5), (5, 1, 2, 3, 4),
]  # fmt: skip
AFTER = [
    (1, 2, 3, 4, 5), (1, 2, 3, 5, 4), (2, 1, 3, 4, 5), (1, 2, 3, 4, 5), (1, 3, 2, 4, 5),
    (1, 2, 3, 4, 5), (2, 1, 3, 4, 5), (1, 2, 4, 3, 5), (1, 2, 3, 4, 5),
]  # fmt: skip


@pytest.fixture
def play(sign_in, executives):
    """Posts as one of the nine, to an address of the workshop or of what is played now."""
    browsers = {person.pk: sign_in(person) for person in executives}

    def post(person, name, thing, **data):
        answer = browsers[person.pk].post(reverse(f"workshops:{name}", args=["varnholt", thing.pk]), data)
        assert answer.status_code == 303, answer.content.decode()[:2000]
        return answer

    post.browsers = browsers
    return post


def test_nine_people_play_the_priorities_of_the_year(planned, executives, ingrid, tomasz, play):
    workshop = planned("priorities")
    play(ingrid, "begin", workshop)
    for person in executives:
        assert play.browsers[person.pk].post(f"/varnholt/workshops/{workshop.pk}/here/").status_code == 204
    say(play, executives, workshop, "I bring a cold and an open mind")
    play(ingrid, "go_on", current(workshop))
    write_and_group(play, executives, workshop, ingrid)
    rank(play, executives, workshop, BEFORE)
    first = opened(play, ingrid, workshop)
    play(ingrid, "go_on", current(workshop))
    page = play.browsers[tomasz.pk].get(f"/varnholt/workshops/{workshop.pk}/room/").content.decode()
    assert "speaks first" in page
    play(ingrid, "conclude", current(workshop), conclusion="Delivery pays for the rest")
    play(ingrid, "go_on", current(workshop))
    rank(play, executives, workshop, AFTER)
    second = opened(play, ingrid, workshop)
    for found, table in ((first, BEFORE), (second, AFTER)):
        apart = order_agreement(table)
        agreement = found.round.result["questions"]["order"]["agreement"]
        assert agreement["w"] == pytest.approx(apart.w)
        assert agreement["chance_line"] == pytest.approx(apart.chance_line)
        assert agreement["tau_b"] == pytest.approx(apart.tau_b)
    play(ingrid, "go_on", current(workshop))
    assert current(workshop).kind == "reveal"
    play(ingrid, "go_on", current(workshop))
    promise(play, workshop, tomasz, ingrid)
    play(ingrid, "end", workshop)
    minutes = play.browsers[tomasz.pk].get(workshop.get_absolute_url()).content.decode()
    for words in ("Delivery pays for the rest", "Hire two planners", "On-time delivery", "There: Daniel"):
        assert words in minutes


def say(play, people, workshop, words):
    for person in people:
        play(person, "answer", current(workshop), **{"answer.words": words})


def write_and_group(play, people, workshop, ingrid):
    for number, person in enumerate(people):
        lines = f"{GROUPS[number % 5]} {number}\n- Something else {number}"
        play(person, "answer", current(workshop), **{"answer.words": lines})
    assert not Idea.objects.filter(activity__workshop=workshop).exists()
    play(ingrid, "go_on", current(workshop))
    written = Activity.objects.get(workshop=workshop, kind="write")
    assert written.ideas.count() == 18
    for title in GROUPS:
        play(people[1], "heading_new", workshop, title=title)
    headings = list(Heading.objects.filter(activity=written))
    for number, idea in enumerate(written.ideas.all()):
        address = reverse("workshops:put", args=["varnholt", workshop.pk, idea.pk])
        answer = play.browsers[people[2].pk].post(address, {"heading": headings[number % 5].pk})
        assert answer.status_code == 303
    play(ingrid, "go_on", current(workshop))


def rank(play, people, workshop, table):
    activity = current(workshop)
    assert [item["label"] for item in activity.items] == GROUPS
    for person, places in zip(people, table, strict=True):
        order = {f"order:item-{at}": place for at, place in enumerate(places, 1)}
        play(person, "answer", activity, **order)


def opened(play, ingrid, workshop):
    play(ingrid, "reveal", current(workshop))
    found = current(workshop)
    page = play.browsers[ingrid.pk].get(f"/varnholt/workshops/{workshop.pk}/screen/").content.decode()
    assert "How agreement is worked out" in page
    return found


def promise(play, workshop, giver, receiver):
    due = (clock.today() + timedelta(days=20)).isoformat()
    play(giver, "commit", workshop, id=uuid4(), what="Hire two planners", receiver=receiver.pk, due=due, from_room="1")
    made = Commitment.objects.get(what="Hire two planners")
    assert (made.about, made.partnership) == (("workshop", workshop.pk), workshop.partnership)
    assert Workshop.objects.get(pk=workshop.pk).is_live
