"""The pages of commitments as their readers meet them."""

import re
from uuid import uuid4

import pytest
from django.urls import reverse

from consort.commitments import actions, contexts
from consort.commitments.models import Commitment
from consort.commitments.states import State
from consort.commitments.sweeps import miss_what_passed_in_silence
from consort.commitments.tests.conftest import DAY, DUE
from consort.commitments.tests.test_actions import WEEK

ROW = {"HTTP_HX_REQUEST": "true"}


def url(name, commitment=None):
    return reverse(f"commitments:{name}", args=["varnholt", *([commitment.pk] if commitment else [])])


def text_of(response) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


@pytest.fixture
def ingrids(sign_in, ingrid):
    return sign_in(ingrid)


@pytest.fixture
def tomaszs(sign_in, tomasz):
    return sign_in(tomasz)


def test_the_list_says_how_things_stand(commitment, ingrids, ingrid, tomasz, later):
    actions.promise(by=ingrid, receiver=tomasz, what="Visit three customers", due=DUE + WEEK)
    with later(DUE):
        words = text_of(ingrids.get(url("list")))
    assert "Two of yours are open. One is due today, none is late." in words
    assert "This week" in words
    assert "Later" in words
    assert "To Tomasz" in words


def test_late_is_said_in_shape_colour_and_word(commitment, ingrids, later):
    with later(DUE + DAY):
        miss_what_passed_in_silence()
        page = ingrids.get(url("list"))
    assert '<span class="state" data-is="critical">Late since Thu 15 Oct</span>' in page.content.decode()


@pytest.mark.parametrize(
    ("tab", "words"),
    [
        ("yours", "You have promised nothing that is open."),
        ("received", "Nobody owes you anything with a date."),
        ("team", "Nothing is open in your teams."),
        ("settled", "Nothing has been settled yet."),
        ("nonsense", "You have promised nothing that is open."),
    ],
)
def test_before_there_is_anything(ingrids, tab, words):
    page = ingrids.get(url("list"), {"tab": tab})
    assert page.status_code == 200
    assert words in text_of(page)


def test_each_tab_shows_its_own(commitment, executive_team, ingrids, tomaszs, sign_in, daniel, priya):
    shared = actions.promise(by=priya, receiver=daniel, what="Count the orders", due=DUE)
    assert "Tell the board" in text_of(tomaszs.get(url("list"), {"tab": "received"}))
    team = text_of(ingrids.get(url("list"), {"tab": "team"}))
    assert "Count the orders" in team
    assert "Priya to Daniel" in team
    assert "Tell the board" not in team
    actions.confirm_kept(commitment=shared, by=daniel)
    assert "Count the orders" in text_of(sign_in(daniel).get(url("list"), {"tab": "settled"}))


def test_a_partnership_shows_its_own(commitment, pair, ingrids, sign_in, daniel):
    assert "Tell the board" in text_of(ingrids.get(url("list"), {"partnership": str(pair.pk)}))
    assert sign_in(daniel).get(url("list"), {"partnership": str(pair.pk)}).status_code == 404
    assert ingrids.get(url("list"), {"partnership": "x"}).status_code == 404


def test_strangers_find_nothing(commitment, sign_in, daniel, executive_team, stranger):
    for person in (daniel, stranger):
        client = sign_in(person)
        for name in ("commitment", "ask_new_date"):
            assert client.get(url(name, commitment)).status_code == 404
        for name in ("say_done", "confirm_kept", "release", "agree_new_date", "take_back", "accept"):
            assert client.post(url(name, commitment)).status_code == 404
    assert Commitment.objects.get().state == State.ACCEPTED


def test_one_who_sees_it_may_not_do_what_is_the_others(commitment, ingrids, tomaszs):
    assert tomaszs.post(url("say_done", commitment)).status_code == 404
    assert ingrids.post(url("confirm_kept", commitment)).status_code == 404
    assert tomaszs.get(url("ask_new_date", commitment)).status_code == 404


def test_done_without_script_goes_back_to_the_list(commitment, ingrids):
    answer = ingrids.post(url("say_done", commitment), {"row": "yours"})
    assert answer.status_code == 303
    assert answer.headers["Location"] == f"{url('list')}?tab=yours"
    page = ingrids.get(answer.headers["Location"])
    assert "Said done. Tomasz confirms whether it was kept." in text_of(page)
    assert f'action="{url("take_back", commitment)}?row=yours"' in page.content.decode()


def test_done_with_htmx_swaps_the_row_and_offers_undo(commitment, ingrids):
    answer = ingrids.post(url("say_done", commitment), {"row": "yours"}, **ROW)
    body = answer.content.decode()
    assert answer.status_code == 200
    assert f'<li id="commitment-{commitment.pk}">' in body
    assert "Said done" in body
    assert 'hx-swap-oob="beforeend"' in body
    assert "<html" not in body
    undo = re.search(r'action="([^"]*take-back[^"]*row=yours)"', body)[1]
    assert ingrids.post(undo).headers["Location"] == f"{url('list')}?tab=yours"
    assert Commitment.objects.get().state == State.ACCEPTED


def test_sending_done_twice_does_it_once(commitment, ingrids):
    for _ in range(2):
        assert ingrids.post(url("say_done", commitment)).status_code == 303
    commitment.refresh_from_db()
    assert commitment.state == State.SAID_DONE


def test_too_late_is_a_sentence(commitment, ingrids, tomasz):
    actions.release(commitment=commitment, by=tomasz)
    answer = ingrids.post(url("say_done", commitment))
    assert answer.status_code == 409
    assert "Nothing was changed." in text_of(answer)


