"""Catchball: an objective goes down and comes back, each proposal is answered, and both sides agree."""

from datetime import date
from uuid import uuid4

import pytest

from consort.core.errors import NotAllowed, Refused
from consort.core.waiting import forget, waiting_for
from consort.vision import turns
from consort.vision.actions import catching, objectives, throwing
from consort.vision.contexts.catchball import input_of
from consort.vision.models import Catchball, Proposal
from consort.vision.queries.catchball import catchballs_for, with_turns
from consort.vision.tests.pursued import *  # noqa: F403  (fixtures)

pytestmark = pytest.mark.usefixtures("_on_monday")
Kind = Proposal.Kind


@pytest.fixture
def thrown(on_time, key_result, tomasz, mats, ruth) -> Catchball:
    """Tomasz puts on-time delivery before Mats and Ruth."""
    return throwing.throw(objective=on_time, by=tomasz, people=[mats, ruth], note="Can we carry this?")


def waits_for(person):
    forget()
    return [item.meta for item in waiting_for(person) if item.label == "Catchball"]


def read(catchball, reader):
    return input_of(with_turns(catchballs_for(reader)).get(pk=catchball.pk), reader)


def play(thrown, key_result, tomasz, mats, ruth):
    """Three rounds, from 95% to 92% half a year later."""
    offered = catching.propose(
        catchball=thrown, by=mats, kind=Kind.TARGET, value="91", key_result=str(key_result.pk), because="Castings."
    )
    catching.throw_back(catchball=thrown, by=mats)
    catching.agree(catchball=thrown, by=ruth)
    throwing.answer(proposal=offered, by=tomasz, taken=False, because="Customers plan with more.")
    throwing.throw_again(
        catchball=thrown, by=tomasz, title=thrown.objective.title, due=thrown.objective.due,
        targets={str(key_result.pk): "93"},
    )  # fmt: skip
    later = catching.propose(catchball=thrown, by=mats, kind=Kind.DUE, value="2028-06-30", because="Then we can.")
    catching.throw_back(catchball=thrown, by=mats)
    catching.agree(catchball=thrown, by=ruth)
    throwing.answer(proposal=later, by=tomasz, taken=True)
    wording = turns.taken_into(turns.latest(thrown))
    throwing.throw_again(catchball=thrown, by=tomasz, title=wording.title, due=wording.due, targets={})
    for person in (mats, ruth):
        catching.agree(catchball=thrown, by=person)


def test_three_rounds_to_agreement(thrown, on_time, key_result, tomasz, mats, ruth):
    play(thrown, key_result, tomasz, mats, ruth)
    throwing.agree_on(catchball=thrown, by=tomasz)
    on_time.refresh_from_db()
    key_result.refresh_from_db()
    assert (thrown.state, thrown.versions.count()) == ("agreed", 3)
    assert (on_time.due, key_result.target_low) == (date(2028, 6, 30), 93)


def test_what_the_input_changed_is_shown_for_each(thrown, key_result, tomasz, mats, ruth):
    play(thrown, key_result, tomasz, mats, ruth)
    shown = read(thrown, mats)
    assert shown["lede"] == "1 of 2 proposals were taken."
    first, second = shown["given"]
    assert (first.name, first.summary) == ("You", "2 proposals, 1 taken")
    assert [(number, each.what, each.word, each.came) for number, each in first.proposals] == [
        (1, "Delivered on the promised day: 91.0%", "Not taken", False),
        (2, "by Fri 30 Jun 2028", "Taken", True),
    ]
    assert second.summary == "Agreed without a change"
    said = {each.what: [(piece.kind, piece.text) for piece in each.pieces] for each in shown["differences"]}
    assert said["Delivered on the promised day"] == [("removed", "95.0%"), ("added", "93.0%")]


def test_it_waits_for_those_who_catch_and_then_for_who_threw(thrown, tomasz, mats, ruth, ingrid):
    assert waits_for(mats) == waits_for(ruth) == ["Tomasz asks what you would change, round 1"]
    assert waits_for(tomasz) == waits_for(ingrid) == []
    catching.agree(catchball=thrown, by=mats)
    assert waits_for(mats) == []
    assert waits_for(tomasz) == []
    catching.agree(catchball=thrown, by=ruth)
    assert waits_for(tomasz) == ["Round 1 came back"]


