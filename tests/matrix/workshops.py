"""Workshops in the matrix: planned, going on, over; each activity reached the way people reach it."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

from consort.core import clock
from consort.core.models import Partnership, Person
from consort.workshops.actions import asking, grouping, leading, planning, taking_part
from consort.workshops.actions.planning import Plan
from consort.workshops.models import Activity, ActivityKind, Participant, Workshop
from consort.workshops.scripts import Script, Step, Thing
from tests.matrix.people import Cast, Who

TABLE = """
# The owner planned it and leads it; the partner and the other are invited. What is asked now is written in silence.
#                                                     observer administrator facilitator leader partner other  owner
workshops:list            GET                             sees     sees     sees     sees     sees     sees     sees
workshops:new             GET                                -        -     sees     sees     sees     sees     sees
workshops:new             POST                               -        -     does     does     does     does     does
workshops:join            GET                             sees     sees     sees     sees     sees     sees     sees
workshops:join            POST                            page     page     page     page     page     page     page
workshops:bring           GET                                -        -     sees     sees     sees     sees     sees
workshops:bring           POST                               -        -     page     page     page     page     page
workshops:ready           GET   script                    sees     sees     sees     sees     sees     sees     sees
workshops:workshop        GET   shop/closed                  -        -        -        -     sees     sees     sees
workshops:workshop        GET   shop/open                    -        -     sees     sees     sees     sees     sees
workshops:workshop        GET   shop-ended/closed            -        -        -        -     sees     sees     sees
workshops:workshop        GET   shop-ended/open              -        -     sees     sees     sees     sees     sees
workshops:workshop        GET   shop-off/closed              -        -        -        -     sees     sees     sees
workshops:workshop        GET   shop-off/open                -        -     sees     sees     sees     sees     sees
workshops:edit            GET   shop                         -        -        -        -        -        -     sees
workshops:edit            POST  shop                         -        -        -        -        -        -     does
workshops:export          GET   shop/closed                  -        -        -        -     sees     sees     sees
workshops:export          GET   shop/open                    -        -     sees     sees     sees     sees     sees
workshops:call_off        POST  shop                         -        -        -        -        -        -     does
workshops:ask_ahead       POST  shop                         -        -        -        -        -        -     does
workshops:invite          POST  shop                         -        -        -        -        -        -     does
workshops:excuse          POST  shop-live                    -        -        -        -        -        -     does
workshops:way             POST  shop                         -        -        -        -     does     does     does
workshops:activity_new    GET   shop                         -        -        -        -        -        -     sees
workshops:activity_new    POST  shop                         -        -        -        -        -        -     does
workshops:activity_edit   GET   step                         -        -        -        -        -        -     sees
workshops:activity_edit   POST  step                         -        -        -        -        -        -     does
workshops:activity_move   POST  step                         -        -        -        -        -        -     does
workshops:activity_remove POST  step                         -        -        -        -        -        -     does
workshops:room            GET   shop-live                    -        -        -        -     sees     sees     sees
workshops:screen          GET   shop-live/closed             -        -        -        -     sees     sees     sees
workshops:screen          GET   shop-live/open               -        -     sees     sees     sees     sees     sees
workshops:here            POST  shop-live                    -        -        -        -     does     does     does
workshops:leave           POST  shop-live                    -        -        -        -     does     does  refused
workshops:ahead           GET   step-ahead                   -        -        -        -     sees     sees     sees
workshops:answer          POST  step-asking                  -        -        -        -     does     does     does
workshops:unlock          POST  step-locked                  -        -        -        -     does     away     away
workshops:result          GET   step-opened/closed           -        -        -        -     sees     sees     sees
workshops:result          GET   step-opened/open             -        -     sees     sees     sees     sees     sees
workshops:heading_new     POST  shop-grouping                -        -        -        -     does     does     does
workshops:heading         POST  heading                      -        -        -        -     does     does     does
workshops:put             POST  idea                         -        -        -        -     does     does     does
workshops:commit          POST  shop-live                    -        -        -        -     does     does     does
workshops:keep            POST  shop-live                    -        -        -        -     does     does     does
workshops:lead            GET   shop-live                    -        -        -        -        -        -     sees
workshops:begin           POST  shop                         -        -        -        -        -        -     does
workshops:hold            POST  shop-live                    -        -        -        -        -        -     does
workshops:resume          POST  shop-held                    -        -        -        -        -        -     does
workshops:shorten         POST  shop-behind                  -        -        -        -        -        -     does
workshops:hand_over       POST  shop-live                    -        -        -        -        -        -     does
workshops:take_over       POST  shop-handed                  -        -        -        -     away        -     does
workshops:end             POST  shop-live                    -        -        -        -        -        -     does
workshops:reveal          POST  step-asking                  -        -        -        -        -        -     does
workshops:go_on           POST  step-asking                  -        -        -        -        -        -     does
workshops:skip            POST  step-asking                  -        -        -        -        -        -     does
workshops:extend          POST  step-asking                  -        -        -        -        -        -     does
workshops:conclude        POST  step-asking                  -        -        -        -        -        -     does
"""
OUTSIDE = """
workshops_code                       GET   key                       door          -
"""
Kind = ActivityKind
ITEMS = (Thing("Deliver on time"), Thing("Two sources"), Thing("A second line"))
SCRIPT = Script(
    "What matters",
    "One order",
    (
        Step(Kind.WRITE, "Write", 5, "What matters?"),
        Step(Kind.GROUP, "Group", 5, earlier=1),
        Step(Kind.RANK, "Rank", 5, "Which first?", items=ITEMS),
        Step(Kind.DISCUSS, "Talk", 5),
    ),
)
ORDER = {"order": {"item-1": 1, "item-2": 2, "item-3": 3}}


def things(level: str, cast: Cast, team: Partnership) -> dict[str, Any]:
    """One of each: closed to the team, or open to all leaders."""
    owner, partner = cast[Who.OWNER], cast[Who.PARTNER]
    planned, ahead, off = (_plan(level, cast, team) for _each in range(3))
    asking.ask_ahead(workshop=ahead, by=owner)
    planning.call_off(workshop=off, by=owner)
    live, locked, grouping_now, held, handed, over = (_begun(level, cast, team) for _each in range(6))
    with clock.at(clock.now() - timedelta(hours=1)):
        behind = _begun(level, cast, team)
    taking_part.answer(activity=current(locked), by=partner, answers={"words": "Pay on time\nBuild less"})
    leading.hold(workshop=held, by=owner)
    leading.hand_over(workshop=handed, to=partner, by=owner)
    Participant.objects.filter(workshop=handed).update(seen_at=clock.now() + timedelta(days=1))  # nobody is absent
    return {
        "script": {"name": "premortem"},
        "shop": planned,
        "shop-live": live,
        "shop-behind": behind,
        "shop-held": held,
        "shop-handed": handed,
        "shop-off": off,
        "step": planned.activities.get(kind=Kind.DISCUSS),
        "step-ahead": ahead.activities.get(kind=Kind.WRITE),
        "step-asking": current(live),
        "step-locked": current(locked),
        **_grouped(grouping_now, cast),
        **_ended(over, cast),
    }


def current(workshop: Workshop) -> Activity:
    found = Activity.objects.select_related("round__seal", "source").get(workshop=workshop, state__in=Activity.CURRENT)
    found.workshop = workshop
    return found


def _plan(level: str, cast: Cast, team: Partnership) -> Workshop:
    people = (cast[Who.OTHER], cast[Who.PARTNER])
    partnership = team if level == "closed" else None
    plan = Plan(SCRIPT.title, clock.now() + timedelta(days=2), people, SCRIPT.purpose, partnership)
    workshop = planning.plan_workshop(by=cast[Who.OWNER], plan=plan, script=SCRIPT)
    taking_part.choose_way(workshop=workshop, way="own_time", by=cast[Who.PARTNER])
    return workshop


def _begun(level: str, cast: Cast, team: Partnership) -> Workshop:
    workshop = _plan(level, cast, team)
    leading.begin(workshop=workshop, by=cast[Who.OWNER])
    for who in (Who.OWNER, Who.OTHER, Who.PARTNER):
        taking_part.join(workshop=workshop, by=cast[who])
    return workshop


def _grouped(workshop: Workshop, cast: Cast) -> dict[str, Any]:
    """Something is written, and under a heading."""
    owner = cast[Who.OWNER]
    taking_part.answer(activity=current(workshop), by=cast[Who.PARTNER], answers={"words": "Pay on time\nBuild less"})
    leading.go_on(activity=current(workshop), by=owner)
    heading = grouping.add_heading(workshop=workshop, title="Money", by=owner)
    idea = workshop.activities.get(kind=Kind.WRITE).ideas.first()
    return {
        "shop-grouping": workshop,
        "heading": {"id": workshop.pk, "heading": heading.pk},
        "idea": {"id": workshop.pk, "idea": idea.pk if idea else None},
    }


def _ended(workshop: Workshop, cast: Cast) -> dict[str, Any]:
    owner = cast[Who.OWNER]
    for _each in range(2):
        leading.go_on(activity=current(workshop), by=owner)
    ranking = current(workshop)
    for who in (Who.OWNER, Who.OTHER, Who.PARTNER):
        taking_part.answer(activity=ranking, by=cast[who], answers=ORDER)
    leading.end(workshop=workshop, by=owner)
    return {"shop-ended": workshop, "step-opened": ranking}


def _moment() -> str:
    return (clock.now() + timedelta(days=3)).strftime("%Y-%m-%dT%H:%M")


def _other_than(world: Any, person: Person | None) -> Person:
    partner: Person = world.cast[Who.PARTNER]
    other: Person = world.cast[Who.OTHER]
    return other if person == partner else partner


def _promise(world: Any, _thing: Any, person: Person | None) -> dict[str, Any]:
    due = (clock.today() + timedelta(days=9)).isoformat()
    return {"id": uuid4(), "what": "Call the bank", "receiver": _other_than(world, person).pk, "due": due}


def _somebody(world: Any, _thing: Any, person: Person | None) -> dict[str, Any]:
    return {"person": _other_than(world, person).pk}


def _invited(world: Any, _thing: Any, _person: Person | None) -> dict[str, Any]:
    return {"people": [world.cast[Who.LEADER].pk]}


def _heading(world: Any, thing: Any, _person: Person | None) -> dict[str, Any]:
    workshop = thing["id"] if isinstance(thing, dict) else thing.pk
    found = Activity.objects.get(workshop=workshop, kind=Kind.WRITE).headings.get()
    return {"heading": found.pk}


STEP = {"id": uuid4, "kind": "discuss", "title": "Talk it over", "minutes": 12, "names": "attributed"}
FORMS: dict[str, Any] = {
    "workshops:new": {"id": uuid4, "title": "Ours", "starts_at": _moment, "with_whom": "leaders"},
    "workshops:join": {"code": "no code"},
    "workshops:edit": {"title": "What matters most", "starts_at": _moment},
    "workshops:invite": _invited,
    "workshops:excuse": _somebody,
    "workshops:way": {"way": "remote"},
    "workshops:activity_new": STEP,
    "workshops:activity_edit": STEP,
    "workshops:activity_move": {"to": "up"},
    "workshops:answer": {"answer.words": "Keep our word"},
    "workshops:heading_new": {"title": "Word"},
    "workshops:heading": {"title": "Cash"},
    "workshops:put": _heading,
    "workshops:commit": _promise,
    "workshops:keep": {"id": uuid4, "as": "decision", "title": "Which bank?"},
    "workshops:hand_over": _somebody,
    "workshops:extend": {"minutes": 2},
    "workshops:conclude": {"conclusion": "We pay in a week"},
}
