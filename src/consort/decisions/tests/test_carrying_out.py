"""From the decision to its review: objections that travel, one message, pulses, and what is done differently."""

from datetime import timedelta

import pytest

from consort.core import clock, sweeps
from consort.core.errors import NotAllowed, Refused
from consort.decisions.actions import committing, departing, pulsing, reviewing, telling
from consort.decisions.models import Choice, Decision, Stage, Stance
from consort.decisions.questions import AS_DECIDED, DIFFERENTLY
from consort.decisions.rounds_of import rounds_of
from consort.decisions.sweeping import sweep
from consort.decisions.tests.samples import SECRET, day, moment
from consort.decisions.waiting import waiting_for
from consort.rounds import actions as rounds

HOME = "/varnholt/decisions/"
WORDS = "We build in Poznań. Nobody in Groningen loses their place."


def shown(browser, path="1/"):
    return browser.get(f"{HOME}{path}").content.decode()


def actions(person):
    return [each.action for each in waiting_for(person)]


@pytest.fixture
def objection(loop):
    loop.to(Stage.COMMIT)
    return committing.take_stance(
        decision=loop.decision, by=loop.daniel, choice=Choice.OBJECT, reason="Ostrava is asked first."
    )


def test_an_objection_says_to_whom_it_goes_and_by_when(objection, daniel, helene, sign_in):
    assert (objection.answer_by, objection.escalates_to) == (day(5), helene)
    page = shown(sign_in(daniel))
    assert "after that it goes to Hélène" in page


def test_an_objection_is_due_no_later_than_the_day_for_stances(loop):
    loop.to(Stage.COMMIT)
    with clock.at(moment(22)):
        stance = committing.take_stance(decision=loop.decision, by=loop.daniel, choice=Choice.OBJECT, reason="No.")
        assert stance.answer_by == loop.decision.commit_by


def test_nobody_else_answers_before_its_day_and_then_the_next_one_does(objection, helene, priya, sign_in):
    answer = f"1/stances/{objection.pk}/answer/"
    assert sign_in(helene).post(f"{HOME}{answer}", {"answer": "Not yet."}).status_code == 404
    with clock.at(moment(6)):
        sweep()
        sweep()
        objection.refresh_from_db()
        assert objection.escalated
        assert "Answer the objection" in actions(helene) or "Say where you stand" in actions(helene)
        assert "so Hélène answers now" in shown(sign_in(priya))
        assert sign_in(priya).post(f"{HOME}{answer}", {"answer": "I do."}).status_code == 404
        assert sign_in(helene).post(f"{HOME}{answer}", {"answer": "Ostrava was asked."}).status_code == 303
    objection.refresh_from_db()
    assert (objection.answer, objection.answered_by) == ("Ostrava was asked.", helene)


def test_an_answered_objection_does_not_travel(objection, ingrid):
    committing.answer_objection(stance=objection, by=ingrid, answer="It was asked.")
    with clock.at(moment(6)):
        sweep()
    assert Stance.objects.get(pk=objection.pk).escalated is None


@pytest.fixture
def committed(loop):
    return loop.to(Stage.COMMIT)


def test_one_message_is_written_approved_by_all_who_decide_and_told(committed, loop, ingrid, tomasz, daniel, sign_in):
    browser = sign_in(ingrid)
    assert browser.post(f"{HOME}1/message/write/", {"text": WORDS}).status_code == 303
    told = {"on": str(clock.today())}
    assert browser.post(f"{HOME}1/message/told/", told).status_code == 409
    for each in (browser, sign_in(tomasz)):
        assert "Approve these words" in shown(each, "1/message/")
        assert each.post(f"{HOME}1/message/approve/", {"text": WORDS}).status_code == 303
    daniels = sign_in(daniel)
    assert daniels.post(f"{HOME}1/message/told/", {"on": str(day(2))}).status_code == 409
    assert daniels.post(f"{HOME}1/message/told/", {"on": "soon"}).status_code == 422
    assert daniels.post(f"{HOME}1/message/told/", told).status_code == 303
    assert daniels.post(f"{HOME}1/message/told/", told).status_code == 303
    sheet = shown(browser, "1/message/")
    assert "1 of 5 have told their team" in sheet
    assert WORDS in sheet
    assert "Approved by Ingrid and Tomasz" in sheet


def test_new_words_are_approved_again_and_told_words_stay(committed, ingrid, tomasz, daniel):
    decision = committed
    telling.write_message(decision=decision, by=ingrid, text=WORDS)
    telling.approve_message(decision=decision, by=ingrid, text=WORDS)
    telling.write_message(decision=decision, by=tomasz, text="We build in Poznań.")
    assert decision.message.approvals.count() == 0
    with pytest.raises(Refused):
        telling.approve_message(decision=decision, by=ingrid, text=WORDS)
    for decider in (ingrid, tomasz):
        telling.approve_message(decision=decision, by=decider, text="We build in Poznań.")
    telling.say_told(decision=decision, by=daniel, on=clock.today())
    with pytest.raises(Refused):
        telling.write_message(decision=decision, by=ingrid, text="We do not.")


