import re
from datetime import timedelta

import pytest
from django.urls import reverse

from consort.core import clock, waiting
from consort.rounds.actions import keep_draft, open_round, seal_answers, withdraw
from consort.rounds.models import Round
from consort.rounds.queries import own
from consort.rounds.tests.conftest import EVERY_ANSWER, EVERY_KIND, HEALTH, WHERE, WHY

ANSWER = {"where": "poznan"}
SENT = {"answer.where": "poznan", "answer.why": "People are waiting there."}


def address(name: str, round: Round) -> str:
    return reverse(f"rounds:{name}", args=[round.organization.slug, round.id])


def text(response) -> str:
    return re.sub(r"\s+", " ", response.content.decode())


def form_of(answers) -> dict[str, object]:
    sent: dict[str, object] = {}
    for key, value in answers.items():
        if isinstance(value, dict):
            sent |= {f"answer.{key}.{part}": "" if each is None else each for part, each in value.items()}
        else:
            sent[f"answer.{key}"] = value
    return sent


def test_the_mode_and_the_promise_stand_before_the_first_question(asking, sign_in, ingrid, tomasz, priya):
    round = asking([ingrid, tomasz, priya], opens_at=clock.now() + timedelta(days=3))
    seal_answers(round=round, by=priya, answers=ANSWER)
    page = text(sign_in(tomasz).get(address("round", round)))
    before = page[: page.index("Which would you choose today?")]
    assert "Opened with your name." in before
    assert "One of three is in; nobody can read it yet." in before
    assert "or when the last one arrives" in before
    assert "administrators included" in before
    assert "Ingrid can open them sooner; everyone sees it when that happens." in before
    assert page.index("You can change it until it opens.") > page.index("Your main reason")


def test_without_names_the_page_tells_nothing_about_one_person(asking, sign_in, executives, ingrid, tomasz, priya):
    round = asking(executives, mode="anonymous")
    empty = text(sign_in(tomasz).get(address("round", round)))
    seal_answers(round=round, by=priya, answers=ANSWER)
    one = text(sign_in(tomasz).get(address("round", round)))
    assert "not even you can read yours again" in one
    assert "Not enough are in yet." in one
    assert "Priya" not in one
    assert strip_tokens(one) == strip_tokens(empty)


def strip_tokens(page: str) -> str:
    return re.sub(r'(csrfmiddlewaretoken" value="|data-listen="|X-CSRFToken": "|nonce=")[^"]+', "", page)


def test_every_kind_of_question_can_be_answered_without_a_script(asking, sign_in, ingrid, tomasz):
    round = asking([ingrid, tomasz], EVERY_KIND)
    browser = sign_in(ingrid)
    names = set(re.findall(r'name="(answer\.[^"]+)"', browser.get(address("round", round)).content.decode()))
    assert names == set(form_of(EVERY_ANSWER))
    answer = browser.post(address("seal", round), form_of(EVERY_ANSWER))
    assert answer.status_code == 303
    assert own(round, ingrid).sealed == EVERY_ANSWER
    page = text(browser.get(address("round", round)))
    for words in ("Your input is sealed", own(round, ingrid).receipt, "1. Poznań; 2. Groningen", "71 €, from 70.5 €"):
        assert words in page


def test_every_control_has_a_label(asking, sign_in, ingrid, tomasz):
    round = asking([ingrid, tomasz], EVERY_KIND)
    page = sign_in(ingrid).get(address("round", round)).content.decode()
    form = page[page.index('id="envelope-form"') : page.index("</form>", page.index('id="envelope-form"'))]
    labelled = set(re.findall(r'<label for="([^"]+)"', form))
    for control in re.findall(r"<(?:input|select|textarea)[^>]+>", form):
        if 'type="radio"' in control or 'type="checkbox"' in control or "hidden" in control:
            continue
        assert re.search(r'id="([^"]+)"', control).group(1) in labelled


def test_a_mistake_comes_back_with_every_word_and_a_message_beside_the_field(asking, sign_in, ingrid, tomasz):
    round = asking([ingrid, tomasz], EVERY_KIND)
    sent = form_of(EVERY_ANSWER) | {"answer.health": "9", "answer.cost.best": "about 71", "answer.where": ""}
    answer = sign_in(ingrid).post(address("seal", round), sent)
    page = text(answer)
    assert answer.status_code == 422
    assert "3 answers need another look. Nothing was sealed" in page
    assert 'value="about 71"' in page
    assert "The forty people waiting in Poznań" in page
    assert 'id="answer.cost_error">Give a number' in page
    assert own(round, ingrid).sealed is None


