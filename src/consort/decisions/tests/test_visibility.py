"""Who sees a decision; what is sealed, and what is withheld, is seen by nobody anywhere."""

import json

import pytest

from consort.core import cursors, search
from consort.core.ledger.reading import feed, history_of
from consort.core.models import Level, Payload
from consort.decisions.actions import asking, reviewing
from consort.decisions.api import router
from consort.decisions.frames import Audience
from consort.decisions.models import Decision, Stage
from consort.decisions.rounds_of import rounds_of
from consort.decisions.tests.samples import SECRET, Loop, input_answers, moment
from consort.rounds import actions as rounds

HOME = "/varnholt/decisions/"
PAGES = ["", "record/", "reviews/", "?q=quagga", "1/", "1/record/", "1/part/?of=main", "1/part/?of=margin", "1/part/"]
EVERYONE = ["ingrid", "tomasz", "helene", "priya", "daniel", "jonas", "facilitator", "administrator", "observer"]
NOBODY = ["jonas", "facilitator", "administrator", "observer", "stranger"]


def api(person, number=None):
    """What the API answers, through its own functions and schemas."""
    operations = router.path_operations["/decisions/{number}" if number else "/decisions"].operations[0]

    class Request:
        pass

    request = Request()
    request.person = person
    found = operations.view_func(request, **({"number": number} if number else {}))
    return json.dumps(found, default=str)


@pytest.mark.parametrize("who", NOBODY)
def test_a_decision_for_those_with_a_part_is_not_there_for_others(
    request, sign_in, who, ingrid, tomasz, helene, priya, daniel
):
    loop = Loop(ingrid, tomasz, helene, priya, daniel, audience=Audience(Level.ME))
    loop.to(Stage.DEBATE)
    person = request.getfixturevalue(who)
    browser, slug = sign_in(person), person.organization.slug
    for page in ("1/", "1/record/", "1/part/", "1/edit/"):
        assert browser.get(f"/{slug}/decisions/{page}").status_code == 404
    for path in ("arguments", "close-debate", "evidence", "again", "ask", "drop"):
        assert browser.post(f"/{slug}/decisions/1/{path}/", {"side": "for", "text": "x"}).status_code == 404
    assert loop.decision.question not in browser.get(f"/{slug}/decisions/").content.decode()
    assert Decision.objects.visible_to(person).count() == 0


def test_everyone_with_a_part_sees_it_whatever_its_level(ingrid, tomasz, helene, priya, daniel):
    Loop(ingrid, tomasz, helene, priya, daniel, audience=Audience(Level.ME))
    for person in (ingrid, tomasz, helene, priya, daniel):
        assert Decision.objects.visible_to(person).count() == 1


def test_what_one_may_see_but_not_do_is_not_found(loop, sign_in, jonas):
    """Jonas sits in the team and sees it; what only deciders do looks to him as if it were not there."""
    loop.to(Stage.RESOLVE)
    browser = sign_in(jonas)
    assert browser.get(f"{HOME}1/").status_code == 200
    for path in ("considerations", "resolve", "close", "stance", "steps"):
        assert browser.post(f"{HOME}1/{path}/", {"text": "x"}).status_code in (404, 403), path


def sealed_somewhere(loop, ingrid):
    """A first round that is sealed, then a second one."""
    loop.to(Stage.INPUT)
    for person in (loop.ingrid, loop.daniel):
        answers = input_answers(reason=f"{SECRET} {person.first_name}", change=f"{SECRET} change", first=37)
        rounds.seal_answers(round=loop.round, by=person, answers=answers)
        rounds.keep_draft(round=loop.round, by=person, answers=answers)
    yield "first"
    for person in (loop.tomasz, loop.helene):
        rounds.seal_answers(round=loop.round, by=person, answers=input_answers())
    second = asking.ask_again(decision=loop.decision, by=ingrid, opens_at=moment(2))
    answers = input_answers(reason="numbat pangolin", change="numbat", first=37)
    rounds.seal_answers(round=second, by=loop.daniel, answers=answers)
    yield "second"


def test_sealed_input_is_on_no_page_feed_search_or_api_for_anybody(loop, sign_in, request, ingrid, daniel):
    for which in sealed_somewhere(loop, ingrid):
        words = "zebra" if which == "first" else "numbat"
        cursors.follow()
        for who in EVERYONE:
            person = request.getfixturevalue(who)
            if person in (ingrid, daniel) and (which == "first" or person == daniel):
                continue  # one's own input is shown to oneself
            browser = sign_in(person)
            for page in PAGES:
                assert words not in browser.get(HOME + page).content.decode().replace('value="zebra"', "").replace(
                    "speaks of “zebra”", ""
                ), (who, page)
            for happening in [*feed(person), *history_of(loop.decision)]:
                assert words not in happening.sentence
            assert words not in api(person)
            assert not search.find(words, person)
            if Decision.objects.visible_to(person).exists():
                assert words not in api(person, 1)
    assert not [payload for payload in Payload.objects.all() if "numbat" in json.dumps(payload.body)]


def test_the_leak_test_would_catch_a_leak(loop, sign_in, ingrid):
    loop.to(Stage.DEBATE)
    assert SECRET in sign_in(ingrid).get(f"{HOME}1/").content.decode()


def test_what_happened_is_withheld_until_ones_own_judgement_is_sealed(loop, sign_in, ingrid, daniel, jonas, tomasz):
    loop.to(Stage.REVIEW)
    loop.judge(ingrid, tomasz)
    for forecast in loop.decision.forecasts.all():
        reviewing.settle_forecast(forecast=forecast, by=ingrid, happened=False, note="walrus counted")
    reviewing.draw_lesson(decision=loop.decision, by=ingrid, text="walrus lesson")
    for person, sees in ((ingrid, True), (tomasz, True), (daniel, False), (jonas, False)):
        browser = sign_in(person)
        for page in ("1/", "1/record/", "1/part/?of=main", "reviews/"):
            shown = "walrus" in browser.get(HOME + page).content.decode()
            assert shown is (sees and page != "reviews/"), (person, page)
        assert ('"happened": false' in api(person, 1)) is sees
        assert browser.post(f"{HOME}1/lessons/", {"text": "x"}).status_code in ((303,) if sees else (403, 404))
        assert "walrus" not in json.dumps([each.sentence for each in history_of(loop.decision)])
    loop.judge(daniel, loop.helene, loop.priya)
    assert rounds_of(loop.decision).process.is_opened
    assert "walrus" in sign_in(jonas).get(f"{HOME}1/").content.decode()


def test_only_oneself_sees_ones_own_error(loop, sign_in, ingrid, priya):
    loop.to(Stage.CLOSED)
    assert "Yours, which only you see" in sign_in(ingrid).get(f"{HOME}1/").content.decode()
    assert "Yours, which only you see" not in sign_in(priya).get(f"{HOME}1/").content.decode()