def test_only_those_who_decide_approve_and_only_those_who_lead_write(committed, daniel, helene, ingrid):
    with pytest.raises(NotAllowed):
        telling.write_message(decision=committed, by=daniel, text=WORDS)
    telling.write_message(decision=committed, by=helene, text=WORDS)
    with pytest.raises(NotAllowed):
        telling.approve_message(decision=committed, by=helene, text=WORDS)
    assert "Approve what the teams are told" not in actions(helene)


def test_a_leader_is_reminded_to_tell_the_team(loop, ingrid, tomasz, daniel):
    loop.to(Stage.EXECUTE)
    telling.write_message(decision=loop.decision, by=ingrid, text=WORDS)
    assert "Approve what the teams are told" in actions(tomasz)
    for decider in (ingrid, tomasz):
        telling.approve_message(decision=loop.decision, by=decider, text=WORDS)
    assert actions(daniel) == ["Tell your team"]
    telling.say_told(decision=loop.decision, by=daniel, on=clock.today())
    assert actions(daniel) == []


@pytest.fixture
def pulse(loop):
    """The first, asked by the clock."""
    loop.to(Stage.EXECUTE)
    with clock.at(moment(31)):
        sweep()
        sweep()
    return rounds_of(loop.decision).pulses[0]


def answer(round, person, carried=AS_DECIDED, way=""):
    rounds.seal_answers(round=round, by=person, answers={"carried": carried, "way": way})


def test_after_thirty_and_ninety_days_everyone_with_a_part_is_asked(loop, pulse):
    assert pulse.asked.count() == 5
    with clock.at(moment(39)):
        sweeps.run_once()
    with clock.at(moment(89)):
        sweep()
        assert len(rounds_of(loop.decision).pulses) == 1
    with clock.at(moment(91)):
        sweep()
    with clock.at(moment(200)):
        sweep()
    assert [each.number for each in rounds_of(loop.decision).pulses] == [1, 2]


def test_a_pulse_is_sealed_until_it_opens_together(loop, pulse, daniel, ingrid, sign_in):
    answer(pulse, daniel, DIFFERENTLY, f"{SECRET} stands in the way")
    browser = sign_in(ingrid)
    assert "Is it carried out as decided?" in browser.get(pulse.get_absolute_url()).content.decode()
    assert SECRET not in shown(browser)
    for person in loop.people:
        if person != daniel:
            answer(pulse, person)
    page = shown(sign_in(ingrid))
    assert f"{SECRET} stands in the way" in page
    assert "Daniel say that it is carried out differently" in page


def test_the_review_opens_a_pulse_that_is_still_asking(loop, pulse, ingrid, daniel):
    answer(pulse, daniel)
    reviewing.begin_review(decision=loop.decision, by=ingrid)
    found = rounds_of(loop.decision)
    assert found.pulses[0].is_opened
    assert found.asking == found.process
    assert Decision.objects.get().pulse_on is None


def test_a_pulse_is_not_asked_of_what_is_not_carried_out(loop):
    loop.to(Stage.COMMIT)
    with pytest.raises(Refused):
        pulsing.ask_pulse(decision=loop.decision)
    assert not loop.decision.pulse_on


def test_what_is_done_differently_is_on_the_page_in_lists_and_at_the_review(loop, tomasz, ingrid, sign_in):
    loop.to(Stage.EXECUTE)
    browser = sign_in(tomasz)
    sent = {"text": "Half of the line stays in Groningen.", "reason": "The permit is late."}
    assert browser.post(f"{HOME}1/deviations/", {**sent, "reason": ""}).status_code == 422
    assert browser.post(f"{HOME}1/deviations/", sent).status_code == 303
    assert sent["text"] in shown(browser)
    for path in ("", "record/", "reviews/"):
        assert "Carried out differently" in shown(browser, path)
    loop.to(Stage.REVIEW)
    loop.judge()
    assert sent["reason"] in shown(sign_in(ingrid))


def test_the_same_departure_sent_twice_stands_once(loop, tomasz, daniel):
    loop.to(Stage.EXECUTE)
    first = departing.record_deviation(decision=loop.decision, by=tomasz, text="Later", reason="Rain")
    again = departing.record_deviation(decision=loop.decision, by=tomasz, text="Later", reason="Rain", id=first.pk)
    assert first == again
    assert loop.decision.deviations.count() == 1


def test_a_stranger_to_the_decision_says_nothing_about_it(loop, jonas):
    loop.to(Stage.EXECUTE)
    with pytest.raises(NotAllowed):
        departing.record_deviation(decision=loop.decision, by=jonas, text="Later", reason="Rain")
    with pytest.raises(NotAllowed):
        telling.say_told(decision=loop.decision, by=jonas, on=clock.today() - timedelta(days=1))


@pytest.mark.parametrize("stage", [Stage.COMMIT, Stage.EXECUTE])
def test_pages_stay_within_fifteen_queries(loop, ingrid, sign_in, stage, django_assert_max_num_queries):
    loop.to(stage)
    telling.write_message(decision=loop.decision, by=ingrid, text=WORDS)
    browser = sign_in(ingrid)
    shown(browser)
    with django_assert_max_num_queries(15):
        shown(browser)
