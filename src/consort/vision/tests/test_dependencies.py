"""Dependency contracts: asked, answered, slipped, delivered; what a slip does to everything that rests on it."""

from datetime import date, timedelta
from itertools import pairwise
from uuid import uuid4

import pytest

from consort.core import clock, links
from consort.core.errors import NotAllowed, Refused
from consort.core.ledger.reading import history_of
from consort.core.models import Link
from consort.core.waiting import forget, waiting_for
from consort.vision import lateness
from consort.vision.actions import dependencies as actions
from consort.vision.contracts import MACHINE, TRANSITIONS, checked
from consort.vision.lateness import Delay, Node
from consort.vision.models import Dependency
from consort.vision.queries.dependencies import delays_in
from consort.vision.sweeping import pass_promised_days
from consort.vision.tests.conftest import MONDAY
from consort.vision.tests.pursued import *  # noqa: F403  (fixtures)

pytestmark = pytest.mark.usefixtures("_on_monday")
NEEDED = date(2026, 11, 2)
LATER = NEEDED + timedelta(days=12)


@pytest.fixture
def asked(alone, operations, engineering, tomasz) -> Dependency:
    """Operations needs drawings from Engineering for the second line."""
    return actions.ask_for(
        by=tomasz, giving=engineering, what="Drawings of the second line", needed=NEEDED, objective=alone
    )


@pytest.fixture
def promised(asked, mats) -> Dependency:
    actions.accept(dependency=asked, by=mats)
    return asked


def waits_for(person):
    forget()
    return [(item.title, item.meta) for item in waiting_for(person) if item.label == "Dependency"]


def test_the_machine_is_whole():
    with pytest.raises(ValueError, match="exactly once"):
        checked(TRANSITIONS[1:])
    assert len(MACHINE) == len(TRANSITIONS)


def test_asked_it_waits_for_those_who_lead_there(asked, alone, mats, tomasz, ingrid, priya):
    assert waits_for(mats) == [("Drawings of the second line", "Operations needs it by Mon 2 Nov")]
    assert all(waits_for(person) == [] for person in (tomasz, ingrid, priya))
    assert [tie.thing for tie in links.from_here(alone, tomasz, Link.Kind.DEPENDS_ON)] == [asked]


def test_countered_taken_delivered_confirmed(asked, mats, tomasz):
    actions.counter(dependency=asked, by=mats, what="Drawings of the frame", day=LATER, because="The rest follows.")
    assert waits_for(mats) == []
    assert waits_for(tomasz)[0][1] == "Engineering offers something else"
    actions.take_counter(dependency=asked, by=tomasz)
    assert (asked.what, asked.promised, asked.needed) == ("Drawings of the frame", LATER, NEEDED)
    actions.deliver(dependency=asked, by=mats)
    assert waits_for(tomasz)[0][1] == "Engineering says it is delivered"
    actions.not_yet(dependency=asked, by=tomasz, because="The bolts are missing.")
    assert asked.state == "accepted"
    actions.deliver(dependency=asked, by=mats)
    actions.confirm(dependency=asked, by=tomasz)
    assert waits_for(tomasz) == waits_for(mats) == []
    said = [(turn.verb, turn.person.first_name) for turn in asked.turns.all()]
    assert said == [
        ("ask", "Tomasz"), ("counter", "Mats"), ("take_counter", "Tomasz"), ("deliver", "Mats"),
        ("not_yet", "Tomasz"), ("deliver", "Mats"), ("confirm", "Tomasz"),
    ]  # fmt: skip


def test_declined_it_can_be_asked_again_or_withdrawn(asked, mats, tomasz):
    actions.decline(dependency=asked, by=mats, because="Nobody is free.")
    assert waits_for(tomasz)[0][1] == "Engineering declined"
    actions.ask_again(dependency=asked, by=tomasz, what="A sketch", day=LATER)
    assert (asked.what, asked.needed, asked.state) == ("A sketch", LATER, "asked")
    actions.withdraw(dependency=asked, by=tomasz)
    assert not asked.is_open
    assert waits_for(mats) == []


def test_each_side_has_its_own_words(asked, mats, tomasz, ingrid, observer):
    with pytest.raises(NotAllowed):
        actions.accept(dependency=asked, by=tomasz)
    with pytest.raises(NotAllowed):
        actions.withdraw(dependency=asked, by=mats)
    for person in (ingrid, observer):
        with pytest.raises(NotAllowed):
            actions.accept(dependency=asked, by=person)


def test_the_same_twice_is_done_once_and_too_late_is_refused(promised, mats, tomasz):
    actions.accept(dependency=promised, by=mats)
    assert promised.turns.filter(verb="accept").count() == 1
    with pytest.raises(Refused, match="“Promised”"):
        actions.decline(dependency=promised, by=mats, because="No.")


def test_the_same_form_twice_asks_once(alone, operations, engineering, tomasz):
    key = uuid4()
    for _time in range(2):
        actions.ask_for(by=tomasz, giving=engineering, what="Drawings", needed=NEEDED, id=key)
    assert Dependency.objects.count() == 1