def test_each_proposal_is_answered_before_it_is_thrown_again(thrown, tomasz, mats, ruth):
    cannot = catching.propose(catchball=thrown, by=mats, kind=Kind.CANNOT, because="No castings before May.")
    catching.throw_back(catchball=thrown, by=mats)
    catching.agree(catchball=thrown, by=ruth)
    with pytest.raises(Refused, match="answered first"):
        throwing.throw_again(catchball=thrown, by=tomasz, title="Other", due=None, targets={})
    with pytest.raises(Refused, match="Say why"):
        throwing.answer(proposal=cannot, by=tomasz, taken=False)
    throwing.answer(proposal=cannot, by=tomasz, taken=True)
    with pytest.raises(Refused, match="Not agreed yet by Mats"):
        throwing.agree_on(catchball=thrown, by=tomasz)


def test_while_it_is_with_them_who_threw_it_waits(thrown, tomasz):
    with pytest.raises(Refused, match="not with you"):
        throwing.throw_again(catchball=thrown, by=tomasz, title="Other", due=None, targets={})


def test_one_agrees_or_proposes_not_both(thrown, mats):
    with pytest.raises(Refused, match="proposed nothing"):
        catching.throw_back(catchball=thrown, by=mats)
    mine = catching.propose(catchball=thrown, by=mats, kind=Kind.CANNOT, because="No castings.")
    with pytest.raises(Refused, match="propose a change"):
        catching.agree(catchball=thrown, by=mats)
    catching.take_back(proposal=mine, by=mats)
    catching.agree(catchball=thrown, by=mats)
    assert thrown.catchers.get(person=mats).agreed == 1


@pytest.mark.parametrize(
    ("kind", "value", "words"),
    [
        (Kind.TITLE, "On-time delivery at 95%", "other words"),
        (Kind.DUE, "2027-12-31", "another day"),
        (Kind.DUE, "2027-02-31", "another day"),
        (Kind.TARGET, "95", "as it stands"),
        (Kind.TARGET, "many", "as a number"),
        (Kind.TARGET, "1e40", "too large"),
    ],
)
def test_a_proposal_changes_something(thrown, key_result, mats, kind, value, words):
    about = str(key_result.pk) if kind == Kind.TARGET else ""
    with pytest.raises(Refused, match=words):
        catching.propose(catchball=thrown, by=mats, kind=kind, value=value, key_result=about, because="So.")


def test_a_target_names_its_key_result(thrown, mats):
    with pytest.raises(Refused, match="which key result"):
        catching.propose(catchball=thrown, by=mats, kind=Kind.TARGET, value="90", key_result="x", because="So.")


def test_who_may_do_what(thrown, on_time, tomasz, mats, ruth, observer, sofia):
    with pytest.raises(NotAllowed):
        throwing.throw(objective=on_time, by=observer, people=[mats])
    for person in (observer, sofia, tomasz):
        with pytest.raises(NotAllowed):
            catching.agree(catchball=thrown, by=person)
    mine = catching.propose(catchball=thrown, by=mats, kind=Kind.CANNOT, because="No castings.")
    with pytest.raises(NotAllowed):
        catching.take_back(proposal=mine, by=ruth)
    with pytest.raises(NotAllowed):
        throwing.answer(proposal=mine, by=observer, taken=True)


def test_one_at_a_time_and_the_same_form_once(on_time, key_result, tomasz, mats):
    key = uuid4()
    for _time in range(2):
        throwing.throw(objective=on_time, by=tomasz, people=[mats], id=key)
    assert Catchball.objects.count() == 1
    with pytest.raises(Refused, match="with others already"):
        throwing.throw(objective=on_time, by=tomasz, people=[mats])


def test_a_closed_objective_is_not_thrown(on_time, tomasz, mats):
    objectives.close_objective(objective=on_time, by=tomasz, ending="reached")
    with pytest.raises(Refused, match="closed"):
        throwing.throw(objective=on_time, by=tomasz, people=[mats])


def test_without_agreement_the_objective_stays_as_it_was(thrown, on_time, tomasz, mats, ruth):
    with pytest.raises(Refused, match="Say why"):
        throwing.end(catchball=thrown, by=tomasz, because=" ")
    throwing.end(catchball=thrown, by=tomasz, because="We drop the goal.")
    throwing.end(catchball=thrown, by=tomasz, because="Again.")
    on_time.refresh_from_db()
    assert (thrown.state, thrown.because, on_time.title) == ("ended", "We drop the goal.", "On-time delivery at 95%")
    assert waits_for(mats) == []


def test_those_who_catch_see_what_is_closed_to_them_otherwise(between_two, tomasz, mats, priya):
    made = throwing.throw(objective=between_two, by=tomasz, people=[mats])
    assert Catchball.objects.visible_to(mats).get() == made
    assert not Catchball.objects.visible_to(priya).exists()