def test_autosave_keeps_a_draft_and_says_nothing(asking, sign_in, ingrid, tomasz):
    round = asking([ingrid, tomasz])
    browser = sign_in(ingrid)
    answer = browser.post(address("draft", round), SENT, headers={"X-Requested-With": "autosave"})
    assert (answer.status_code, answer.content) == (204, b"")
    assert "People are waiting there." in text(browser.get(address("round", round)))
    assert "People are waiting there." not in text(sign_in(tomasz).get(address("round", round)))
    assert browser.post(address("draft", round), SENT).status_code == 303


def test_changes_beside_what_is_sealed_are_shown_as_not_sealed(asking, sign_in, ingrid, tomasz):
    round = asking([ingrid, tomasz])
    seal_answers(round=round, by=ingrid, answers=ANSWER)
    keep_draft(round=round, by=ingrid, answers={"where": "ostrava"})
    assert "what you sealed before counts" in text(sign_in(ingrid).get(address("round", round)))


def test_taking_back_and_declining(asking, sign_in, ingrid, tomasz):
    round = asking([ingrid, tomasz])
    browser = sign_in(ingrid)
    browser.post(address("seal", round), SENT)
    assert browser.post(address("unseal", round)).status_code == 303
    assert own(round, ingrid).sealed is None
    browser.post(address("decline", round))
    assert "You said that you give no input" in text(browser.get(address("round", round)))


def test_after_sealing_one_comes_back_to_where_one_was_but_never_elsewhere(asking, sign_in, ingrid, tomasz):
    round = asking([ingrid, tomasz])
    browser = sign_in(ingrid)
    here = browser.post(address("seal", round), {**SENT, "next": "/varnholt/decisions/7/"})
    assert here.headers["Location"] == "/varnholt/decisions/7/"
    for elsewhere in ("https://evil.example/", "//evil.example/", "javascript:alert(1)"):
        away = browser.post(address("draft", round), {**SENT, "next": elsewhere})
        assert away.headers["Location"] == round.get_absolute_url()


def test_sealing_after_the_opening_is_a_conflict(asking, sign_in, ingrid, tomasz):
    round = asking([ingrid, tomasz])
    open_round(round, by=ingrid)
    for name in ("seal", "draft", "unseal", "decline", "withdraw"):
        assert sign_in(ingrid).post(address(name, round), SENT).status_code == 409


def test_a_round_one_may_not_see_does_not_exist(asking, sign_in, ingrid, tomasz, administrator, stranger):
    round = asking([ingrid, tomasz])
    for person in (administrator, stranger):
        browser = sign_in(person)
        assert browser.get(address("round", round)).status_code == 404
        for name in ("seal", "draft", "unseal", "decline", "receipt", "open", "move", "withdraw"):
            assert browser.post(address(name, round), SENT).status_code == 404


def test_a_reader_who_is_not_asked_sees_no_form_and_changes_nothing(asking, sign_in, ingrid, tomasz, priya):
    round = asking([ingrid, tomasz])
    assert "envelope-form" not in text(sign_in(priya).get(address("round", round)))
    for name in ("seal", "draft", "unseal", "decline", "open", "withdraw"):
        assert sign_in(priya).post(address(name, round), SENT).status_code == 404


def test_opened_answers_stand_beside_their_names(asking, sign_in, executives, priya):
    round = asking(executives, EVERY_KIND)
    for person in executives:
        seal_answers(round=round, by=person, answers=EVERY_ANSWER)
    page = text(sign_in(priya).get(address("round", round)))
    assert "All nine answered." in page
    assert "Nine of nine: Poznań." in page
    assert "4 on average, from 1 (badly) to 5 (well)." in page
    assert "Tomasz Wierzbicki" in page


def test_two_people_read_their_answers_side_by_side_without_an_index(asking, sign_in, ingrid, tomasz):
    round = asking([ingrid, tomasz], [HEALTH])
    seal_answers(round=round, by=ingrid, answers={"health": 2})
    seal_answers(round=round, by=tomasz, answers={"health": 5})
    page = text(sign_in(ingrid).get(address("round", round)))
    assert "2 on a scale from 1 to 5" in page
    assert "5 on a scale from 1 to 5" in page
    assert "Both answered." in page
    assert "chance" not in page
    assert "on average" not in page


