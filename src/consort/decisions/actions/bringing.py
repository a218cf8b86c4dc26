"""Files brought in: read and shown first, then kept as a whole or not at all, and undone while nobody built on it."""

import zlib
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from django.db import models, transaction
from django.utils.translation import gettext as _

from consort.core import clock, seals
from consort.core.errors import Refused, refuse_unless, require
from consort.core.foreign_files import Unreadable
from consort.core.identities import made_before
from consort.core.ledger import record
from consort.core.models import Chain, Entry, Level, Link, Partnership, Person
from consort.decisions import policy
from consort.decisions.actions.importing import import_ballots
from consort.decisions.actions.records import identity_of, keep_records
from consort.decisions.actions.statements import keep_map
from consort.decisions.exchange.apart import bring
from consort.decisions.exchange.records import Record
from consort.decisions.facts import DecisionTakenOut, MapTakenOut
from consort.decisions.frames import ALL_LEADERS, Audience
from consort.decisions.models import Bringing, Decision, Method, StatementMap
from consort.rounds.models import Round

KEPT_FOR = timedelta(days=1)
SHOWN = 200


@dataclass(frozen=True)
class Choices:
    """What the file does not say: who may see it; for ballots how many are chosen, and how; for all what to call it."""

    audience: Audience = ALL_LEADERS
    title: str = ""
    seats: int = 1
    method: Method = Method.SCHULZE

    def to_json(self) -> dict[str, Any]:
        partnership = self.audience.partnership
        return {
            "level": str(self.audience.level),
            "partnership": str(partnership.pk) if partnership else "",
            "title": self.title,
            "seats": self.seats,
            "method": str(self.method),
        }

    @classmethod
    def from_json(cls, said: dict[str, Any], person: Person) -> "Choices":
        """A partnership that the person no longer sits in is none: then only they see it."""
        mine = Partnership.objects.visible_to(person)
        partnership = mine.filter(pk=said["partnership"]).first() if said["partnership"] else None
        level = Level.ME if said["partnership"] and partnership is None else Level(said["level"])
        return cls(Audience(level, partnership), said["title"], said["seats"], Method(said["method"]))


def receive(*, by: Person, file_name: str, content: bytes, choices: Choices, id: UUID | None = None) -> Bringing:
    """Read a file and keep it aside with the report. Nothing of ours changes. Raises Unreadable."""
    require(policy.may_frame(by))
    if made := made_before(Bringing.objects.visible_to(by), id):
        return made
    found = bring(content, file_name)
    bringing = Bringing(
        id=id or uuid4(),
        organization=by.organization,
        owner=by,
        visibility=Level.ME,
        kind=found["kind"],
        file_name=file_name[-200:],
        content=zlib.compress(content, 1),
        choices=choices.to_json(),
    )
    bringing.report = _report(bringing, by, found["read"])
    bringing.save(force_insert=True)
    return bringing


@transaction.atomic
def choose(*, bringing: Bringing, by: Person, choices: Choices) -> None:
    """Count the same ballots in another way before they are kept."""
    _hold(bringing, by)
    refuse_unless(bringing.kept is None, _("This file was kept already. Nothing was changed."))
    bringing.choices = choices.to_json()
    bringing.report = _report(bringing, by, None)
    bringing.save(update_fields=["choices", "report"])


@transaction.atomic
def keep(*, bringing: Bringing, by: Person) -> None:
    """Do what the report says, all of it or nothing. Twice it is done once."""
    _hold(bringing, by)
    if bringing.kept:
        return
    bringing.made = _KEEPERS[Bringing.Kind(bringing.kind)](bringing, by, Choices.from_json(bringing.choices, by))
    chain = Chain.objects.filter(organization=by.organization).first()
    bringing.entries = chain.size if chain else 0
    bringing.kept, bringing.content = clock.now(), b""
    bringing.save(update_fields=["made", "entries", "kept", "content"])


@transaction.atomic
def undo(*, bringing: Bringing, by: Person) -> None:
    """Take out what was made of a file. Refused once anybody did something with it."""
    _hold(bringing, by)
    if bringing.undone:
        return
    refuse_unless(bringing.kept is not None, _("This file was not kept. There is nothing to undo."))
    keys = [key for _kind, key in bringing.made]
    touched = Entry.objects.filter(object_id__in=keys, seq__gte=bringing.entries, organization=by.organization)
    refuse_unless(
        not touched.exists(),
        _("Something has happened since with what was brought in, so it stays. Nothing was changed."),
    )
    _take_out(keys, by)
    bringing.undone = clock.now()
    bringing.save(update_fields=["undone"])


def sweep_files() -> None:
    """What nobody kept within a day is gone."""
    Bringing.objects.filter(kept=None, brought__lt=clock.now() - KEPT_FOR).delete()