def test_the_page_shows_what_happened_and_the_record(commitment, ingrids, later):
    page = text_of(ingrids.get(url("commitment", commitment)))
    assert "You promised this to Tomasz by Thu 15 Oct." in page
    assert "Ingrid promised “Tell the board” by Thu 15 Oct 2026" in page
    assert "Only Ingrid and Tomasz can read this." in page
    assert "Nothing is settled between you yet." in page


def test_a_new_date_is_asked_for_and_agreed(commitment, ingrids, tomaszs):
    form = {"id": str(uuid4()), "asked": "2026-10-22", "reason": "The auditors come first"}
    for _ in range(2):
        assert ingrids.post(url("ask_new_date", commitment), form).status_code == 303
    page = text_of(tomaszs.get(url("commitment", commitment)))
    assert "Ingrid asks for Thu 22 Oct instead of Thu 15 Oct: The auditors come first" in page
    tomaszs.post(url("agree_new_date", commitment))
    commitment.refresh_from_db()
    assert str(commitment.due) == "2026-10-22"


@pytest.mark.parametrize("wrong", [{"asked": "2026-13-40"}, {"reason": " "}, {"asked": ""}])
def test_a_bad_new_date_keeps_the_words(commitment, ingrids, wrong):
    form = {"id": str(uuid4()), "asked": "2026-10-22", "reason": "The auditors come first"} | wrong
    answer = ingrids.post(url("ask_new_date", commitment), form)
    assert answer.status_code == 422
    if "reason" not in wrong:
        assert "The auditors come first" in text_of(answer)
    assert not commitment.renegotiations.exists()


def test_making_one_twice_makes_it_once(pair, ingrids, tomasz):
    page = ingrids.get(url("new"), {"partnership": str(pair.pk)}).content.decode()
    assert f'<option value="{tomasz.pk}" selected>' in page
    key = re.search(r'name="id" value="([^"]+)"', page)[1]
    form = {"id": key, "making": "promise", "other": str(tomasz.pk), "what": "Tell the board", "due": "2026-10-15"}
    for _ in range(2):
        answer = ingrids.post(url("new"), form | {"visibility": "partnership"})
        assert answer.status_code == 303
    assert Commitment.objects.get().get_absolute_url() == answer.headers["Location"]


def test_asking_somebody(pair, tomaszs, ingrid):
    form = {"id": str(uuid4()), "making": "ask", "other": str(ingrid.pk), "what": "Tell the board", "due": "2026-10-15"}
    tomaszs.post(url("new"), form | {"visibility": "me"})
    asked = Commitment.objects.get()
    assert (asked.state, asked.giver, asked.visibility) == (State.PROPOSED, ingrid, "me")


def test_carrying_something_out(pair, executive_team, ingrids, tomasz, stranger, sign_in):
    about = f"partnership:{executive_team.pk}"
    page = ingrids.get(url("new"), {"about": about, "receiver": str(tomasz.pk)})
    assert f'name="about" value="{about}"' in page.content.decode()
    form = {"id": str(uuid4()), "making": "promise", "other": str(tomasz.pk), "what": "Tell", "due": "2026-10-15"}
    ingrids.post(url("new"), form | {"visibility": "partnership", "about": about})
    made = Commitment.objects.get()
    assert made.about == ("partnership", executive_team.pk)
    assert "Executive team" in text_of(ingrids.get(url("list")))
    assert ingrids.get(url("new"), {"about": "nothing:1"}).status_code == 404


@pytest.mark.parametrize("wrong", [{"due": "2026-10-01"}, {"other": str(uuid4())}, {"what": ""}, {"making": "wish"}])
def test_a_bad_form_keeps_the_words(ingrids, tomasz, pair, wrong):
    form = {
        "id": str(uuid4()),
        "making": "promise",
        "other": str(tomasz.pk),
        "what": "Tell the board",
        "cue": "At noon",
    }
    answer = ingrids.post(url("new"), form | {"due": "2026-10-15", "visibility": "partnership"} | wrong)
    assert answer.status_code == 422
    assert "At noon" in answer.content.decode()
    assert not Commitment.objects.exists()


def test_somebody_from_elsewhere_cannot_be_given_a_promise(ingrids, stranger):
    form = {"id": str(uuid4()), "making": "promise", "other": str(stranger.pk), "what": "Tell", "due": "2026-10-15"}
    assert ingrids.post(url("new"), form | {"visibility": "partnership"}).status_code == 422


def test_the_contexts_run_few_queries(pair, executive_team, ingrid, tomasz, django_assert_max_num_queries):
    made = [
        actions.promise(by=ingrid, receiver=tomasz, what=f"Thing {n}", due=DUE, about=executive_team) for n in range(30)
    ]
    for tab in contexts.Tab:
        with django_assert_max_num_queries(6):
            contexts.listing(ingrid, tab, None, "")
    fetched = Commitment.objects.with_people().get(pk=made[0].pk)
    with django_assert_max_num_queries(5):
        contexts.detail(fetched, tomasz)


@pytest.mark.parametrize("path", ["list", "new", "commitment"])
def test_a_page_runs_at_most_fifteen_queries(commitment, ingrids, path, django_assert_max_num_queries):
    ingrids.get(url(path, commitment if path == "commitment" else None))  # what waits is remembered from here on
    with django_assert_max_num_queries(15):
        assert ingrids.get(url(path, commitment if path == "commitment" else None)).status_code == 200
