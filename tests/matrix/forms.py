"""What is sent to each address: a form without mistakes, so that only rights decide what becomes of it."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

from consort.core import clock
from consort.core.models import Person
from consort.metrics.contexts import ticket_for
from consort.metrics.sheets.rows import Row
from tests.matrix import (
    alignment,
    carrying_out,
    chain,
    channels,
    debate,
    documents,
    exchange,
    findings,
    learning,
    mapped,
    published,
    pursuit,
    register,
    workshops,
)
from tests.matrix.people import Who
from tests.matrix.stages import input_of
from tests.matrix.world import World

Form = dict[str, Any]
Maker = Callable[[World, Any, Person | None], Form]


def form_for(endpoint: str, world: World, thing: Any, person: Person | None) -> Form:
    """The body of a POST from `person`, empty where nothing needs to be said."""
    found = FORMS.get(endpoint, {})
    return found(world, thing, person) if callable(found) else {name: _now(value) for name, value in found.items()}


def _now(value: Any) -> Any:
    return value() if callable(value) else value


def day(ahead: int) -> str:
    return (clock.today() + timedelta(days=ahead)).isoformat()


def moment() -> str:
    return f"{day(3)}T17:00"


def _partnership(world: World, _thing: Any, person: Person | None) -> Form:
    other = world.things["member"]
    return {"id": uuid4(), "people": [person.pk if person else "", other.pk], "name": "A new team"}


def _promise(world: World, _thing: Any, _person: Person | None) -> Form:
    other = world.things["member"].pk
    words = {"what": "Call the auditor", "due": day(9), "visibility": "partnership"}
    return {"id": uuid4(), "making": "promise", "other": other, **words}


def _comment(_world: World, thing: Any, _person: Person | None) -> Form:
    return {"kind": "metric", "thing": thing.pk, "id": uuid4(), "text": "Well seen"}


def _import(_world: World, metric: Any, person: Person | None) -> Form:
    rows = [Row(date(2026, 1, 5), Decimal(30), "", "")]
    return {"ticket": ticket_for(metric, person, rows)} if person else {}


def _answers(_world: World, _thing: Any, _person: Person | None) -> Form:
    return {f"answer.{name}": value for name, value in input_of(reason="Another reason").items()}


def _considerations(world: World, _thing: Any, _person: Person | None) -> Form:
    person = world.cast[Who.PARTNER].pk
    return {f"used-{person}": "unused", f"because-{person}": "The road is closed"}


def _ballot(world: World, _thing: Any, _person: Person | None) -> Form:
    voters = [world.cast[who].pk for who in (Who.OWNER, Who.OTHER)]
    return {"id": uuid4(), "proposal": "A", "voters": voters, "opens_at": moment()}


def _step(world: World, _thing: Any, _person: Person | None) -> Form:
    giver, receiver = world.cast[Who.OWNER].pk, world.cast[Who.OTHER].pk
    return {"id": uuid4(), "giver": giver, "receiver": receiver, "what": "Sell the old hall", "due": day(9)}


def _frame(_world: World, thing: Any, _person: Person | None) -> Form:
    return {"id": uuid4(), "question": "Where to?", "audience": "leaders", "revision": getattr(thing, "revision", 1)}


REASON = {"reason": "For good reason"}
METRIC = {"id": uuid4, "name": "Heat lost", "decimals": 0, "direction": "decrease", "target_high": 9}
FORMS: dict[str, Maker | Form] = {
    "theme": {"theme": "dark"},
    "weave:partnership_new": _partnership,
    "weave:partnership_charter": {"charter": "We lead together"},
    "commitments:new": _promise,
    "commitments:decline": REASON,
    "commitments:say_not_kept": REASON,
    "commitments:refuse_new_date": REASON,
    "commitments:ask_new_date": {**REASON, "id": uuid4, "asked": lambda: day(20)},
    "metrics:new": METRIC | {"visibility": "leaders"},
    "metrics:edit": METRIC | {"visibility": "leaders"},
    "metrics:reading": {"at": lambda: day(-3), "value": 28},
    "metrics:correct": {"value": 27, **REASON},
    "metrics:import": {"text": "2026-01-05,30"},
    "metrics:import_apply": _import,
    "threads:write": _comment,
    "threads:edit": {"id": uuid4, "text": "Better said"},
    "rounds:seal": _answers,
    "rounds:draft": _answers,
    "rounds:receipt": {"receipt": "AAAA-BBBB-CCCC-DDDD"},
    "rounds:move": {"opens_at": moment},
    "decisions:new": _frame,
    "decisions:edit": _frame,
    "decisions:again": {"id": uuid4, "opens_at": moment},
    "decisions:argue": {"id": uuid4, "side": "for", "text": "It is built"},
    "decisions:attach": {"id": uuid4, "title": "Quotation", "kind": "other"},
    "decisions:consider": _considerations,
    "decisions:ballot": _ballot,
    "decisions:resolve": {"option": "A", "text": "We build", "because": "It is nearer"},
    "decisions:stance": {"id": uuid4, "choice": "agree"},
    "decisions:answer": {"answer": "Turin stays the second choice"},
    "decisions:carry_out": _step,
    "decisions:settle": {"happened": "yes"},
    "decisions:lesson": {"id": uuid4, "text": "Ask earlier"},
    "decisions:close": {"verdict": "keep"},
    "organization:you": {"first_name": "Somebody", "last_name": "Else", "title": "", "time_zone": ""},
    "organization:details": {"name": "Varnholt", "short_name": "", "motto": "", "time_zone": "Europe/Berlin"},
    "organization:invite": {"id": uuid4, "people": "Anna Wójcik <anna@varnholt.example>"},
    "organization:member": {"first_name": "Jonas", "last_name": "Keller", "title": "", "department": ""},
    "organization:roles": {"is_leader": "on", "is_facilitator": "on"},
    "organization:erase": {"name": "Mats"},
    "organization:departments": {"id": uuid4, "name": "Purchasing"},
    "organization:department": {"name": "Purchasing"},
    "invitation": {"password": "a long enough sentence"},
    **alignment.FORMS,
    **exchange.FORMS,
    **published.FORMS,
    **findings.FORMS,
    **learning.FORMS,
    **mapped.FORMS,
    **pursuit.FORMS,
    **register.FORMS,
    **workshops.FORMS,
    **carrying_out.FORMS,
    **debate.FORMS,
    **chain.FORMS,
    **channels.FORMS,
    **documents.FORMS,
}