@pytest.mark.parametrize("mode", ["confidential", "anonymous"])
def test_withheld_is_hatched_and_looks_the_same_with_few_answers_and_with_none(
    asking, sign_in, executives, ingrid, helene, mode
):
    pages = []
    for number in (0, 4):
        round = asking(executives, [WHERE, WHY], mode=mode)
        for person in executives[:number]:
            seal_answers(round=round, by=person, answers={"where": "poznan", "why": "A marked word."})
        open_round(round, by=ingrid)
        page = text(sign_in(executives[8]).get(address("round", round)))
        pages.append(strip_tokens(page).replace(str(round.id), ""))
    assert pages[0] == pages[1]
    assert 'class="withheld"' in pages[0]
    assert "marked" not in pages[1]


def test_confidential_words_are_shown_from_five_without_names(asking, sign_in, executives):
    round = asking(executives, [WHERE, WHY], mode="confidential")
    for number, person in enumerate(executives):
        seal_answers(round=round, by=person, answers={"where": "poznan", "why": f"Reason {number}."})
    page = text(sign_in(executives[3]).get(address("round", round)))
    assert all(f"Reason {number}." in page for number in range(9))
    assert "Only you see this" in page


def test_a_receipt_is_checked_after_the_opening(asking, sign_in, executives, ingrid):
    round = asking(executives, mode="anonymous")
    browser = sign_in(ingrid)
    receipt, *_others = [seal_answers(round=round, by=person, answers=ANSWER) for person in executives]
    assert "It is in the list" in text(browser.post(address("receipt", round), {"receipt": receipt.lower()}))
    assert "It is not in the list" in text(browser.post(address("receipt", round), {"receipt": "AAAA"}))
    assert browser.post(address("receipt", round), {"receipt": ""}).status_code == 422
    assert browser.get(address("receipt", round)).status_code == 200


def test_whoever_asked_moves_opens_and_withdraws(asking, sign_in, ingrid, tomasz, priya):
    moved, opened, withdrawn = (asking([ingrid, tomasz, priya]) for _ in range(3))
    browser = sign_in(ingrid)
    assert browser.post(address("move", moved), {"opens_at": "2099-10-15T17:00"}).status_code == 303
    assert browser.post(address("move", moved), {"opens_at": "soon"}).status_code == 422
    assert browser.post(address("open", opened)).status_code == 303
    assert browser.post(address("withdraw", withdrawn)).status_code == 303
    assert "Thu 15 Oct 2099, 17:00" in text(browser.get(address("round", moved)))
    assert "It opened with no answer at all." in text(browser.get(address("round", opened)))
    assert "withdrawn" in text(browser.get(address("round", withdrawn)))


def test_who_is_in_is_fetched_on_its_own(asking, sign_in, ingrid, tomasz):
    round = asking([ingrid, tomasz])
    part = text(sign_in(ingrid).get(address("round", round), {"part": "who"}))
    assert part.lstrip().startswith("<section")
    assert "Tomasz" in part


def test_today_names_what_waits_and_whom_it_holds_up(asking, ingrid, tomasz, priya, pair):
    round = asking([ingrid, tomasz, priya], about=pair, opens_at=clock.now() + timedelta(days=3))
    seal_answers(round=round, by=priya, answers=ANSWER)
    found = [item for item in waiting.waiting_for(tomasz) if item.title == round.title]
    assert [(item.holds_up, item.place, item.due) for item in found] == [(1, "today", round.opens_at)]
    assert "One of three is in; nobody can read it yet." in found[0].meta
    assert found[0].meta.startswith("Closes ")
    assert not [item for item in waiting.waiting_for(priya) if item.title == round.title]
    withdraw(round=round, by=ingrid)
    assert not [item for item in waiting.waiting_for(tomasz) if item.title == round.title]


def test_a_page_takes_few_queries(asking, sign_in, executives, tomasz, django_assert_max_num_queries):
    round, browser = asking(executives, EVERY_KIND), sign_in(tomasz)
    with django_assert_max_num_queries(15):
        browser.get(address("round", round))
    for person in executives:
        seal_answers(round=round, by=person, answers=EVERY_ANSWER)
    with django_assert_max_num_queries(15):
        browser.get(address("round", round))
