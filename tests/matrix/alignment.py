"""Alignment in the matrix: pulses, recall drills, culture maps and shifts, each reached the way people reach it."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import uuid4

from consort.core import clock
from consort.core.actions.people import add_person
from consort.core.links import tie
from consort.core.models import Link, Partnership, Person
from consort.rounds.actions import open_round, seal_answers
from consort.rounds.models import Round
from consort.vision.actions import coding, cultures, drills, pulses
from consort.vision.alignment.asking import Asking
from consort.vision.alignment.items import NewItem
from consort.vision.models import Culture, Drill, Pulse
from tests.matrix.people import Cast, Who

TABLE = """
# The owner asks; the partner and the other are asked too, and they sort. The owner has not remembered anything yet.
#                                                     observer administrator facilitator leader partner other  owner
vision:alignment          GET                             sees     sees     sees     sees     sees     sees     sees
vision:alignment_methods  GET                             sees     sees     sees     sees     sees     sees     sees
vision:pulse_new          GET                                -        -     sees     sees     sees     sees     sees
vision:pulse_new          POST                               -        -     does     does     does     does     does
vision:pulse              GET   pulse/closed                 -        -        -        -     sees     sees     sees
vision:pulse              GET   pulse/open                   -        -     sees     sees     sees     sees     sees
vision:pulse              GET   pulse-opened/closed          -        -        -        -     sees     sees     sees
vision:pulse              GET   pulse-opened/open            -        -     sees     sees     sees     sees     sees
vision:pulse_remember     POST  pulse                        -        -        -        -     away     away     does
vision:pulse_keep         POST  pulse                        -        -        -        -     does     does  refused
vision:pulse_seal         POST  pulse                        -        -        -        -     does     does  refused
vision:pulse_again        POST  pulse-opened/closed          -        -        -        -        -        -     does
vision:pulse_again        POST  pulse-opened/open            -        -     does        -        -        -     does
vision:pulse_end          POST  pulse-opened/closed          -        -        -        -        -        -     does
vision:pulse_end          POST  pulse-opened/open            -        -     does        -        -        -     does
vision:drill_new          GET                                -        -     sees     sees     sees     sees     sees
vision:drill_new          POST                               -        -     does     does     does     does     does
vision:drill              GET   drill/closed                 -        -        -        -     sees     sees     sees
vision:drill              GET   drill/open                   -        -     sees     sees     sees     sees     sees
vision:drill              GET   drill-settling/closed        -        -        -        -     sees     sees     sees
vision:drill              GET   drill-settling/open          -        -     sees     sees     sees     sees     sees
vision:drill_code         GET   drill-sorting                -        -        -        -     sees     sees        -
vision:drill_code         POST  drill-sorting                -        -        -        -     does     does        -
vision:drill_hand_in      POST  drill-sorting                -        -        -        -  refused     does        -
vision:drill_settle       GET   drill-settling/closed        -        -        -        -     sees     sees     sees
vision:drill_settle       GET   drill-settling/open          -        -     sees        -     sees     sees     sees
vision:drill_settle       POST  drill-settling/closed        -        -        -        -     does     does     does
vision:drill_settle       POST  drill-settling/open          -        -     does        -     does     does     does
vision:culture_new        GET                                -        -     sees     sees     sees     sees     sees
vision:culture_new        POST                               -        -     does     does     does     does     does
vision:culture            GET   culture/closed               -        -        -        -     sees     sees     sees
vision:culture            GET   culture/open                 -        -     sees     sees     sees     sees     sees
vision:culture_keep       POST  culture-statement/closed     -        -        -        -     does     does     does
vision:culture_keep       POST  culture-statement/open       -        -     does     does     does     does     does
vision:shift_choose       GET   culture/closed               -        -        -        -     sees     sees     sees
vision:shift_choose       GET   culture/open                 -        -     sees     sees     sees     sees     sees
vision:shift_choose       POST  culture/closed               -        -        -        -     does     does     does
vision:shift_choose       POST  culture/open                 -        -     does     does     does     does     does
vision:shift_order        POST  culture/closed               -        -        -        -     does     does     does
vision:shift_order        POST  culture/open                 -        -     does     does     does     does     does
vision:shift              GET   shift/closed                 -        -        -        -     sees     sees     sees
vision:shift              GET   shift/open                   -        -     sees     sees     sees     sees     sees
vision:shift_change       GET   shift/closed                 -        -        -        -     sees     sees     sees
vision:shift_change       GET   shift/open                   -        -     sees     sees     sees     sees     sees
vision:shift_change       POST  shift/closed                 -        -        -        -     does     does     does
vision:shift_change       POST  shift/open                   -        -     does     does     does     does     does
vision:shift_drop         POST  shift/closed                 -        -        -        -     does     does     does
vision:shift_drop         POST  shift/open                   -        -     does     does     does     does     does
vision:shift_check        POST  shift/closed                 -        -        -        -     does     does     does
vision:shift_check        POST  shift/open                   -        -     does     does     does     does     does
vision:shift_untie        POST  shift-link/closed            -        -        -        -     does     does     does
vision:shift_untie        POST  shift-link/open              -        -     does     does     does     does     does
"""
ITEMS = [NewItem(title) for title in ("On-time delivery", "Two sources", "Heat contracts")]
PAIRS = [("At the top", "Near the machine"), ("Rules", "Judgement"), ("Meetings inform", "Meetings decide")]
ASKED = (Who.OWNER, Who.OTHER, Who.PARTNER)
SORTING = (Who.OTHER, Who.PARTNER)
LONG = timedelta(days=30)


def things(level: str, cast: Cast, team: Partnership, decision: Any) -> dict[str, Any]:
    """One of each: closed to the team, or open to all leaders."""
    partnership = team if level == "closed" else None
    asking = Asking([cast[who] for who in ASKED], clock.now() + LONG, partnership)
    crowd = Asking([*asking.people, *_crowd(cast, level)], asking.opens_at, partnership)
    opened = _pulse(cast, asking)
    for who in ASKED:
        answer_pulse(opened, cast[who])
    waiting = _pulse(cast, asking)
    answer_pulse(waiting, cast[Who.PARTNER])
    pulses.remember(pulse=waiting, by=cast[Who.OTHER], words=["delivery"])
    culture = _culture(cast, asking)
    shift, _second = culture.shifts.all()
    link = tie(Link.Kind.SERVES, decision, shift, by=cast[Who.OWNER])
    return {
        "pulse": waiting,
        "pulse-opened": opened,
        "drill": _drill(cast, crowd),
        "drill-sorting": _sorting(cast, crowd),
        "drill-settling": _settling(cast, crowd),
        "culture": culture,
        "culture-statement": {"id": culture.pk, "statement": culture.statements.all()[0].pk},
        "shift": shift,
        "shift-link": {"id": shift.pk, "link": link.pk},
    }


def _crowd(cast: Cast, level: str) -> Sequence[Person]:
    """Enough people for answers without names to be shown."""
    by = cast[Who.ADMINISTRATOR]
    names = [f"{level}{number}" for number in range(3)]
    return [add_person(by=by, first_name=name, last_name="", email=f"{name}@varnholt.example") for name in names]


def _pulse(cast: Cast, asking: Asking) -> Pulse:
    return pulses.start_pulse(by=cast[Who.OWNER], title="Priorities", items=ITEMS, asking=asking)


def answer_pulse(pulse: Pulse, person: Person, words: str = "delivery") -> None:
    """Remember something and put the list in order."""
    pulses.remember(pulse=pulse, by=person, words=[words])
    places = {"item-1": 1, "item-2": 2, "item-3": 3}
    pulses.give_order(pulse=pulse, by=person, places=places, matches={"match-1": "item-1"})


def _drill(cast: Cast, crowd: Asking) -> Drill:
    coders = [cast[who] for who in SORTING]
    title = "What are we after?"
    return drills.start_drill(by=cast[Who.OWNER], title=title, items=ITEMS, enough=2, asking=crowd, coders=coders)


def asking_of(thing: Pulse | Drill | Culture) -> Round:
    """The round that is being answered."""
    return Round.objects.get(about_id=thing.pk, state=Round.State.ASKING)


def answer_drill(drill: Drill, person: Person, text: str) -> None:
    seal_answers(round=asking_of(drill), by=person, answers={"claimed": 2, "recalled": text})


def _sorting(cast: Cast, crowd: Asking) -> Drill:
    """All have answered; the other has sorted everything."""
    drill = _drill(cast, crowd)
    for person in crowd.people[:-1]:
        answer_drill(drill, person, "deliver on time")
    open_round(asking_of(drill), by=cast[Who.OWNER])
    _sort(drill, cast[Who.OTHER], 1)
    return drill


def _sort(drill: Drill, coder: Person, position: int) -> None:
    for wording in drill.wordings.all():
        coding.code(wording=wording, by=coder, item=drill.items.get(position=position))


def _settling(cast: Cast, crowd: Asking) -> Drill:
    """The two differ."""
    drill = _sorting(cast, crowd)
    _sort(drill, cast[Who.PARTNER], 2)
    for who in SORTING:
        coding.hand_in(drill=drill, by=cast[who])
    return drill


def _culture(cast: Cast, asking: Asking) -> Culture:
    """All have answered, and two shifts are chosen."""
    owner, named = cast[Who.OWNER], Culture.Mode.ATTRIBUTED
    culture = cultures.start_culture(by=owner, title="How we work", pairs=PAIRS, asking=asking, mode=named)
    answers = {f"statement-{number}": {"from": 2, "to": 6} for number in range(1, 4)}
    for person in asking.people:
        seal_answers(round=asking_of(culture), by=person, answers=answers)
    for start, goal in PAIRS[:2]:
        cultures.choose_shift(culture=culture, by=owner, shift=cultures.NewShift(start, goal))
    return culture


def _moment() -> str:
    return (clock.now() + LONG).strftime("%Y-%m-%dT%H:%M")


def _group(_world: Any, _thing: Any, _person: Person | None) -> dict[str, Any]:
    return {"id": uuid4(), "title": "Ours", "whom": "leaders", "mode": "attributed", "opens_at": _moment()}


def _new_pulse(*given: Any) -> dict[str, Any]:
    return _group(*given) | {"items": "One\nTwo\nThree"}


def _new_culture(*given: Any) -> dict[str, Any]:
    return _group(*given) | {"months": 24, "statements": "a – b\nc – d\ne – f"}


def _new_drill(world: Any, *given: Any) -> dict[str, Any]:
    coders = {"first": world.cast[Who.OTHER].pk, "second": world.cast[Who.LEADER].pk}
    return _group(world, *given) | coders | {"items": "One\nTwo", "enough": 1}


def _wording(_world: Any, drill: Drill, _person: Person | None) -> dict[str, Any]:
    return {"wording": drill.wordings.all()[0].pk, "item": 3}


def _order(_world: Any, culture: Culture, _person: Person | None) -> dict[str, Any]:
    shifts = list(culture.shifts.all())
    return {f"order:{shift.pk}": len(shifts) - place for place, shift in enumerate(shifts)}


def _check(world: Any, _thing: Any, _person: Person | None) -> dict[str, Any]:
    return {"thing": world.things["decision-execute/open"].pk, "kind": "conflicts_with"}


SHIFT = {"id": uuid4, "start": "By rule", "goal": "By judgement"}
PLACES = {"order:item-1": 3, "order:item-2": 2, "order:item-3": 1}
FORMS: dict[str, Any] = {
    "vision:pulse_new": _new_pulse,
    "vision:pulse_remember": {"words": "sources"},
    "vision:pulse_keep": PLACES,
    "vision:pulse_seal": PLACES,
    "vision:pulse_again": {"id": uuid4, "opens_at": _moment},
    "vision:drill_new": _new_drill,
    "vision:drill_code": _wording,
    "vision:drill_settle": _wording,
    "vision:culture_new": _new_culture,
    "vision:culture_keep": {"kept": "yes"},
    "vision:shift_choose": SHIFT,
    "vision:shift_order": _order,
    "vision:shift_change": SHIFT,
    "vision:shift_check": _check,
}
