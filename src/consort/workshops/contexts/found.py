"""What an activity brought, once it is open: the same for everybody, so it is worked out and drawn once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from consort.core.models import Person
from consort.rounds import wording as round_wording
from consort.rounds.contexts import opened
from consort.rounds.orders import comparing
from consort.rounds.orders import wording as order_wording
from consort.rounds.orders.comparing import Orders, Talk
from consort.rounds.queries import answers_of
from consort.rounds.spoken import listed
from consort.workshops.activities.questions import ORDER, POINTS
from consort.workshops.models import Activity, ActivityKind

MOST = 300
TALK_MINUTES = 10
_drawn: dict[tuple[UUID, str], SafeString] = {}
Context = dict[str, Any]


@dataclass(frozen=True)
class Brought:
    """A drawing of what opened, and its finding as a title and a sentence (empty where it has none)."""

    drawn: SafeString
    headline: str = ""
    lede: str = ""


def asked_in(activity: Activity) -> Activity | None:
    """The activity, it or what it takes up, whose answers are open."""
    found: Activity | None = activity
    while found is not None and not (found.round and found.round.is_opened):
        found = found.source
    return found


def drawn(activity: Activity) -> SafeString:
    """What its opened round brought, as everybody reads it. Opened answers never change: drawn once per language."""
    key = (activity.pk, get_language() or "")
    if key not in _drawn:
        if len(_drawn) >= MOST:
            _drawn.clear()
        _drawn[key] = mark_safe(render_to_string("workshops/found/_found.html", found(activity)))
    return _drawn[key]


def found(activity: Activity) -> Context:
    """What `workshops/found/_found.html` shows of an activity whose round is open."""
    assert activity.round
    if activity.kind == ActivityKind.RANK:
        return {"order": order(activity)}
    return {"opened": opened(activity.round, Person())}


def order(activity: Activity) -> Context:
    """One order, or two with what moved between them: METHODS section 2. No index below three people."""
    before, latest = _earlier_order(activity), activity.round
    assert latest
    titles = {each["key"]: each["label"] for each in activity.items}
    names = list(titles.values())
    summary = comparing.order_in(latest.result)
    was = comparing.order_in(before.round.result) if before and before.round else {}
    orders = comparing.orders_in(answers_of(latest), list(titles), ORDER) if latest.is_attributed else None
    people = len(orders.ranks) if orders else int(summary.get("complete") or 0)
    differing = comparing.differing(orders) if orders else []
    agreement, agreed_before = summary.get("agreement"), was.get("agreement")
    sequences = [comparing.sequence_in(each, titles) for each in ([was] if was else []) + [summary]]
    return {
        "headline": order_wording.headline(
            agreement, people, sum(each.is_open for each in differing) if orders else None
        ),
        "lede": order_wording.lede(agreement, agreed_before, people),
        "figures": order_wording.figures(agreement, agreed_before),
        "withheld": round_wording.withheld(latest) if not sequences[-1] and people != 2 else "",
        "order": sequences[-1],
        "is_pair": people == 2 and orders is not None,
        "side_by_side": comparing.side_by_side(orders, names) if orders and people == 2 else [],
        "slope": comparing.slope(sequences) if len(sequences) > 1 and all(sequences) else None,
        "heat": comparing.heat(orders, names, sequences[-1]) if orders and differing and sequences[-1] else None,
        "talks": comparing.talks(differing, orders, names, TALK_MINUTES) if orders else [],
    }


def _earlier_order(activity: Activity) -> Activity | None:
    """The first time that the same was put in order."""
    source, found = activity.source, None
    while source is not None and source.kind == ActivityKind.RANK:
        found = source if source.round and source.round.is_opened else found
        source = source.source
    return found


def speaking_order(activity: Activity) -> list[Talk]:
    """What to talk about in `activity`, and who speaks first: those farthest from the middle. Two queries at most."""
    asked = asked_in(activity)
    if asked is None or asked.round is None or not asked.round.is_attributed:
        return []
    table, titles = values_in(asked)
    differing = comparing.differing(table)
    ends = order_wording.ends_of if asked.kind == ActivityKind.RANK else _ends_of_values
    return comparing.talks(differing, table, titles, activity.minutes, ends)


def values_in(activity: Activity) -> tuple[Orders, list[str]]:
    """A row of numbers for each person who answered all of it, beside what the columns are called."""
    assert activity.round
    answers = answers_of(activity.round)
    keys, titles = [each["key"] for each in activity.items], [each["label"] for each in activity.items]
    if activity.kind == ActivityKind.RANK:
        return comparing.orders_in(answers, keys, ORDER), titles
    rows = [(each, _numbers(activity, each.answers, keys)) for each in answers]
    whole = [(each, row) for each, row in rows if row and len(row) == len(keys)]
    people = [each.person for each, _row in whole]
    return Orders(people, comparing.names_of(each for each, _row in whole), [row for _each, row in whole]), titles


def _numbers(activity: Activity, answers: Mapping[str, Any], keys: Sequence[str]) -> list[int]:
    if activity.kind == ActivityKind.ALLOCATE:
        shares = answers.get(POINTS) or {}
        return [shares[key] for key in keys if key in shares]
    given = [answers[key] for key in keys if key in answers]
    if activity.kind == ActivityKind.FROM_TO:
        return [each["to"] for each in given]
    return [each for each in given if isinstance(each, int)]


def _ends_of_values(values: Mapping[str, int]) -> str:
    """Who gives it most and who least."""
    low, high = min(values.values()), max(values.values())
    known = {
        "high": high,
        "above": listed([name for name, value in values.items() if value == high]),
        "low": low,
        "below": listed([name for name, value in values.items() if value == low]),
    }
    return capfirst(_("%(high)s from %(above)s; %(low)s from %(below)s.") % known)


def differed_most(activity: Activity) -> str:
    """Where they stood farthest apart in what `activity` takes up, for whoever leads."""
    if activity.source is None:
        return ""
    titles = [talk.title for talk in speaking_order(activity)[:2]]
    return _("Before, they differed most on %(things)s.") % {"things": listed(titles)} if titles else ""
