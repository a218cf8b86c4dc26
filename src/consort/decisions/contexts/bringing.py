"""What the pages about files show."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consort.core.foreign_files import Unreadable
from consort.core.models import Person
from consort.decisions import policy
from consort.decisions.forms.bringing import BallotChoicesForm
from consort.decisions.models import Bringing, Decision

SHOWN, MOST = 120, 30
STANDINGS = {"decided": "done", "open": "open", "rejected": "thin"}


def home(person: Person) -> dict[str, Any]:
    """Runs one query."""
    mine = Bringing.objects.visible_to(person).filter(owner=person).defer("content", "report", "choices")
    return {
        "may_bring_in": policy.may_frame(person),
        "brought": list(mine.select_related("organization")[:MOST]),
    }


def where(error: Unreadable) -> str:
    """The sentence, with the line that is to blame before it."""
    return f"{_('Line %(line)s:') % {'line': error.line}} {error.message}" if error.line else error.message


def report(bringing: Bringing, form: BallotChoicesForm | None = None) -> dict[str, Any]:
    """The dry run, from what was read when the file came. Runs at most one query."""
    said = bringing.report
    shown = {"repairs": said.get("repairs", [])[:SHOWN], "more_repairs": max(0, len(said.get("repairs", [])) - SHOWN)}
    common = {"bringing": bringing, "said": said, **shown, "may_keep": bringing.kept is None and _does_something(said)}
    match Bringing.Kind(bringing.kind):
        case Bringing.Kind.BALLOTS:
            form = form or (BallotChoicesForm.of(bringing) if bringing.kept is None else None)
            return {**common, "form": form, "lede": _of_ballots(said)}
        case Bringing.Kind.RECORDS:
            return {**common, "lines": [_line(each) for each in said["lines"][:SHOWN]], "lede": _of_records(said)}
        case Bringing.Kind.STATEMENTS:
            return {**common, "lines": said["lines"][:SHOWN], "lede": _of_statements(said)}


def _does_something(said: dict[str, Any]) -> bool:
    return bool(said.get("new", True))


def _of_ballots(said: dict[str, Any]) -> str:
    words = {"ballots": said["ballots"], "options": len(said["options"])}
    return _("%(ballots)s ballots on %(options)s options were read and counted.") % words


def _of_records(said: dict[str, Any]) -> str:
    records = ngettext("%(n)d decision record was read", "%(n)d decision records were read", said["records"])
    if not said["new"]:
        return _("%s; all of them stand here already.") % (records % {"n": said["records"]})
    new = ngettext("%(n)d is new.", "%(n)d are new.", said["new"]) % {"n": said["new"]}
    return f"{records % {'n': said['records']}}; {new}"


def _of_statements(said: dict[str, Any]) -> str:
    words = {"people": said["people"], "statements": said["statements"], "cast": said["cast"]}
    told = _("%(cast)s votes by %(people)s people on %(statements)s statements were read.") % words
    replaced = ngettext(
        "%(n)d was replaced by a later vote of the same person.",
        "%(n)d were replaced by later votes of the same people.",
        said["replaced"],
    )
    return f"{told} {replaced % {'n': said['replaced']}}" if said["replaced"] else told


def _line(each: dict[str, Any]) -> dict[str, Any]:
    words = {"decided": _("Decided"), "open": _("A question"), "rejected": _("Holds no more")}
    options = ngettext("%(n)d option", "%(n)d options", each["options"]) % {"n": each["options"]}
    people = ", ".join(each["people"][:6])
    chosen = _("chosen: %s") % each["chosen"] if each["chosen"] else ""
    meta = " · ".join(part for part in (each["file"], each["date"], options, chosen, people) if part)
    state = ("thin", _("Stands here")) if each["known"] else (STANDINGS[each["standing"]], words[each["standing"]])
    return {"title": each["title"], "state": state[0], "word": state[1], "meta": meta, "remarks": each["remarks"]}


def where_it_went(bringing: Bringing) -> str:
    """The page that shows what was made: the one thing, or the record."""
    slug = bringing.organization.slug
    if len(bringing.made) == 1:
        kind, key = bringing.made[0]
        if kind == "statement_map":
            return reverse("decisions:map", args=[slug, key])
        decision = Decision.objects.select_related("organization").filter(pk=key).first()
        return decision.get_absolute_url() if decision else bringing.get_absolute_url()
    return bringing.get_absolute_url() if not bringing.made else reverse("decisions:record", args=[slug])


def said(bringing: Bringing) -> str:
    count = len(bringing.made)
    if not count:
        return _("Everything in the file stood here already.")
    if bringing.kind == Bringing.Kind.STATEMENTS:
        return _("The statement map was brought in.")
    return ngettext("%(n)d decision was brought in.", "%(n)d decisions were brought in.", count) % {"n": count}
