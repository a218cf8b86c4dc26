"""The pages of dependencies and of catchball as their readers meet them."""

from datetime import date

import pytest

from consort.vision.actions import catching, throwing
from consort.vision.actions import dependencies as actions
from consort.vision.models import Catchball, Dependency
from consort.vision.tests.pursued import *  # noqa: F403  (fixtures)
from consort.vision.tests.test_catchball import play, thrown  # noqa: F401
from consort.vision.tests.test_cycle_pages import MOST, text_of, url
from consort.vision.tests.test_dependencies import LATER, NEEDED, asked, promised  # noqa: F401

pytestmark = pytest.mark.usefixtures("_on_monday")


@pytest.fixture
def matss(sign_in, mats):
    return sign_in(mats)


@pytest.fixture
def tomaszs(sign_in, tomasz):
    return sign_in(tomasz)


def test_before_there_is_anything(tomaszs):
    assert "No department has asked another for anything yet." in text_of(tomaszs.get(url("dependencies")))


def test_asked_from_the_page_of_the_objective(alone, operations, engineering, tomaszs):
    page = tomaszs.get(url("pursuit", alone)).content.decode()
    assert f"{url('dependency_new')}?objective={alone.pk}" in page
    sent = {"giving": engineering.pk, "what": "Drawings", "needed": NEEDED, "objective": alone.pk}
    tomaszs.post(url("dependency_new"), sent)
    assert Dependency.objects.get().objective == alone


def test_a_day_that_has_passed_is_refused_in_the_form(operations, engineering, tomaszs):
    answer = tomaszs.post(url("dependency_new"), {"giving": engineering.pk, "what": "Drawings", "needed": "2026-10-01"})
    assert answer.status_code == 422
    assert "This day has passed." in text_of(answer)
    assert 'value="Drawings"' in answer.content.decode()


def test_turn_by_turn(asked, mats, matss, tomaszs, django_assert_max_num_queries):  # noqa: F811
    sent = {"what": "Drawings of the frame", "day": LATER, "because": "The rest follows."}
    matss.post(url("dependency_counter", asked), sent)
    page = text_of(tomaszs.get(asked.get_absolute_url()))
    assert "Mats offered instead : Drawings of the frame, Sat 14 Nov" in page.replace("instead:", "instead :")
    tomaszs.post(url("dependency_take_counter", asked))
    matss.post(url("dependency_deliver", asked))
    tomaszs.post(url("dependency_confirm", asked))
    with django_assert_max_num_queries(MOST):
        page = text_of(matss.get(asked.get_absolute_url()))
    assert "Operations has what it needed from Engineering." in page


def test_a_slip_is_read_by_both_sides(promised, alone, matss, tomaszs, django_assert_max_num_queries):  # noqa: F811
    matss.post(url("dependency_move", promised), {"day": LATER, "because": "The tool broke."})
    with django_assert_max_num_queries(MOST):
        pages = [text_of(browser.get(promised.get_absolute_url())) for browser in (matss,)]
    pages.append(text_of(tomaszs.get(url("dependencies"))))
    pages.append(text_of(tomaszs.get(url("pursuit", alone))))
    assert all("Would now be 12 days late" in page for page in pages)


def test_the_list_says_who_owes_an_answer(asked, matss, django_assert_max_num_queries):  # noqa: F811
    matss.get(url("dependencies"))  # from then on the number on the tab of conflicts is remembered
    with django_assert_max_num_queries(MOST):
        page = text_of(matss.get(url("dependencies")))
    assert "One waits for an answer, none is late." in page
    assert "You owe an answer since today" in page


def test_what_a_promise_rests_on(promised, mats, matss):  # noqa: F811
    other = actions.ask_for(by=mats, giving=promised.asking, what="The floor plan", needed=NEEDED)
    answer = matss.post(url("dependency_rest", promised), {"on": "nonsense"})
    assert answer.status_code == 422
    matss.post(url("dependency_rest", promised), {"on": f"dependency:{other.pk}"})
    page = matss.get(promised.get_absolute_url())
    assert "Untie" in text_of(page)


