"""One decision all the way: by the actions, and again by four people in their browsers."""

import re

import pytest

from consort.core import clock, sweeps
from consort.core.models import Evidence
from consort.decisions.actions import asking
from consort.decisions.models import Choice, Decision, Estimate, Stage
from consort.decisions.questions import LINKS
from consort.decisions.rounds_of import rounds_of
from consort.decisions.tests.samples import day, input_answers, moment, open_now
from consort.rounds import actions as rounds

HOME = "/varnholt/decisions/"


def test_a_decision_goes_from_frame_to_review(loop):
    decision = loop.to(Stage.CLOSED)
    assert decision.number == 1
    assert decision.outcome.letter == "B"
    assert set(decision.reached) == {str(stage) for stage in Stage}
    assert decision.review.verdict == "keep"


def test_both_rounds_of_input_are_kept_and_what_moved_is_shown(loop, ingrid, daniel, sign_in):
    loop.to(Stage.DEBATE)
    second = asking.ask_again(decision=loop.decision, by=ingrid, opens_at=moment(2))
    for person in (loop.ingrid, loop.tomasz, loop.helene, loop.daniel):
        option = "C" if person == daniel else "B"
        rounds.seal_answers(round=second, by=person, answers=input_answers(option, first=20, second=90))
    assert second.number == 2
    assert Estimate.objects.filter(forecast__decision=loop.decision).count() == 16
    page = sign_in(ingrid).get(f"{HOME}1/").content.decode()
    assert "B. New line in Poznań → C. Contract builder, Ostrava" in page
    assert "went from 50% to 20%" not in page  # exactly even is no side to come from
    assert "past even between the rounds: Daniel and Hélène" in page


def test_a_group_that_is_turned_past_even_is_flagged(loop, ingrid, sign_in):
    loop.to(Stage.DEBATE)
    second = asking.ask_again(decision=loop.decision, by=ingrid, opens_at=moment(2))
    for person in (loop.ingrid, loop.tomasz, loop.helene, loop.daniel):
        rounds.seal_answers(round=second, by=person, answers=input_answers(first=50, second=30))
    assert "went from 90% to 30%, past even" in sign_in(ingrid).get(f"{HOME}1/").content.decode()


def test_what_speaks_for_shared_decisions_becomes_evidence_of_the_partnership(loop, executive_team):
    loop.to(Stage.CLOSED)
    kinds = set(
        Evidence.objects.filter(partnership=executive_team, strand="decisions").values_list("entry__type", flat=True)
    )
    assert {
        "decision.heard",
        "decision.considered",
        "decision.resolved",
        "decision.agreed",
        "decision.reviewed",
    } <= kinds


def test_input_that_did_not_come_is_missed(loop, executive_team, ingrid, helene):
    loop.to(Stage.INPUT)
    rounds.seal_answers(round=loop.round, by=ingrid, answers=input_answers())
    open_now(loop.round)
    missed = Evidence.objects.filter(partnership=executive_team, polarity="miss")
    assert missed.filter(entry__type="decision.unheard").count() == 3
    assert Decision.objects.get().stage == Stage.DEBATE


def test_the_review_begins_by_itself_and_is_missed_when_nobody_does_it(loop):
    loop.to(Stage.EXECUTE)
    with clock.at(moment(301)):
        sweeps.run_once()
        sweeps.run_once()
    assert Decision.objects.get().stage == Stage.REVIEW
    assert rounds_of(loop.decision).process.asked.count() == 5
    with clock.at(moment(316)):
        sweeps.run_once()
        sweeps.run_once()
    assert Evidence.objects.filter(entry__type="decision.review_missed", polarity="miss").count() == 1


@pytest.fixture
def browsers(loop, sign_in):
    return {person.first_name: sign_in(person) for person in loop.people}


def post(browser, path, **data):
    """Send a form of the decision; everything here is expected to succeed."""
    response = browser.post(f"{HOME}1/{path}/", data)
    assert response.status_code == 303, response.content.decode()[-3000:]
    return response


def seal(browsers, round, answers):
    """Everyone seals on the page of the round."""
    for browser in browsers.values():
        data = {f"answer.{key}": value for key, value in answers.items()}
        browser.post(f"/varnholt/rounds/{round.pk}/seal/", data)


def rounds_now():
    return rounds_of(Decision.objects.get())


