"""What comes of a workshop: commitments, priorities, objectives, decisions, minutes."""

from uuid import uuid4

import pytest
from django.urls import reverse

from consort.core.errors import NotAllowed, Refused
from consort.core.links import to_here
from consort.core.models import Entry
from consort.workshops import outcomes
from consort.workshops.actions import keeping, leading, planning
from consort.workshops.tests.conftest import begun, current


@pytest.fixture
def workshop(planned):
    return begun(planned("priorities"))


@pytest.mark.parametrize("name", ["priority", "objective", "decision"])
def test_what_is_kept_becomes_what_it_is_once_and_is_linked(name, workshop, ingrid):
    id = uuid4()
    made = [keeping.keep(workshop=workshop, name=name, title="Deliver on time", by=ingrid, id=id) for _each in range(2)]
    assert made[0] == made[1]
    (tie,) = to_here(workshop, ingrid, "came_from")
    assert (tie.thing, str(tie.thing)) == (made[0], "Deliver on time")
    assert made[0].partnership == workshop.partnership
    assert Entry.objects.filter(type="workshop.kept").count() == 1


def test_only_what_one_may_make_is_offered(workshop, tomasz, observer, sofia):
    assert {each.name for each in outcomes.open_to(tomasz)} >= {"objective", "decision"}
    assert outcomes.open_to(observer) == []
    with pytest.raises(NotAllowed):
        keeping.keep(workshop=workshop, name="gossip", title="A rumour", by=tomasz, id=uuid4())


def test_nothing_comes_of_what_has_not_begun(planned, ingrid):
    with pytest.raises(Refused, match="has not begun"):
        keeping.keep(workshop=planned("premortem"), name="decision", title="Go?", by=ingrid, id=uuid4())


def test_the_minutes_say_what_was_kept_and_who_was_there(workshop, ingrid, sign_in, django_assert_max_num_queries):
    keeping.keep(workshop=workshop, name="decision", title="Do we leave Italy?", by=ingrid, id=uuid4())
    leading.conclude(activity=current(workshop), text="Italy is the open question", by=ingrid)
    leading.end(workshop=workshop, by=ingrid)
    browser = sign_in(ingrid)
    with django_assert_max_num_queries(15):
        shown = browser.get(workshop.get_absolute_url()).content.decode()
    for words in ("Do we leave Italy?", "Italy is the open question", "There: Daniel", "Plan one like it"):
        assert words in shown
    again = browser.get(reverse("workshops:new", args=["varnholt"]) + f"?again={workshop.pk}")
    assert "Rank alone, again" in again.content.decode()


def test_what_was_concluded_before_stays_in_the_ledger(workshop, ingrid):
    for text in ("First", "Second"):
        leading.conclude(activity=current(workshop), text=text, by=ingrid)
    assert Entry.objects.filter(type="workshop.activity_concluded").count() == 2


def test_a_workshop_that_is_called_off_says_so(planned, ingrid, tomasz, sign_in):
    workshop = planned("premortem")
    planning.call_off(workshop=workshop, by=ingrid)
    planning.call_off(workshop=workshop, by=ingrid)
    assert "It was called off." in sign_in(tomasz).get(workshop.get_absolute_url()).content.decode()
    with pytest.raises(Refused, match="is over"):
        leading.begin(workshop=workshop, by=ingrid)
