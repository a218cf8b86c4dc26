"""What the lists of decisions show."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from django.utils import formats, timezone
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consort.core.models import Partnership, Person
from consort.decisions import policy, queries
from consort.decisions.drawing import progress
from consort.decisions.models import Decision, Stage
from consort.decisions.waiting import waiting_for
from consort.decisions.wording import in_words, next_date, who_decides
from consort.rounds.queries import open_rounds_for
from consort.web.days import short

MOST = 100


@dataclass(frozen=True)
class Row:
    """A decision in a list. `action` is what the reader is asked to do, else the name of the stage."""

    decision: Decision
    meta: str
    drawing: SafeString
    action: str
    when: str


def in_progress(reader: Person, words: str, partnership: Partnership | None) -> dict[str, Any]:
    """What waits for the reader first, then the rest."""
    waits = _waits(reader)
    decisions = _narrowed(queries.ahead(reader), reader, words, partnership)
    rows = [_row(each, reader, waits.get(each.get_absolute_url(), "")) for each in decisions]
    mine = [row for row in rows if row.decision.get_absolute_url() in waits]
    common = _common(reader, words, partnership)
    return common | {
        "tab": "ahead",
        "mine": mine,
        "others": [row for row in rows if row not in mine],
        "waiting": len(waits),
        "sentence": _sentence(common["counts"], len(waits)),
    }


def record(
    reader: Person, words: str, partnership: Partnership | None, wish: queries.Wish = queries.EVERYTHING, page: int = 1
) -> dict[str, Any]:
    """What has been decided, month by month."""
    found = queries.narrowed(queries.recorded(reader), wish)
    decisions = list(_narrowed(found, reader, words, partnership, page))
    newer = queries.superseding(decisions, reader)
    rows = [_recorded(each, reader, newer.get(each.pk)) for each in decisions[:MOST]]
    return _common(reader, words, partnership) | {
        "tab": "record",
        "months": [(month, list(group)) for month, group in groupby(rows, _month)],
        "is_narrowed": bool(words or wish),
        "earlier": page - 1 if page > 1 else None,
        "older": page + 1 if len(decisions) > MOST else None,
        "sentence": _("What was decided, by whom and why. Each record can be printed."),
    }


def _recorded(decision: Decision, reader: Person, newer: Decision | None) -> Row:
    row = _row(decision, reader)
    decided = decision.began(Stage.COMMIT) or decision.began(Stage.CLOSED)
    action = _("Superseded by %(label)s") % {"label": newer.label} if newer else row.action
    return replace(row, action=action, when=short(decided))


def _month(row: Row) -> str:
    return formats.date_format(timezone.localtime(row.decision.created), "F Y")


def reviews(reader: Person, words: str, partnership: Partnership | None) -> dict[str, Any]:
    """What is to be looked back on, and what was learned."""
    decisions = list(_narrowed(queries.reviews(reader), reader, words, partnership))
    now = [each for each in decisions if each.stage == Stage.REVIEW]
    to_come = [each for each in decisions if each.stage == Stage.EXECUTE]
    done = [each for each in decisions if each.stage == Stage.CLOSED]
    return _common(reader, words, partnership) | {
        "tab": "reviews",
        "now": [_row(each, reader) for each in now],
        "to_come": [_row(each, reader) for each in to_come],
        "done": [_reviewed(each, reader) for each in reversed(done)],
        "sentence": _("The process is judged first; only then do outcomes count."),
    }


def _waits(reader: Person) -> dict[str, str]:
    """What the reader is asked to do, by the address of the decision. Runs two queries."""
    waits = {item.url: item.action for item in waiting_for(reader)}
    asked = open_rounds_for(reader).filter(about_kind="decision").values("about_id")
    verbs = {Stage.RESOLVE: _("Vote"), Stage.REVIEW: _("Judge how we decided")}
    for decision in Decision.objects.filter(pk__in=asked).select_related("organization"):
        waits[decision.get_absolute_url()] = verbs.get(Stage(decision.stage), _("Give your input"))
    return waits


def _narrowed(
    decisions: Any, reader: Person, words: str, partnership: Partnership | None, page: int = 1
) -> Iterable[Decision]:
    """A page of them, and one more where there is one."""
    if partnership is not None:
        shared = queries.decisions_of(partnership, reader).values("pk")
        decisions = decisions.filter(pk__in=shared)
    found: Iterable[Decision] = queries.matching(decisions, words, reader)[MOST * (page - 1) : MOST * page + 1]
    return found


def _common(reader: Person, words: str, partnership: Partnership | None) -> dict[str, Any]:
    return {
        "words": words,
        "partnership": partnership,
        "partnership_name": partnership.name_for(reader) if partnership else "",
        "counts": queries.counts(reader),
        "may_frame": policy.may_frame(reader),
    }


def _row(decision: Decision, reader: Person, action: str = "") -> Row:
    meta = _meta(decision, reader)
    stage = _("Dropped") if decision.is_dropped else str(Stage(decision.stage).label)
    return Row(decision, meta, progress(decision.stage), action or stage, next_date(decision))


def _reviewed(decision: Decision, reader: Person) -> Row:
    verdict = decision.review.get_verdict_display() if hasattr(decision, "review") else _("Closed")
    meta = _meta(decision, reader)
    return Row(decision, meta, progress(decision.stage), verdict, short(decision.began(Stage.CLOSED)))


def _meta(decision: Decision, reader: Person) -> str:
    meta = f"{decision.label}. {who_decides(decision, reader)}"
    return f"{meta}. {_('Carried out differently')}" if decision.differs_since else meta


def _sentence(counts: queries.Counts, waiting: int) -> str:
    """ "Seven in progress. Two wait for you. The median takes 17 days from question to commitment." """
    sentences = [_ahead(counts.ahead)]
    if waiting:
        wait = ngettext("%(n)s waits for you.", "%(n)s wait for you.", waiting)
        sentences.append(wait % {"n": capfirst(in_words(waiting))})
    if counts.days is not None:
        median = ngettext(
            "The median takes %(n)s day from question to commitment.",
            "The median takes %(n)s days from question to commitment.",
            counts.days,
        )
        sentences.append(median % {"n": counts.days})
    return " ".join(sentences)


def _ahead(count: int) -> str:
    if not count:
        return _("Nothing is in progress.")
    return ngettext("%(n)s in progress.", "%(n)s in progress.", count) % {"n": capfirst(in_words(count))}
