"""The list of commitments and its four tabs."""

from datetime import date, timedelta
from typing import Any

from django.contrib.humanize.templatetags.humanize import apnumber
from django.core.paginator import Paginator
from django.db import models
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from consort.commitments import queries
from consort.commitments.contexts.rows import Row, rows
from consort.commitments.models import Commitment
from consort.commitments.states import OPEN, State
from consort.core import clock
from consort.core.models import Partnership, Person
from consort.web.charts import Evidence

ON_A_PAGE = 100
WEEKS = 12


class Tab(models.TextChoices):
    YOURS = "yours", gettext_lazy("Yours")
    RECEIVED = "received", gettext_lazy("Promised to you")
    TEAM = "team", gettext_lazy("Your teams’")
    SETTLED = "settled", gettext_lazy("Kept and dropped")


COUNTED = (Tab.RECEIVED, Tab.TEAM)


def listing(person: Person, tab: Tab, partnership: Partnership | None, page: str) -> dict[str, Any]:
    """One tab. Runs at most four queries, and one per kind of thing carried out."""
    found = _of_tab(tab, person)
    if partnership:
        found = found.filter(partnership=partnership)
    counts = queries.counts_for(person)
    paginator = Paginator(found, ON_A_PAGE)
    if not partnership:
        paginator.count = counts[tab]  # spares the query that would count them again
    shown = paginator.get_page(page)
    lines = rows(shown.object_list, person)
    return {
        "tab": tab,
        "tabs": [(each, counts[each] if each in COUNTED else None) for each in Tab],
        "of": partnership,
        "of_name": partnership.name_for(person) if partnership else "",
        "groups": [(_("Settled"), lines)] if tab is Tab.SETTLED and lines else _groups(lines),
        "page": shown,
        "lede": lede(tab, [line.commitment for line in lines], shown.paginator.count),
        "organization_topic": f"organization:{person.organization_id}",
        **(_margin(person, [line.commitment for line in lines]) if tab is Tab.YOURS else {}),
    }


def _of_tab(tab: Tab, person: Person) -> QuerySet[Commitment]:
    match tab:
        case Tab.YOURS:
            return queries.given_by(person)
        case Tab.RECEIVED:
            return queries.promised_to(person)
        case Tab.TEAM:
            return queries.of_teams(person)
        case Tab.SETTLED:
            return queries.settled_of(person)


def _groups(lines: list[Row]) -> list[tuple[str, list[Row]]]:
    """Rows under headings, by what they ask for: answered first, then by date."""
    today = clock.today()
    week = today + timedelta(days=6 - today.weekday())
    headings = (_("Asked for"), _("Late"), _("This week"), _("Later"), _("Said done"))
    groups: dict[str, list[Row]] = {heading: [] for heading in headings}
    for line in lines:
        groups[headings[_place(line.commitment, today, week)]].append(line)
    return [(heading, found) for heading, found in groups.items() if found]


def _place(commitment: Commitment, today: date, week: date) -> int:
    if commitment.state == State.PROPOSED:
        return 0
    if commitment.state == State.SAID_DONE:
        return 4
    if commitment.state == State.MISSED or commitment.due < today:
        return 1
    return 2 if commitment.due <= week else 3


def lede(tab: Tab, commitments: list[Commitment], total: int) -> str:
    """One sentence on how things stand. With more than a page of them, all that are unsettled are counted as open."""
    if not total:
        return ""
    if tab is Tab.SETTLED:
        settled = ngettext("One is settled.", "%(n)s are settled, newest first.", total)
        return _sentence(settled % {"n": apnumber(total)})
    open_ones = [each for each in commitments if each.state in OPEN]
    number = len(open_ones) if total <= ON_A_PAGE else total
    if not number:
        return {
            Tab.YOURS: _("None of yours is open."),
            Tab.RECEIVED: _("None that was promised to you is open."),
            Tab.TEAM: _("None is open in your teams."),
        }[tab]
    said = {
        Tab.YOURS: ngettext("One of yours is open.", "%(n)s of yours are open.", number),
        Tab.RECEIVED: ngettext("One is promised to you.", "%(n)s are promised to you.", number),
        Tab.TEAM: ngettext("One is open in your teams.", "%(n)s are open in your teams.", number),
    }[tab]
    return f"{_sentence(said % {'n': apnumber(number)})} {_dates(open_ones)}"


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


def _dates(commitments: list[Commitment]) -> str:
    today = clock.today()
    due = sum(each.due == today and each.state != State.MISSED for each in commitments)
    late = sum(each.state == State.MISSED or each.due < today for each in commitments)
    words = {
        "due": ngettext("One is due today", "%(n)s are due today", due) % {"n": apnumber(due)} if due else "",
        "late": ngettext("one is late", "%(n)s are late", late) % {"n": apnumber(late)} if late else _("none is late"),
    }
    return _sentence(", ".join(filter(None, words.values()))) + "."


def _margin(person: Person, commitments: list[Commitment]) -> dict[str, Any]:
    """How the reader kept them in the last twelve weeks, and what comes soon. Runs one query."""
    today = clock.today()
    since = today - timedelta(weeks=WEEKS)
    counted = queries.counted_of_giver(person, since)
    soon = [each for each in commitments if each.state == State.ACCEPTED and today < each.due <= today + timedelta(7)]
    return {
        "record": counted.record,
        "marks": [Evidence((day - since).days / (7 * WEEKS) * 100, kind) for day, kind in counted.events],
        "marks_label": _("%(kept)d kept and %(missed)d missed in twelve weeks")
        % {"kept": counted.record.kept, "missed": counted.record.missed},
        "soon": len(soon),
    }
