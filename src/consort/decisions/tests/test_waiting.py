"""What waits for whom, at each stage."""

import pytest

from consort.core import clock
from consort.decisions.actions import committing
from consort.decisions.models import Choice, Stage
from consort.decisions.tests.samples import day, moment
from consort.decisions.waiting import waiting_for

EXPECTED = {
    Stage.FRAME: {"helene": "Finish the frame"},
    Stage.INPUT: {},
    Stage.DEBATE: {},
    Stage.RESOLVE: {"ingrid": "Decide", "tomasz": "Decide"},
    Stage.COMMIT: dict.fromkeys(("ingrid", "tomasz", "helene", "priya", "daniel"), "Say where you stand"),
    Stage.EXECUTE: {},
    Stage.REVIEW: {},
    Stage.CLOSED: {},
}
CAST = ("ingrid", "tomasz", "helene", "priya", "daniel", "jonas", "stranger")


@pytest.mark.parametrize("stage", list(Stage))
def test_it_waits_for_those_whose_turn_it_is(loop, request, stage):
    loop.to(stage)
    found = {}
    for name in CAST:
        for item in waiting_for(request.getfixturevalue(name)):
            assert (item.place, item.title, item.url) == ("decisions", loop.decision.question, "/varnholt/decisions/1/")
            assert item.holds_up == (0 if stage == Stage.FRAME else 4)
            found[name] = item.action
    assert found == EXPECTED[stage]


def test_a_debate_past_its_day_waits_to_be_closed(loop, ingrid, daniel):
    loop.to(Stage.DEBATE)
    with clock.at(moment(15)):
        assert [item.action for item in waiting_for(ingrid)] == ["Close the debate"]
        assert not list(waiting_for(daniel))


def test_an_objection_waits_for_those_who_decide_and_then_the_beginning(loop, ingrid, daniel):
    loop.to(Stage.COMMIT)
    for person in loop.people:
        choice = Choice.OBJECT if person == daniel else Choice.AGREE
        committing.take_stance(decision=loop.decision, by=person, choice=choice, reason="Harm.")
    assert [item.action for item in waiting_for(ingrid)] == ["Answer the objection"]
    stance = loop.decision.stances.select_related("decision", "person").get(person=daniel)
    committing.answer_objection(stance=stance, by=ingrid, answer="Brescia keeps its store.")
    assert [item.action for item in waiting_for(ingrid)] == ["Begin to carry it out"]
    assert [item.due.date() > day(0) for item in waiting_for(ingrid)] == [True]


def test_an_opened_review_waits_to_be_closed(loop, ingrid):
    loop.to(Stage.REVIEW)
    loop.judge()
    assert [item.action for item in waiting_for(ingrid)] == ["Close the review"]