def test_the_whole_loop_in_the_browser(loop, browsers, ingrid, tomasz):
    ingrids, tomaszs, helenes = browsers["Ingrid"], browsers["Tomasz"], browsers["Hélène"]
    post(helenes, "ask")
    seal(browsers, rounds_now().asking, input_answers())
    post(ingrids, "arguments", side="against", option="A", text="Nobody can be hired there.")
    post(helenes, "evidence", title="Site visit", kind="visit", url="https://example.org/visit")
    post(ingrids, "again", opens_at=f"{day(2)}T12:00")
    seal(browsers, rounds_now().asking, input_answers(first=70))
    post(ingrids, "close-debate")
    keys = {person.first_name: person.pk for person in loop.people}
    answered = {
        f"used-{keys['Hélène']}": "used",
        f"used-{keys['Daniel']}": "unused",
        f"because-{keys['Daniel']}": "No.",
    }
    post(ingrids, "considerations", **answered)
    voters = [str(keys[name]) for name in ("Ingrid", "Tomasz", "Priya")]
    post(ingrids, "ballot", proposal="B", voters=voters, opens_at=f"{day(1)}T12:00")
    seal(browsers, rounds_now().ballot, {"consent": "consent"})
    post(tomaszs, "resolve", option="B", text="We build in Poznań.", because="Forty wait there.")
    for name, browser in browsers.items():
        choice = Choice.COMMIT if name == "Daniel" else Choice.AGREE
        post(browser, "stance", choice=choice, reason="Winter comes first.")
    post(tomaszs, "steps", giver=str(tomasz.pk), receiver=str(ingrid.pk), what="Sign the lease", due=str(day(30)))
    post(tomaszs, "begin")
    post(ingrids, "look-back")
    seal(browsers, rounds_now().process, dict.fromkeys(LINKS, 6))
    for forecast in loop.decision.forecasts.all():
        post(ingrids, f"forecasts/{forecast.pk}/settle", happened="yes", note="Counted.")
    post(browsers["Daniel"], "lessons", text="Ask the one who differs first.", change="From now on")
    post(ingrids, "close", verdict="change", change="A store in Brescia for one winter")
    decision = Decision.objects.get()
    assert (decision.stage, decision.review.verdict) == (Stage.CLOSED, "change")
    page = browsers["Daniel"].get(f"{HOME}1/").content.decode()
    for words in ("We build in Poznań.", "Winter comes first.", "happened", "Ask the one who differs first."):
        assert words in page


def test_a_question_is_framed_and_asked_in_the_browser(ingrid, tomasz, helene, executive_team, sign_in):
    browser = sign_in(ingrid)
    form = browser.get(f"{HOME}new/").content.decode()
    identity = re.search(r'name="id" value="([^"]+)"', form)[1]
    sent = {
        "id": identity, "revision": "1", "question": "One supplier, or two?", "context": "The contract ends in May.",
        "option": ["One", "Two", ""], "detail": ["", "", ""], "criterion": ["Price", ""],
        "fact-0": ["€4", "€5", ""], "fact-1": ["", "", ""],
        "statement": ["none is late", "the price holds"], "known_on": [str(day(90)), str(day(90))], "about": ["", "B"],
        "shown": [str(each.pk) for each in (ingrid, tomasz, helene)],
        f"part-{ingrid.pk}": ["decides"], f"part-{tomasz.pk}": ["input", "carries_out"],
        f"part-{helene.pk}": ["agrees"], f"scope-{helene.pk}": "on price",
        "method": "consent", "base": "cast", "seats": "1",
        "input_closes": f"{day(7)}T17:00", "review_on": str(day(200)), "audience": f"partnership:{executive_team.pk}",
    }  # fmt: skip
    kept = browser.post(f"{HOME}new/", sent)
    assert kept.status_code == 303
    browser.post(f"{HOME}new/", sent)
    decision = Decision.objects.get()
    assert (decision.stage, decision.partnership) == (Stage.FRAME, executive_team)
    assert [option.name for option in decision.options.all()] == ["A. One", "B. Two"]
    assert [fact.value for option in decision.options.all() for fact in option.facts.all()] == ["€4", "€5"]
    assert decision.roles.get(part="agrees").scope == "on price"
    assert decision.forecasts.get(position=1).option.title == "Two"
    asked = browser.post(f"{HOME}1/edit/", {**sent, "ask": "1"})
    assert asked.status_code == 303
    assert Decision.objects.get().stage == Stage.INPUT