def _hold(bringing: Bringing, by: Person) -> None:
    require(bringing.owner_id == by.pk and policy.may_frame(by))
    bringing.refresh_from_db(from_queryset=Bringing.objects.select_for_update())


def _content(bringing: Bringing) -> bytes:
    return zlib.decompress(bytes(bringing.content))


def _read(bringing: Bringing) -> dict[str, Any]:
    """What the file holds. It was readable when it came."""
    try:
        found: dict[str, Any] = bring(_content(bringing), bringing.file_name)["read"]
    except Unreadable as error:
        raise Refused(f"{error.message} {_('Nothing was kept.')}") from error
    return found


def _report(bringing: Bringing, by: Person, found: dict[str, Any] | None) -> dict[str, Any]:
    match Bringing.Kind(bringing.kind):
        case Bringing.Kind.BALLOTS:
            return _report_on_ballots(bringing, by)
        case Bringing.Kind.RECORDS:
            return _report_on_records(found or _read(bringing), by)
        case Bringing.Kind.STATEMENTS:
            return _report_on_statements(found or _read(bringing))


def _report_on_ballots(bringing: Bringing, by: Person) -> dict[str, Any]:
    report = _ballots(bringing, by, Choices.from_json(bringing.choices, by), dry_run=True)
    names = ("question", "options", "ballots", "elected", "tied", "seats", "repairs", "open_seats")
    return {name: getattr(report, name) for name in names}


def _ballots(bringing: Bringing, by: Person, choices: Choices, *, dry_run: bool) -> Any:
    return import_ballots(
        by=by,
        file_name=bringing.file_name,
        content=_content(bringing),
        dry_run=dry_run,
        seats=choices.seats,
        question=choices.title,
        method=choices.method,
        audience=choices.audience,
    )


def _report_on_records(found: dict[str, Any], by: Person) -> dict[str, Any]:
    records = [Record.from_json(each) for each in found["records"]]
    there = set(
        Decision.objects.filter(pk__in=[identity_of(each, by) for each in records]).values_list("pk", flat=True)
    )
    lines = [
        {
            "title": each.title,
            "file": each.file_name,
            "standing": str(each.standing),
            "date": each.date,
            "options": len(each.alternatives),
            "chosen": each.alternatives[each.chosen].title if each.chosen is not None else "",
            "people": [*each.makers, *each.consulted, *each.informed],
            "remarks": each.remarks,
            "known": identity_of(each, by) in there,
        }
        for each in records
    ]
    new = sum(not line["known"] for line in lines)
    return {"lines": lines, "repairs": found["remarks"], "records": len(records), "new": new}


def _report_on_statements(found: dict[str, Any]) -> dict[str, Any]:
    told = [{"number": each["number"], "text": each["text"], "state": each["state"]} for each in found["statements"]]
    counts = {name: found[name] for name in ("title", "people", "cast", "replaced")}
    return {**counts, "statements": len(told), "lines": told[:SHOWN], "repairs": found["remarks"]}


def _keep_ballots(bringing: Bringing, by: Person, choices: Choices) -> list[list[str]]:
    report = _ballots(bringing, by, choices, dry_run=False)
    return [] if report.was_there else [["decision", str(report.decision.pk)]]


def _keep_records(bringing: Bringing, by: Person, choices: Choices) -> list[list[str]]:
    records = [Record.from_json(each) for each in _read(bringing)["records"]]
    return [["decision", str(made.pk)] for made in keep_records(records, by, choices.audience)]


def _keep_statements(bringing: Bringing, by: Person, choices: Choices) -> list[list[str]]:
    made = keep_map(_read(bringing), by, choices.audience, title=choices.title, source=bringing.file_name)
    return [["statement_map", str(made.pk)]]


_KEEPERS = {
    Bringing.Kind.BALLOTS: _keep_ballots,
    Bringing.Kind.RECORDS: _keep_records,
    Bringing.Kind.STATEMENTS: _keep_statements,
}


def _take_out(keys: list[str], by: Person) -> None:
    """Decisions with their rounds and ties, and maps. The ledger keeps that they were there."""
    for decision in Decision.objects.filter(pk__in=keys, organization=by.organization):
        record(DecisionTakenOut(decision.question), on=decision, by=by)
    for made in StatementMap.objects.filter(pk__in=keys, organization=by.organization):
        record(MapTakenOut(made.title), on=made, by=by)
    for round in Round.objects.filter(about_id__in=keys).select_related("seal"):
        seals.destroy(round.seal)
    Round.objects.filter(about_id__in=keys).delete()
    Link.objects.filter(models.Q(from_id__in=keys) | models.Q(to_id__in=keys)).delete()
    Decision.objects.filter(pk__in=keys).update(outcome=None)
    Decision.objects.filter(pk__in=keys).delete()
    StatementMap.objects.filter(pk__in=keys).delete()
