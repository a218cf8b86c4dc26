from dataclasses import replace

import pytest

from consort.vision.actions import carrying, objectives
from consort.vision.actions import purpose as actions
from consort.vision.contexts import purpose as contexts
from consort.vision.models import Purpose
from consort.vision.tests.conftest import VISION
from consort.vision.waiting import chain

pytestmark = pytest.mark.usefixtures("_on_monday")
HERE = "/varnholt/strategy/vision/"


def text(answer) -> str:
    return answer.content.decode()


def sent(**more):
    return {
        "vision": VISION,
        "mission": "Heat for everyone.",
        "visibility": "leaders",
        "value": ["Promises", "", "Plain words"],
        "meaning": ["Kept or moved in time.", "", ""],
        "will_not": ["build boilers"],
        "why_not": ["They pay for the past."],
    } | more


def test_before_there_is_anything_it_says_how_to_begin(ingrid, observer, sign_in):
    assert "Where are you going together?" in text(sign_in(ingrid).get(HERE))
    assert "Write the vision down" in text(sign_in(ingrid).get(HERE))
    assert "Write the vision down" not in text(sign_in(observer).get(HERE))


def test_one_is_proposed_put_in_force_and_signed(ingrid, sign_in):
    browser = sign_in(ingrid)
    assert browser.post(HERE + "new/", sent()).status_code == 303
    assert "It is not in force." in text(browser.get(HERE + "1/"))
    assert browser.post(HERE + "1/agree/").status_code == 303
    browser.post(HERE + "1/sign/", {"reservation": "The fair is missing."})
    page = text(browser.get(HERE))
    for words in ("What we hold to", "Plain words", "build boilers", "The fair is missing.", "1 of one has signed"):
        assert words in page, words


def test_a_proposal_starts_from_the_version_in_force(in_force, helene, sign_in):
    page = text(sign_in(helene).get(HERE + "new/"))
    for words in (VISION, "We keep our promises", "build boilers"):
        assert words in page


def test_more_rows_keep_nothing_and_lose_nothing(ingrid, sign_in):
    answer = sign_in(ingrid).post(HERE + "new/", sent(more="1"))
    assert answer.status_code == 200
    assert text(answer).count('name="value"') == 4  # two written, two spare
    assert "They pay for the past." in text(answer)
    assert not Purpose.objects.exists()


@pytest.mark.parametrize(
    ("mistake", "said"),
    [
        ({"vision": ""}, "required"),
        ({"begins": "2028-01-01", "ends": "2026-01-01"}, "ends before it begins"),
        ({"will_not": [""], "why_not": ["A reason alone"]}, "A row says why but not what"),
        ({"value": ["x" * 81]}, "too long"),
    ],
)
def test_mistakes_come_back_with_what_was_written(ingrid, sign_in, mistake, said):
    answer = sign_in(ingrid).post(HERE + "new/", sent(**mistake))
    assert answer.status_code == 422
    assert said in text(answer)
    assert "Heat for everyone." in text(answer)
    assert not Purpose.objects.exists()


def test_what_differs_is_shown_word_by_word(in_force, helene, draft, sign_in):
    later = replace(draft, mission="We make heat that burns very little.", will_nots=())
    actions.propose(by=helene, draft=later)
    page = text(sign_in(helene).get(HERE + "2/against/1/"))
    assert "<del>nothing.</del>" in page
    assert "<ins>very little.</ins>" in page
    assert "build boilers" in page
    assert "From version 1 to 2" in page
    assert "From version 1 to 2" in text(sign_in(helene).get(HERE + "1/against/2/"))


def test_a_draft_is_changed_and_taken_back(ingrid, helene, observer, draft, sign_in):
    actions.propose(by=helene, draft=replace(draft, partnership=None))
    assert sign_in(observer).get(HERE + "1/").status_code == 404
    browser = sign_in(helene)
    browser.post(HERE + "1/edit/", sent(mission="Changed."))
    assert Purpose.objects.get().mission == "Changed."
    assert browser.post(HERE + "1/discard/").status_code == 303
    assert not Purpose.objects.exists()
    assert browser.get(HERE + "1/").status_code == 404


def test_a_number_out_of_range_is_no_version(ingrid, sign_in):
    assert sign_in(ingrid).get(HERE + "99999999999999999999/").status_code == 404


def test_the_page_runs_few_queries(in_force, ingrid, daniel, django_assert_max_num_queries):
    actions.sign(purpose=in_force, by=daniel, reservation="Not the fair.")
    with django_assert_max_num_queries(10):
        context = contexts.page(contexts.current(ingrid), ingrid)
        list(context["values"]), list(context["will_nots"])


def test_signing_waits_for_those_who_have_not(in_force, ingrid, daniel, observer):
    actions.sign(purpose=in_force, by=daniel)
    assert [item.title for item in chain.signing(ingrid)] == ["Version 1 of the vision"]
    assert not list(chain.signing(daniel))
    assert not list(chain.signing(observer))


def test_agreeing_and_carrying_wait(on_time, operations, ingrid, tomasz):
    assert [item.action for item in chain.agreeing(ingrid)] == ["Agree to lead it"]
    objectives.agree_objective(objective=on_time, by=ingrid)
    assert not list(chain.agreeing(ingrid))
    (carrier,) = carrying.ask_to_carry(objective=on_time, by=ingrid, departments=[operations])
    assert [item.action for item in chain.carrying(tomasz)] == ["Say what it asks"]
    assert not list(chain.carrying(ingrid))
    carrying.confirm_carrying(carrier=carrier, by=tomasz, line="Parts first.")
    assert not list(chain.carrying(tomasz))