@pytest.mark.parametrize("name", ["dependency", "dependency_accept", "dependency_counter"])
def test_who_is_on_neither_side_changes_nothing(asked, ingrid, observer, stranger, sign_in, name):  # noqa: F811
    for person in (observer, stranger):
        assert sign_in(person).post(url(name, asked), {}).status_code in (404, 405)
    assert sign_in(ingrid).post(url(name, asked), {}).status_code in (404, 405)
    asked.refresh_from_db()
    assert asked.state == "asked"


def test_catchball_from_page_to_page(on_time, key_result, tomasz, mats, tomaszs, matss, django_assert_max_num_queries):
    tomaszs.post(url("catchball_new", on_time), {"people": [mats.pk], "note": "Can we?"})
    made = Catchball.objects.get()
    with django_assert_max_num_queries(MOST):
        page = text_of(matss.get(made.get_absolute_url()))
    assert "Your turn" in page
    answer = matss.post(url("catchball_propose", made), {"kind": "due", "because": "Castings."})
    assert answer.status_code == 422
    assert "Castings." in answer.content.decode()
    matss.post(url("catchball_propose", made), {"kind": "due", "due": "2028-06-30", "because": "Castings."})
    matss.post(url("catchball_hand_over", made))
    proposal = made.versions.get().proposals.get()
    with django_assert_max_num_queries(MOST):
        page = text_of(tomaszs.get(made.get_absolute_url()))
    assert "by Fri 30 Jun 2028" in page
    prefix = str(proposal.pk)[:8]
    answer = tomaszs.post(url("proposal_answer", proposal), {f"{prefix}-answer": "not_taken"})
    assert answer.status_code == 422
    tomaszs.post(url("proposal_answer", proposal), {f"{prefix}-answer": "taken"})
    page = tomaszs.get(made.get_absolute_url()).content.decode()
    assert 'value="2028-06-30"' in page
    sent = {"title": on_time.title, "due": "2028-06-30", f"target-{key_result.pk}": "93"}
    tomaszs.post(url("catchball_again", made), sent)
    matss.post(url("catchball_agree", made))
    tomaszs.post(url("catchball_settle", made))
    on_time.refresh_from_db()
    assert on_time.due == date(2028, 6, 30)
    page = matss.get(url("catchball_input", made))
    assert "1 of 1 proposal was taken." in text_of(page)
    assert "<del>95.0%</del>" in page.content.decode()


def test_what_your_input_changed(thrown, key_result, tomasz, mats, ruth, matss, django_assert_max_num_queries):  # noqa: F811
    play(thrown, key_result, tomasz, mats, ruth)
    with django_assert_max_num_queries(MOST):
        page = text_of(matss.get(url("catchball_input", thrown)))
    assert "2 proposals, 1 taken" in page
    assert "Customers plan with more." in page


def test_it_ends_without_agreement(thrown, tomaszs, matss, observer, sign_in):  # noqa: F811
    assert sign_in(observer).post(url("catchball_end", thrown), {"because": "No."}).status_code == 404
    assert tomaszs.post(url("catchball_end", thrown), {}).status_code == 422
    tomaszs.post(url("catchball_end", thrown), {"because": "We drop it."})
    assert "We drop it." in text_of(matss.get(thrown.get_absolute_url()))


def test_who_has_no_part_finds_no_way_in(between_two, tomasz, mats, priya, observer, stranger, sign_in):
    made = throwing.throw(objective=between_two, by=tomasz, people=[mats])
    mine = catching.propose(catchball=made, by=mats, kind="cannot", because="No.")
    for person in (priya, observer, stranger):
        browser = sign_in(person)
        assert browser.get(made.get_absolute_url()).status_code == 404
        assert browser.post(url("catchball_agree", made)).status_code == 404
        assert browser.post(url("proposal_answer", mine), {}).status_code == 404
        assert browser.post(url("proposal_take_back", mine)).status_code == 404
