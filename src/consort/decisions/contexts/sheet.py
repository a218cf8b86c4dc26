"""The whole record of a decision as a sheet for printing: what `whole` shows, in words alone."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from consort.core import clock
from consort.core.models import Person
from consort.decisions.contexts.whole import whole
from consort.decisions.models import Decision
from consort.web.days import exact, short
from consort.web.pdf import Block, Sheet


def sheet(decision: Decision, reader: Person) -> Sheet:
    """What has been opened, as far as the reader may see it."""
    found = whole(decision, reader)
    return Sheet(
        title=decision.question,
        over=f"{reader.organization.name} · {decision.label}",
        lede=decision.context,
        blocks=list(_blocks(decision, found)),
        footer=_("%(label)s, printed %(day)s") % {"label": decision.label, "day": short(clock.now())},
    )


def _blocks(decision: Decision, found: dict[str, Any]) -> Iterator[Block]:
    if decision.is_decided:
        because = [f"{_('Because:')} {decision.because}"] if decision.because else []
        texts = [*because, *([decision.settled_how] if decision.settled_how else [])]
        yield Block(_("What we decided, and why"), texts, quote=decision.outcome_text)
    yield Block(_("How it stands"), facts=list(_facts(decision, found)))
    yield from _options(found)
    yield from _said(found)
    if stood := [*map(_stance, found["agreed"]), *map(_stance, found["differed"])]:
        yield Block(_("Where each of us stood"), rows=stood)
    if found["forecasts"]:
        rows = [(short(each.resolves_on), each.statement) for each in found["forecasts"]]
        yield Block(_("What should come true"), rows=rows)
    if found["lessons"]:
        yield Block(_("What we take from it"), rows=[(each.change, each.text) for each in found["lessons"]])
    yield Block(_("What happened when"), facts=[(exact(each.time), each.sentence) for each in found["history"]])


def _facts(decision: Decision, found: dict[str, Any]) -> Iterator[tuple[str, str]]:
    yield _("Stage"), _("Dropped") if decision.is_dropped else decision.get_stage_display()
    for part, who in found["roles"]:
        yield str(part), str(who)
    yield _("Decided by"), decision.get_method_display()
    if decision.way_back:
        yield _("Way back"), decision.way_back
    for label, name in ((_("Supersedes"), "supersedes"), (_("Superseded by"), "superseded_by")):
        for each in getattr(found["ties"], name):
            yield label, f"{each.label} {each.question}"


def _options(found: dict[str, Any]) -> Iterator[Block]:
    options = found["columns"]
    if not options:
        return
    rows = [(option.name, option.detail) for option in options]
    if found["rows"]:
        heads = ["", *(option.name for option in options)]
        yield Block(_("Options"), table=[heads, *([row.criterion, *row.cells] for row in found["rows"])])
    else:
        yield Block(_("Options"), rows=rows)


def _said(found: dict[str, Any]) -> Iterator[Block]:
    sides = (_("For"), _("Against"))
    for option, *groups in found["arguments"]:
        title = option.name if option else _("The question as a whole")
        rows = [
            (side, each.text) for side, said in zip(sides, groups, strict=True) for each in said if not each.withdrawn
        ]
        if rows:
            yield Block(title, rows=rows)
    if found["considerations"]:
        answers = {True: _("Used"), False: _("Not used")}
        rows = [
            (each.person.first_name, ": ".join(part for part in (answers[each.used], each.because) if part))
            for each in found["considerations"]
        ]
        yield Block(_("Each input, answered"), rows=rows)
    if found["evidence"]:
        rows = [(each.title, " ".join(part for part in (each.source, each.note) if part)) for each in found["evidence"]]
        yield Block(_("What it rests on"), rows=rows)


def _stance(stance: Any) -> tuple[str, str]:
    said = stance.get_choice_display()
    return stance.person.full_name, f"{said}: “{stance.reason}”" if stance.reason else said
