"""What Today shows: what waits for the reader, how their partnerships stand, what was promised to them."""

from typing import Any

from django.contrib.humanize.templatetags.humanize import apnumber as spoken
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consort.commitments.queries import promised_to
from consort.core import clock
from consort.core.models import Partnership, Person
from consort.core.waiting import Waiting
from consort.weave.evidence import standings

PROMISES = 6


def today(person: Person, partnerships: list[Partnership], waiting: list[Waiting] | None) -> dict[str, Any]:
    """The context of Today; `waiting` is None while it has not been asked for. Runs two queries."""
    stand = list(standings(partnerships).values())
    first = max(stand, key=lambda one: (one.partnership.is_pair, one.evidence), default=None)
    promises = list(promised_to(person)[: PROMISES + 1])
    return {
        "is_known": waiting is not None,
        "waiting": [(item, number == _primary(waiting)) for number, item in enumerate(waiting or [])],
        "lede": "" if waiting is None else lede(waiting),
        "date": date_format(timezone.localtime(clock.now()), "l j F"),
        "first": first,
        "first_name": first.partnership.name_for(person) if first else "",
        "others": [(one.partnership.name_for(person), one) for one in stand if one is not first],
        "promises": promises[:PROMISES],
        "more_promises": len(promises) > PROMISES,
        "organization_topic": f"organization:{person.organization_id}",
    }


def _primary(waiting: list[Waiting] | None) -> int:
    """Which of them carries the one primary button: the first that holds up others, else the first."""
    return next((number for number, item in enumerate(waiting or []) if item.holds_up), 0)


def lede(waiting: list[Waiting]) -> str:
    """One sentence on how the day stands."""
    if not waiting:
        return _("Nothing waits for you.")
    things = ngettext("%(n)s thing waits for you", "%(n)s things wait for you", len(waiting)) % {
        "n": spoken(len(waiting))
    }
    things = f"{things[0].upper()}{things[1:]}"
    holding = sum(item.holds_up > 0 for item in waiting)
    if not holding:
        return _("%(things)s; nobody is held up.") % {"things": things}
    held = ngettext("%(n)s holds up other people", "%(n)s hold up other people", holding) % {"n": spoken(holding)}
    return f"{things}; {held}."
