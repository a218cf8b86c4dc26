"""How decisions speak of days, people and what comes next."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from django.contrib.humanize.templatetags.humanize import apnumber
from django.utils import formats, timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consort.core import clock
from consort.core.models import Person
from consort.decisions.models import Decision, Part, Role, Stage
from consort.web.days import exact, short


def short_day(moment: date | datetime | None) -> str:
    """Such as "15 Oct", or "Oct 27" in another year: how a stage is dated."""
    if moment is None:
        return ""
    local = timezone.localtime(moment).date() if isinstance(moment, datetime) else moment
    return formats.date_format(local, "j M" if local.year == clock.today().year else "M y")


def names(people: Iterable[Person], reader: Person | None = None) -> str:
    """First names in one phrase; the reader is "you"."""
    first = [_("you") if person == reader else person.first_name for person in people]
    if len(first) < 2:
        return "".join(first)
    return _("%(others)s and %(last)s") % {"others": ", ".join(first[:-1]), "last": first[-1]}


def holders(roles: Iterable[Role], part: Part) -> list[Person]:
    return [role.person for role in roles if role.part == part]


def who_decides(decision: Decision, reader: Person) -> str:
    """The line below a question: "Ingrid and Tomasz decide; Priya must agree"."""
    roles = list(decision.roles.all())
    deciders, must = holders(roles, Part.DECIDES), holders(roles, Part.AGREES)
    if not deciders:
        return _("Decided elsewhere") if decision.is_decided else _("Nobody decides yet")
    return "; ".join(
        line for line in (_deciding(decision, deciders, reader), _agreeing(decision, must, reader)) if line
    )


def _deciding(decision: Decision, deciders: Sequence[Person], reader: Person) -> str:
    who = {"names": capfirst(names(deciders, reader))}
    if decision.is_decided:
        return _("%(names)s decided") % who
    if list(deciders) == [reader]:
        return _("You decide")
    return ngettext("%(names)s decides", "%(names)s decide", len(deciders)) % who


def _agreeing(decision: Decision, must: Sequence[Person], reader: Person) -> str:
    return "" if decision.is_decided or not must else _("%(names)s must agree") % {"names": names(must, reader)}


def stage_date(decision: Decision, stage: Stage) -> str:
    """The date that stands under a stage: when it was done, else until when it is meant to be."""
    until = {
        Stage.INPUT: decision.input_closes,
        Stage.DEBATE: decision.debate_until,
        Stage.RESOLVE: decision.resolve_by,
        Stage.COMMIT: decision.commit_by,
        Stage.EXECUTE: decision.review_on,
        Stage.REVIEW: decision.review_on,
    }.get(stage)
    ended = _ended(decision, stage)
    if ended:
        return short_day(ended)
    if decision.stage != stage or until is None:
        return short_day(until)
    if stage == Stage.INPUT:
        return _("closes %(day)s") % {"day": short(until)}
    if stage == Stage.REVIEW:
        return short_day(until)
    return _("until %(day)s") % {"day": short_day(until)}


def _ended(decision: Decision, stage: Stage) -> datetime | None:
    """When the decision left `stage` behind, None while it has not."""
    order = list(Stage)
    here = order.index(Stage(decision.stage))
    if order.index(stage) >= here or not decision.began(stage):
        return None
    later = [decision.began(each) for each in order[order.index(stage) + 1 : here + 1]]
    return next((moment for moment in later if moment), None)


def next_date(decision: Decision) -> str:
    """What the list says at the end of a row: by when the present stage is meant to end."""
    match Stage(decision.stage):
        case Stage.FRAME:
            return _("since %(day)s") % {"day": short_day(decision.created)}
        case Stage.INPUT:
            return _("by %(when)s") % {"when": exact(decision.input_closes)} if decision.input_closes else ""
        case Stage.DEBATE:
            return _("until %(day)s") % {"day": short(decision.debate_until)} if decision.debate_until else ""
        case Stage.RESOLVE:
            return _("by %(day)s") % {"day": short(decision.resolve_by)} if decision.resolve_by else ""
        case Stage.COMMIT:
            return _("by %(day)s") % {"day": short(decision.commit_by)} if decision.commit_by else ""
        case Stage.EXECUTE:
            return _("to %(day)s") % {"day": short(decision.review_on)} if decision.review_on else ""
        case Stage.REVIEW:
            return _("due %(day)s") % {"day": short(decision.review_on)} if decision.review_on else ""
        case Stage.CLOSED:
            return short(decision.began(Stage.CLOSED))


def standing(decision: Decision) -> str:
    """How it stands, beside things of other kinds: "in execution", "input closes Thu 15 Oct"."""
    match Stage(decision.stage):
        case Stage.FRAME:
            return _("framed %(day)s") % {"day": short_day(decision.began(Stage.FRAME) or decision.created)}
        case Stage.INPUT:
            return _("input closes %(day)s") % {"day": short(decision.input_closes)}
        case Stage.DEBATE:
            return (
                _("debate until %(day)s") % {"day": short(decision.debate_until)}
                if decision.debate_until
                else _("debate")
            )
        case Stage.RESOLVE:
            return _("to be decided")
        case Stage.COMMIT:
            return _("decided %(day)s") % {"day": short_day(decision.began(Stage.COMMIT))}
        case Stage.EXECUTE:
            return _("in execution")
        case Stage.REVIEW:
            return _("review due")
        case Stage.CLOSED:
            return (
                _("dropped")
                if decision.is_dropped
                else _("reviewed %(day)s") % {"day": short_day(decision.began(Stage.CLOSED))}
            )


def in_words(number: int) -> str:
    """ "seven", "12"."""
    return str(apnumber(number))
