"""The pages of cycles, check-ins and reviews as their readers meet them."""

import re
from datetime import date

import pytest
from django.urls import reverse

from consort.vision.actions import cycles
from consort.vision.actions.checking_in import check_in
from consort.vision.models import CheckIn, Cycle, Objective
from consort.vision.tests.pursued import *  # noqa: F403  (fixtures)

pytestmark = pytest.mark.usefixtures("_on_monday")
MOST = 15


def url(name, *more):
    return reverse(f"vision:{name}", args=["varnholt", *(getattr(each, "pk", each) for each in more)])


def text_of(response) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


@pytest.fixture
def tomaszs(sign_in, tomasz):
    return sign_in(tomasz)


@pytest.fixture
def ingrids(sign_in, ingrid):
    return sign_in(ingrid)


def test_before_there_is_anything(ingrids):
    page = text_of(ingrids.get(url("cycles")))
    assert "No cycle has been planned yet." in page


def test_a_cycle_is_planned_started_and_taken_back(ingrids):
    sent = {"name": "Q4 2026", "begins": "2026-10-01", "ends": "2026-12-31", "every": "14"}
    answer = ingrids.post(url("cycle_new"), sent)
    made = Cycle.objects.get()
    assert answer.headers["Location"] == made.get_absolute_url()
    assert "No objective is in it yet." in text_of(ingrids.get(made.get_absolute_url()))
    page = ingrids.post(url("cycle_start", made), follow=True)
    assert "Q4 2026 is at “Run” now." in text_of(page)
    assert url("cycle_back_to_plan", made) in page.content.decode()


def test_a_mistake_keeps_the_words(ingrids):
    sent = {"name": "Q4 2026", "begins": "2026-12-01", "ends": "2026-10-31", "every": "14"}
    answer = ingrids.post(url("cycle_new"), sent)
    assert answer.status_code == 422
    assert "It has to end after it begins." in text_of(answer)
    assert 'value="Q4 2026"' in answer.content.decode()


def test_the_next_cycle_begins_where_this_one_ends(running, ingrids):
    page = ingrids.get(url("cycle_new") + f"?after={running.pk}").content.decode()
    assert 'value="2027-01-01"' in page
    assert "It follows Q4 2026." in page


def test_the_cycle_shows_how_each_objective_stands(
    running, shared, alone, tomasz, ingrid, ingrids, django_assert_max_num_queries
):
    check_in(objective=alone, by=tomasz, confidence=35)
    check_in(objective=shared, by=tomasz, confidence=80)
    with django_assert_max_num_queries(MOST):
        page = ingrids.get(running.get_absolute_url())
    words = text_of(page)
    assert "2 objectives are pursued, none is silent." in words
    assert "Unlikely" in words
    assert "One of two is in; nobody can read it yet." in words
    assert "80%" not in words


def test_a_check_in_takes_one_form(alone, tomaszs, tomasz, django_assert_max_num_queries):
    with django_assert_max_num_queries(MOST):
        assert "How likely is it" in text_of(tomaszs.get(url("check_in", alone)))
    tomaszs.post(url("check_in", alone), {"confidence": "80", "note": "Three offers."})
    made = CheckIn.objects.get()
    with django_assert_max_num_queries(MOST):
        page = text_of(tomaszs.get(url("pursuit", alone)))
    assert "Three offers." in page
    assert "You: 80% likely by Thu 31 Dec" in page
    tomaszs.post(url("check_in_take_back", made))
    assert not CheckIn.objects.exists()


def test_nonsense_is_refused_in_the_form(alone, tomaszs):
    answer = tomaszs.post(url("check_in", alone), {"confidence": "120", "note": "Three offers."})
    assert answer.status_code == 422
    assert "Three offers." in answer.content.decode()


def test_of_two_leads_the_second_finds_the_envelope(shared, ingrids, tomaszs):
    words = text_of(tomaszs.get(url("check_in", shared)))
    assert "Ingrid is asked the same. Both answers stay sealed" in words
    page = text_of(tomaszs.post(url("check_in", shared), {"confidence": "80"}, follow=True))
    assert "Sealed. The others are asked now; all open together." in page
    assert "Your input, sealed until everyone’s is in" in text_of(ingrids.get(url("check_in", shared)))
    ingrids.post(url("check_in", shared), {"confidence": "40"})
    part = ingrids.get(url("pursuit", shared), headers={"HX-Request": "true"})
    assert "You 40%, Tomasz 80%" in text_of(part)
    assert "<html" not in part.content.decode()


def test_a_review_from_page_to_page(running, alone, ingrid, tomasz, tomaszs, ingrids, django_assert_max_num_queries):
    check_in(objective=alone, by=tomasz, confidence=60)
    cycles.move_cycle(cycle=running, name="begin_review", by=ingrid)
    with django_assert_max_num_queries(MOST):
        page = text_of(tomaszs.get(url("review", alone)))
    assert "The rule suggests 0.00." in page
    answer = tomaszs.post(url("review", alone), {"ending": "stopped", "score": "0.2", "learned": "Ask first."})
    assert answer.status_code == 422
    assert "Say why; it stays with the review." in text_of(answer)
    sent = {"ending": "stopped", "score": "0.2", "learned": "Ask first.", "because": "No money."}
    page = tomaszs.post(url("review", alone), sent, follow=True)
    assert "Stopped" in text_of(page)
    assert url("review_undo", alone) in page.content.decode()
    with django_assert_max_num_queries(MOST):
        page = text_of(ingrids.get(url("cycle_review", running)))
    assert "0 of 1 objectives were reached." in page
    assert "Too little to say more: 1 confidences on 1 reviewed objectives" in page
    ingrids.post(url("cycle_review", running), {"learned": "Fewer, and earlier."})
    ingrids.post(url("cycle_close", running))
    running.refresh_from_db()
    assert (running.stage, running.learned) == ("closed", "Fewer, and earlier.")


def test_closing_too_early_says_what_is_missing(running, alone, ingrid, ingrids):
    cycles.move_cycle(cycle=running, name="begin_review", by=ingrid)
    answer = ingrids.post(url("cycle_close", running))
    assert answer.status_code == 409
    assert "“Two lines in Poznań”" in text_of(answer)


def test_carried_over_from_the_page(running, alone, ingrid, tomasz, tomaszs):
    following = cycles.plan_cycle(by=ingrid, name="Q1 2027", begins=date(2027, 1, 1), ends=date(2027, 3, 31))
    sent = {"ending": "carried_over", "score": "0.5", "learned": "Longer than we thought.", "into": following.pk}
    tomaszs.post(url("review", alone), sent)
    assert Objective.objects.get(cycle=following).title == alone.title


@pytest.mark.parametrize("name", ["check_in", "review"])
def test_who_has_no_part_finds_nothing(alone, sign_in, observer, stranger, name):
    for person in (observer, stranger):
        browser = sign_in(person)
        assert browser.get(url(name, alone)).status_code == 404
        assert browser.post(url(name, alone), {}).status_code == 404


def test_what_is_closed_to_one_is_not_in_the_cycle(running, between_two, tomasz, priya, sign_in):
    between_two.cycle = running
    between_two.save(update_fields=["cycle"])
    page = sign_in(priya).get(running.get_absolute_url())
    assert "one voice" not in text_of(page)


def test_a_facilitator_moves_it_and_a_leader_does_not(running, priya, facilitator, sign_in):
    assert sign_in(priya).post(url("cycle_begin_review", running)).status_code == 404
    assert sign_in(facilitator).post(url("cycle_begin_review", running)).status_code == 303
