"""Dependencies between departments: who owes whom an answer, what is late, and one contract with its turns."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from consort.core import clock, kinds
from consort.core.links import Tie
from consort.core.models import Department, Link, Person
from consort.rounds.wording import in_words
from consort.vision.contracts import SETTLED, Side, State, Verb
from consort.vision.lateness import NONE, Delay
from consort.vision.models import Dependency, Objective, Turn
from consort.vision.policy.dependencies import can_now, is_on, may_ask
from consort.vision.queries.dependencies import delays_in, dependencies_for, needed_by, people_of, ties_around
from consort.vision.where import dependency_verb_url
from consort.web.days import short

SHAPES = {
    State.ASKED: "open",
    State.COUNTERED: "caution",
    State.ACCEPTED: "good",
    State.DECLINED: "critical",
    State.DELIVERED: "open",
    State.CONFIRMED: "done",
    State.WITHDRAWN: "thin",
}
OWED_BY = {
    State.ASKED: Side.GIVING,
    State.COUNTERED: Side.ASKING,
    State.DECLINED: Side.ASKING,
    State.DELIVERED: Side.ASKING,
}
LABELS: dict[Verb, str | Promise] = {
    Verb.ACCEPT: gettext_lazy("Promise it"),
    Verb.COUNTER: gettext_lazy("Offer something else"),
    Verb.TAKE_COUNTER: gettext_lazy("Take the offer"),
    Verb.ASK_AGAIN: gettext_lazy("Ask again"),
    Verb.DECLINE: gettext_lazy("Decline"),
    Verb.WITHDRAW: gettext_lazy("Withdraw it"),
    Verb.MOVE: gettext_lazy("Move the day"),
    Verb.DELIVER: gettext_lazy("It is delivered"),
    Verb.TAKE_BACK: gettext_lazy("Not delivered after all"),
    Verb.NOT_YET: gettext_lazy("Something is missing"),
    Verb.CONFIRM: gettext_lazy("Confirm it"),
}
WITH_WORDS = (Verb.COUNTER, Verb.ASK_AGAIN, Verb.DECLINE, Verb.MOVE, Verb.NOT_YET)
PRIMARY = (Verb.ACCEPT, Verb.TAKE_COUNTER, Verb.DELIVER, Verb.CONFIRM)
SAID: dict[str, str | Promise] = {
    Verb.ASK: gettext_lazy("asked"),
    Verb.ACCEPT: gettext_lazy("promised"),
    Verb.COUNTER: gettext_lazy("offered instead"),
    Verb.TAKE_COUNTER: gettext_lazy("took the offer"),
    Verb.ASK_AGAIN: gettext_lazy("asked again"),
    Verb.DECLINE: gettext_lazy("declined"),
    Verb.WITHDRAW: gettext_lazy("withdrew it"),
    Verb.MOVE: gettext_lazy("moved the day"),
    Verb.DELIVER: gettext_lazy("delivered"),
    Verb.TAKE_BACK: gettext_lazy("took the delivery back"),
    Verb.NOT_YET: gettext_lazy("said what is missing"),
    Verb.CONFIRM: gettext_lazy("confirmed"),
}


@dataclass(frozen=True)
class Row:
    """A dependency in a list. `owed` says who owes an answer, and for how long."""

    dependency: Dependency
    shape: str
    word: str
    between: str
    owed: str
    day: str
    late: str


@dataclass(frozen=True)
class Act:
    """Something the reader can do. With words it has a page of its own."""

    verb: str
    label: str
    url: str
    has_page: bool
    is_primary: bool


@dataclass(frozen=True)
class Said:
    """A turn in words."""

    turn: Turn
    who: str
    did: str
    what: str
    day: str


@dataclass(frozen=True)
class Resting:
    """A thing that rests on another, or that another rests on, with what lateness does to it."""

    thing: Any
    noun: str
    late: str
    link: Link | None = None


def listing(person: Person) -> dict[str, Any]:
    """Every dependency one may see: first what waits for an answer, the longest wait first. Runs four queries."""
    every = list(dependencies_for(person))
    delays = delays_in(person)
    rows = [row(each, delays, person) for each in every]
    waiting = sorted((each for each in rows if each.owed), key=lambda each: each.dependency.since)
    promised = [each for each in rows if each.dependency.state == State.ACCEPTED]
    late = sorted((each for each in promised if each.late), key=lambda each: -_days(each, delays))
    return {
        "waiting": waiting,
        "late": late,
        "promised": [each for each in promised if not each.late],
        "settled": [each for each in rows if each.dependency.state in SETTLED],
        "matrix": _matrix(every, delays),
        "lede": _lede(waiting, late, len(every)),
        "may_ask": may_ask(person, None),
    }


def detail(dependency: Dependency, reader: Person) -> dict[str, Any]:
    """One contract. Runs at most eight queries."""
    delays = delays_in(reader)
    people = people_of([dependency.asking, dependency.giving])
    above, ties = ties_around(dependency, reader)
    gives = is_on(Side.GIVING, dependency, reader) and dependency.is_open
    return {
        "dependency": dependency,
        "row": row(dependency, delays, reader),
        "lede": _sentence(dependency),
        "late": late_words(delays.get(dependency.pk, NONE)),
        "cause": _cause(dependency, delays, [tie.thing for tie in ties]),
        "acts": acts(dependency, reader),
        "turns": [_said(turn, reader) for turn in dependency.turns.select_related("person")],
        "asking": [person for person in people if person.department_id == dependency.asking_id],
        "giving": [person for person in people if person.department_id == dependency.giving_id],
        "above": [_resting(tie, delays) for tie in above],
        "below": [_resting(tie, delays) for tie in ties],
        "may_rest": gives,
        "topic": f"dependency:{dependency.pk}",
    }


def section(objective: Objective, reader: Person) -> dict[str, Any] | None:
    """What an objective rests on, for its page; None where there is nothing and nothing can be asked. Five queries."""
    found = needed_by(objective, reader)
    asks = may_ask(reader, objective) and objective.state != Objective.State.CLOSED
    if not found and not asks:
        return None
    delays = delays_in(reader) if found else {}
    return {
        "objective": objective,
        "rows": [row(each, delays, reader) for each in found],
        "late": late_words(delays.get(objective.pk, NONE)),
        "may_ask": asks,
    }


def row(dependency: Dependency, delays: Mapping[UUID, Delay], reader: Person) -> Row:
    known = {"asking": dependency.asking.name, "giving": dependency.giving.name}
    return Row(
        dependency,
        SHAPES[State(dependency.state)],
        str(State(dependency.state).label),
        _("%(asking)s needs it from %(giving)s") % known,
        _owed(dependency, reader),
        _day_words(dependency),
        late_words(delays.get(dependency.pk, NONE)) if dependency.is_open else "",
    )


def acts(dependency: Dependency, reader: Person) -> list[Act]:
    """What the reader can do now, what moves it on first."""
    possible = sorted(can_now(dependency, reader), key=lambda verb: verb not in PRIMARY)
    if dependency.needed < clock.today():
        possible = [verb for verb in possible if verb != Verb.ACCEPT]
    first = next((verb for verb in possible if verb in PRIMARY), None)
    return [
        Act(verb, str(LABELS[verb]), dependency_verb_url(dependency, verb), verb in WITH_WORDS, verb == first)
        for verb in possible
    ]


def late_words(delay: Delay) -> str:
    """Such as "would now be 12 days late"; empty for what is not late."""
    if not delay.days:
        return ""
    return ngettext("Would now be %(n)s day late", "Would now be %(n)s days late", delay.days) % {"n": delay.days}


def _days(row: Row, delays: Mapping[UUID, Delay]) -> int:
    return delays.get(row.dependency.pk, NONE).days


def _owed(dependency: Dependency, reader: Person) -> str:
    """Who owes an answer, and since how many days."""
    side = OWED_BY.get(State(dependency.state))
    if side is None:
        return ""
    department = dependency.giving if side == Side.GIVING else dependency.asking
    days = (clock.today() - timezone.localdate(dependency.since)).days
    who = _("You owe an answer") if is_on(side, dependency, reader) else _("%s owes an answer") % department.name
    since = ngettext("for %(n)s day", "for %(n)s days", days) % {"n": days} if days else _("since today")
    return f"{who} {since}"


def _day_words(dependency: Dependency) -> str:
    needed = short(dependency.needed)
    if dependency.state in (State.ACCEPTED, State.DELIVERED, State.CONFIRMED) and dependency.promised:
        days = {"needed": needed, "promised": short(dependency.promised)}
        return _("needed %(needed)s, promised %(promised)s") % days
    return _("needed %(needed)s") % {"needed": needed}


def _sentence(dependency: Dependency) -> str:
    known = {
        "asking": dependency.asking.name,
        "giving": dependency.giving.name,
        "needed": short(dependency.needed),
        "promised": short(dependency.promised) if dependency.promised else "",
    }
    match dependency.state:
        case State.ASKED:
            return _("%(asking)s asks %(giving)s for it by %(needed)s. It has not been answered.") % known
        case State.COUNTERED:
            return _("%(giving)s offers %(asking)s something else than was asked for.") % known
        case State.ACCEPTED:
            return _("%(giving)s promised it to %(asking)s for %(promised)s; it is needed by %(needed)s.") % known
        case State.DECLINED:
            return _("%(giving)s declined; %(asking)s has to ask again or do without.") % known
        case State.DELIVERED:
            return _("%(giving)s says it is delivered; %(asking)s confirms that it is what was needed.") % known
        case State.CONFIRMED:
            return _("%(asking)s has what it needed from %(giving)s.") % known
        case _:
            return _("%(asking)s no longer needs it from %(giving)s.") % known


def _cause(dependency: Dependency, delays: Mapping[UUID, Delay], below: Sequence[Any]) -> Any:
    """What passed its delay on, as far as the reader may see it."""
    cause = delays.get(dependency.pk, NONE).cause
    return next((thing for thing in below if thing.pk == cause), None)


def _said(turn: Turn, reader: Person) -> Said:
    who = _("You") if turn.person == reader else turn.person.first_name if turn.person else _("Somebody")
    return Said(turn, who, str(SAID[turn.verb]), turn.what, short(turn.day) if turn.day else "")


def _resting(tie: Tie, delays: Mapping[UUID, Delay]) -> Resting:
    noun = str(kinds.of(tie.thing).noun)
    return Resting(tie.thing, noun, late_words(delays.get(tie.thing.pk, NONE)), tie.link)


def _matrix(every: Sequence[Dependency], delays: Mapping[UUID, Delay]) -> dict[str, Any] | None:
    """How many are open from whom to whom; None with nothing open."""
    open_ones = [each for each in every if each.is_open]
    if not open_ones:
        return None
    asking = _in_order(each.asking for each in open_ones)
    giving = _in_order(each.giving for each in open_ones)
    counted = Counter((each.asking_id, each.giving_id) for each in open_ones)
    late = Counter((each.asking_id, each.giving_id) for each in open_ones if delays.get(each.pk, NONE).days)
    rows = [(row, [(counted[row.pk, column.pk], late[row.pk, column.pk]) for column in giving]) for row in asking]
    return {"columns": giving, "rows": rows}


def _in_order(departments: Any) -> list[Department]:
    return sorted(set(departments), key=lambda department: department.name)


def _lede(waiting: Sequence[Row], late: Sequence[Row], total: int) -> str:
    if not total:
        return ""
    answers = ngettext("%(n)s waits for an answer", "%(n)s wait for an answer", len(waiting)) % _counted(waiting)
    slipped = ngettext("%(n)s is late", "%(n)s are late", max(len(late), 1)) % _counted(late)
    return _("%(answers)s, %(late)s.") % {"answers": capfirst(answers), "late": slipped}


def _counted(rows: Sequence[Row]) -> dict[str, str]:
    return {"n": in_words(len(rows)) if rows else _("none")}