def test_what_cannot_be_asked(operations, engineering, varnholt, tomasz, ingrid, observer):
    with pytest.raises(Refused, match="your own department"):
        actions.ask_for(by=tomasz, giving=operations, what="Drawings", needed=NEEDED)
    with pytest.raises(Refused, match="has passed"):
        actions.ask_for(by=tomasz, giving=engineering, what="Drawings", needed=date(2026, 10, 1))
    empty = Department.objects.create(organization=varnholt, name="Legal")  # noqa: F405
    with pytest.raises(Refused, match="Nobody leads in Legal"):
        actions.ask_for(by=tomasz, giving=empty, what="A contract", needed=NEEDED)
    for person in (ingrid, observer):
        with pytest.raises(NotAllowed):
            actions.ask_for(by=person, giving=engineering, what="Drawings", needed=NEEDED)


def test_a_later_promise_than_needed_is_a_counter(asked, mats):
    with pytest.raises(Refused, match="offer it as another day"):
        actions.accept(dependency=asked, by=mats, day=LATER)
    with pytest.raises(Refused, match="what was asked for"):
        actions.counter(dependency=asked, by=mats, what=asked.what, day=NEEDED, because="Same.")


def test_a_slip_reaches_everything_that_rests_on_it(promised, alone, mats, tomasz, ruth, varnholt):
    people = Department.objects.create(organization=varnholt, name="People")  # noqa: F405
    ruth.department = people
    ruth.save(update_fields=["department"])
    hiring = actions.ask_for(by=ruth, giving=tomasz.department, what="The shift plan", needed=date(2026, 11, 20))
    actions.accept(dependency=hiring, by=tomasz, day=date(2026, 11, 15))
    actions.rest_on(dependency=hiring, thing=alone, by=tomasz)
    assert not any(delay.days for delay in delays_in(ruth).values())
    actions.move(dependency=promised, by=mats, day=LATER, because="The tool broke.")
    delays = delays_in(ruth)
    assert delays[promised.pk].days == 12
    assert (delays[alone.pk].days, delays[alone.pk].cause) == (12, promised.pk)
    assert delays[hiring.pk].days == 7
    assert history_of(promised)[0].type == "dependency.slipped"


def test_a_promise_that_passes_in_silence_is_said_once(promised, mats):
    with clock.at(MONDAY.replace(month=11, day=3)):
        assert pass_promised_days() == 1
        assert pass_promised_days() == 0
        assert waits_for(mats)[0][1] == "Promised for Mon 2 Nov"
        assert delays_in(mats)[promised.pk].days == 1
        actions.move(dependency=promised, by=mats, day=date(2026, 11, 9), because="Soon.")
        assert waits_for(mats) == []
    assert [each.type for each in history_of(promised)].count("dependency.passed") == 1


def test_a_loop_is_refused(promised, alone, engineering, mats, tomasz):
    other = actions.ask_for(by=mats, giving=tomasz.department, what="The floor plan", needed=NEEDED)
    actions.rest_on(dependency=promised, thing=other, by=mats)
    with pytest.raises(Refused, match="rests on this one already"):
        actions.rest_on(dependency=other, thing=alone, by=tomasz)


def test_both_departments_see_it_even_when_the_objective_is_closed_to_them(
    between_two, operations, engineering, tomasz, mats, ingrid, priya
):
    made = actions.ask_for(by=tomasz, giving=engineering, what="Drawings", needed=NEEDED, objective=between_two)
    seen = [person for person in (tomasz, mats, ingrid, priya) if Dependency.objects.visible_to(person).exists()]
    assert seen == [tomasz, mats, ingrid]
    assert made.visibility == "partnership"


def test_lateness_follows_its_rule():
    a, b, c, d = (uuid4() for _each in range(4))
    day = date(2026, 11, 1)
    nodes = [
        Node(a, day, day + timedelta(days=10)),
        Node(b, day, day - timedelta(days=4)),
        Node(c, None, None),
        Node(d, day, day),
    ]
    found = lateness.delays(nodes, [(b, a), (d, b), (d, c)])
    assert found[a] == Delay(10, day + timedelta(days=10))
    assert (found[b].days, found[b].cause) == (6, a)
    assert (found[d].days, found[d].cause) == (6, b)
    assert found[c].days == 0


def test_a_loop_passes_its_delay_on_once_and_long_chains_do_not_overflow():
    keys = [uuid4() for _each in range(5000)]
    day = date(2026, 11, 1)
    nodes = [Node(key, day, day) for key in keys[:-1]] + [Node(keys[-1], day, day + timedelta(days=3))]
    ties = list(pairwise(keys))
    assert lateness.delays(nodes, ties)[keys[0]].days == 3
    assert lateness.delays(nodes, [*ties, (keys[-1], keys[0])])[keys[0]].days == 3
