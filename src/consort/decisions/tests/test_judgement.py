"""How well we decide: the weakest link, lessons that come back, silent functions, pace."""

import pytest

from consort.core.models import Department
from consort.decisions.contexts.judgement import judgement
from consort.decisions.contexts.judging import Pole, weakest
from consort.decisions.learning import learned_before
from consort.decisions.models import Estimate, Stage
from consort.decisions.rounds_of import rounds_of
from consort.decisions.tests.samples import input_answers
from consort.rounds import actions as rounds

HOME = "/varnholt/decisions/"


def shown(browser, path="1/"):
    return browser.get(f"{HOME}{path}").content.decode()


def test_the_weakest_link_is_named_after_the_judgements_opened(loop, ingrid, sign_in):
    loop.to(Stage.REVIEW)
    round, browser = rounds_of(loop.decision).process, sign_in(ingrid)
    for person in loop.people:
        assert "Weakest link" not in shown(browser)
        answers = {"frame": 6, "options": 5, "facts": 3, "values": 6, "reasoning": 5, "commitment": 7}
        rounds.seal_answers(round=round, by=person, answers=answers)
    assert "Weakest link: We guessed." in shown(browser)


def test_links_that_are_level_are_all_named():
    poles = [Pole("Few", "All", "", 2.0), Pole("Guessed", "Knew", "", 2.0), Pole("Left out", "Real", "", None)]
    assert weakest(poles) == "Few; Guessed"
    assert weakest([]) == ""


def test_the_outcome_is_not_in_the_page_before_the_own_judgement_is_sealed(loop, daniel, ingrid, sign_in):
    loop.to(Stage.REVIEW)
    loop.judge(ingrid)
    mine = sign_in(ingrid)
    forecast = loop.decision.forecasts.first()
    sent = {"happened": "yes", "note": "Counted at the gate."}
    assert mine.post(f"{HOME}1/forecasts/{forecast.pk}/settle/", sent).status_code == 303
    assert "Counted at the gate." in shown(mine)
    other = sign_in(daniel)
    for path in ("1/", "1/part/?of=main", "1/record/"):
        assert "Counted at the gate." not in shown(other, path)


def test_a_lesson_comes_back_when_something_like_it_is_framed(loop, ingrid, stranger, sign_in):
    loop.to(Stage.CLOSED)
    found = learned_before("Who builds the third assembly line?", ingrid)
    assert [lesson.text for lesson in found] == ["Ask the one who differs first."]
    assert learned_before("Which bank?", ingrid) == learned_before("", ingrid) == []
    assert learned_before("assembly", stranger) == []
    browser = sign_in(ingrid)
    assert "Learned before" in shown(browser, "learned/?question=assembly+hall")
    assert "learned/" in shown(browser, "new/")


@pytest.fixture
def departments(loop, ingrid, daniel, tomasz):
    for person, name in ((daniel, "Sales"), (tomasz, "Operations"), (ingrid, "The board")):
        person.department = Department.objects.create(organization=ingrid.organization, name=name)
        person.save(update_fields=["department"])


@pytest.mark.usefixtures("departments")
def test_functions_that_nobody_heard_are_named_before_input_closes(loop, ingrid, daniel, sign_in):
    loop.to(Stage.INPUT)
    browser = sign_in(ingrid)
    assert "Sales: asked, and nobody is in (Daniel)" in shown(browser)
    rounds.seal_answers(round=loop.round, by=daniel, answers=input_answers())
    page = shown(browser)
    assert "Sales: asked" not in page
    assert "Operations: asked, and nobody is in (Tomasz)" in page


def test_an_empty_start_says_what_is_needed(ingrid, sign_in):
    page = shown(sign_in(ingrid), "judgement/")
    assert "six are needed to say more" in page
    assert "No review with a judged process" in page


def test_process_stands_beside_outcome_and_who_was_heard(loop, ingrid, daniel):
    loop.to(Stage.CLOSED)
    found = judgement(ingrid)
    assert found["calibration"].refusal
    assert found["parts"] is None
    (row,) = found["quadrants"]
    assert (row.earned, row.unlucky, row.lucky, row.foreseeable) == (0, 1, 0, 0)
    heard = found["heard"]
    assert (heard.invited, heard.heard, heard.answered, heard.used, heard.moved) == (4, 4, 2, 1, 0)
    first = Estimate.objects.filter(person=daniel).first()
    Estimate.objects.create(forecast=first.forecast, person=daniel, round_number=2, percent=first.percent + 5)
    assert judgement(ingrid)["heard"].moved == 1


def test_what_one_may_not_see_is_not_counted(loop, jonas, administrator):
    loop.to(Stage.CLOSED)
    assert judgement(administrator)["decided"] == 0


def test_the_page_stays_within_fifteen_queries(loop, ingrid, sign_in, django_assert_max_num_queries):
    loop.to(Stage.CLOSED)
    browser = sign_in(ingrid)
    shown(browser, "judgement/")
    with django_assert_max_num_queries(15):
        shown(browser, "judgement/")
