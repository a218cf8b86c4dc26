"""What the pages about files show."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from consort.core.foreign_files.tables import remarks as remarking
from consort.core.models import Person
from consort.vision.exchange.columns import MODELS
from consort.vision.exchange.items import Kind
from consort.vision.exchange.plans import Plan, Step, What
from consort.vision.exchange.stratml.tree import Node
from consort.vision.models import Source
from consort.vision.policy import exchange as policy
from consort.web.days import short

SHOWN, REMARKS = 120, 200
TITLES = {
    Kind.PURPOSE: gettext_lazy("Vision"),
    Kind.PRIORITY: gettext_lazy("Priorities"),
    Kind.OBJECTIVE: gettext_lazy("Objectives"),
    Kind.KEY_RESULT: gettext_lazy("Key results"),
    Kind.METRIC: gettext_lazy("Metrics"),
}
WORDS = {
    What.NEW: ("open", gettext_lazy("New")),
    What.CHANGED: ("caution", gettext_lazy("Changed")),
    What.SAME: ("done", gettext_lazy("Stands here")),
    What.OURS: ("done", gettext_lazy("Stays as it is")),
    What.CLOSED: ("thin", gettext_lazy("Closed here")),
    What.NOT_YOURS: ("thin", gettext_lazy("Not yours to change")),
}


@dataclass(frozen=True)
class Group:
    """The steps of one kind; `more` are not shown."""

    title: str
    lines: list[dict[str, Any]]
    summary: str
    more: int


def home(person: Person) -> dict[str, Any]:
    """Bring in, take out, and what came. Runs one query."""
    return {
        "may_bring_in": policy.may_bring_in_table(person),
        "may_bring_in_plan": policy.may_bring_in_plan(person),
        "sources": list(Source.objects.visible_to(person).select_related("organization", "owner").defer("document")),
    }


def report(plan: Plan, name: str) -> dict[str, Any]:
    """The dry run: step by step, and line by line what was mended or lost."""
    order = (Kind.PURPOSE, Kind.PRIORITY, Kind.OBJECTIVE, Kind.KEY_RESULT, Kind.METRIC)
    remarks = sorted(plan.remarks, key=lambda remark: (not remark.is_loss, remark.line))
    return {
        "name": name,
        "known": plan.source,
        "groups": [_group(kind, steps) for kind in order if (steps := plan.of(kind))],
        "does_something": plan.does_something,
        "remarks": remarks[:REMARKS],
        "more_remarks": max(0, len(remarks) - REMARKS),
        "lede": _lede(plan),
    }


def _lede(plan: Plan) -> str:
    if not plan.does_something:
        return _("Everything in the file stands here already. Nothing would be changed.")
    counts = Counter(step.what for step in plan.steps)
    readings = sum(len(step.readings) for step in plan.steps)
    words = [
        ngettext("%(n)d new", "%(n)d new", counts[What.NEW]) % {"n": counts[What.NEW]},
        ngettext("%(n)d changed", "%(n)d changed", counts[What.CHANGED]) % {"n": counts[What.CHANGED]},
        ngettext("%(n)d reading", "%(n)d readings", readings) % {"n": readings},
    ]
    return _("It would make: %s. Nothing is kept yet.") % ", ".join(words)


def _group(kind: Kind, steps: list[Step]) -> Group:
    counts = Counter(step.what for step in steps)
    summary = ", ".join(f"{count} {str(WORDS[what][1]).lower()}" for what, count in counts.items())
    first = sorted(steps, key=lambda step: not step.is_done)
    return Group(str(TITLES[kind]), [_line(step) for step in first[:SHOWN]], summary, max(0, len(steps) - SHOWN))


def _line(step: Step) -> dict[str, Any]:
    state, word = WORDS[step.what]
    notes = [_more(step)] if step.what is What.NEW else []
    if step.readings:
        notes.append(ngettext("%(n)d reading", "%(n)d readings", len(step.readings)) % {"n": len(step.readings)})
    if step.serves and step.what is not What.NEW:
        notes.append(_("tied to what it serves"))
    return {
        "title": step.item.title,
        "state": state,
        "word": word,
        "note": " · ".join(note for note in notes if note),
        "changes": step.changes,
    }


def _more(step: Step) -> str:
    """What a new thing would say, in a line."""
    columns = step.columns
    if step.item.kind is Kind.PURPOSE:
        values = ", ".join(name for name, _meaning in columns["values"])
        return " · ".join(part for part in (columns["mission"], values) if part)[:300]
    if step.item.kind in {Kind.METRIC, Kind.KEY_RESULT}:
        return _aim(step)
    leads = _("led by %s") % ", ".join(columns["leads"]) if columns.get("leads") else ""
    return " · ".join(part for part in (leads, columns.get("why", "")[:200]) if part)


def _aim(step: Step) -> str:
    columns = step.columns
    aim = columns.get("aim") or columns.get("direction")
    field = MODELS[step.item.kind]._meta.get_field("aim" if "aim" in columns else "direction")
    bounds = [bound for name in ("target_low", "target_high") if (bound := columns.get(name))]
    due = columns.get("due") or columns.get("target_date")
    day = short(date.fromisoformat(due)) if due else ""
    parts = (dict(field.choices)[aim], " – ".join(bounds), columns.get("unit", ""), day)
    return " ".join(str(part) for part in parts if part)


def source(found: Source) -> dict[str, Any]:
    """A plan that was brought in: what it became, what stays with it, what was said of it. Runs one query."""
    document = Node.from_json(found.document)
    counts = Counter(found.parts.values_list("kind", flat=True))
    remarks = remarking.from_json(found.remarks)
    return {
        "source": found,
        "counts": [(TITLES[kind], counts[kind]) for kind in TITLES if counts[kind]],
        "kept": _kept(document),
        "remarks": remarks[:REMARKS],
        "more_remarks": max(0, len(remarks) - REMARKS),
    }


def _person(submitter: Node) -> str:
    return " ".join(each.text.strip() for each in submitter.children if each.name != "Identifier" and each.text.strip())


def _kept(document: Node) -> list[tuple[str, str]]:
    """What the plan says that has no place elsewhere."""
    core = document.first("StrategicPlanCore") or Node("")
    organizations = "\n".join(each.everything() for each in core.all("Organization"))
    administrative = document.first("AdministrativeInformation") or Node("")
    submitters = ", ".join(_person(each) for each in document.all("Submitter"))
    found = [
        (_("Description"), document.said("Description")),
        (_("Other information"), document.said("OtherInformation")),
        (_("Organization"), organizations),
        (_("Published"), administrative.said("PublicationDate")),
        (_("Source"), administrative.said("Source")),
        (_("Submitted by"), submitters),
    ]
    return [(label, text.strip()) for label, text in found if text.strip()]
