"""A record that was kept elsewhere becomes a decision of ours, with the record itself beside it."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from hashlib import sha256
from pathlib import PurePosixPath
from uuid import UUID, uuid5

from django.utils import timezone
from django.utils.translation import gettext as _

from consort.core.ledger import record as tell_ledger
from consort.core.links import tie
from consort.core.models import Link, Person
from consort.core.queries import colleagues_of
from consort.decisions.actions.framing import frame_decision
from consort.decisions.actions.moving import write
from consort.decisions.exchange.describing import madr_of
from consort.decisions.exchange.madr.options import key_of
from consort.decisions.exchange.records import Alternative, Record, Standing, unpacked
from consort.decisions.facts import DecisionBroughtIn
from consort.decisions.frames import Audience, Frame, NewOption, NewRole
from consort.decisions.models import Argument, Decision, Option, Original, Part, Side, Stage

LONGEST_TITLE, LONGEST_QUESTION = 160, 200


def identity_of(record: Record, by: Person) -> UUID:
    """The same record, brought by the same person, is the same decision."""
    return uuid5(by.pk, f"record {sha256(unpacked(record.content)).hexdigest()}")


def keep_records(records: Sequence[Record], by: Person, audience: Audience) -> list[Decision]:
    """Those that did not stand here yet, tied to what they supersede. Must run inside the action's transaction."""
    people = list(colleagues_of(by))
    there = set(
        Decision.objects.filter(pk__in=[identity_of(each, by) for each in records]).values_list("pk", flat=True)
    )
    new = [each for each in records if identity_of(each, by) not in there]
    made = [(each, _keep(each, by, people, audience)) for each in new]
    _tie(made, by)
    return [decision for _record, decision in made]


def _keep(record: Record, by: Person, people: Sequence[Person], audience: Audience) -> Decision:
    decision = frame_decision(by=by, frame=_frame(record, people, audience), id=identity_of(record, by))
    began = _moment(record.date) or decision.created
    if record.standing is Standing.OPEN:
        write(decision, created=began, reached={str(Stage.FRAME): began.isoformat()})
    else:
        _close(decision, record, began)
    _argue(decision, record)
    tell_ledger(DecisionBroughtIn(decision.question, record.file_name), on=decision, by=by)
    _keep_original(decision, record)
    return decision


def _frame(record: Record, people: Sequence[Person], audience: Audience) -> Frame:
    context = [record.context, record.drivers]
    if len(record.title) > LONGEST_QUESTION:
        context.insert(0, record.title)
    return Frame(
        question=record.title[:LONGEST_QUESTION],
        context="\n\n".join(part for part in context if part),
        options=tuple(_options(record.alternatives)),
        roles=tuple(_roles(record, people)),
        audience=audience,
    )


def _options(alternatives: Iterable[Alternative]) -> Iterable[NewOption]:
    """Titles that are too long, or the same once cut, say the rest in the detail."""
    seen: set[str] = set()
    for each in alternatives:
        title = short = each.title[:LONGEST_TITLE]
        while short.casefold() in seen:
            short = f"{title[: LONGEST_TITLE - 5]} ({len(seen)})"
        seen.add(short.casefold())
        neutral = [f"– {text}" for text in each.neutral]
        parts = [each.title if short != each.title else "", each.text, *neutral]
        yield NewOption(short, "\n\n".join(part for part in parts if part))


def _roles(record: Record, people: Sequence[Person]) -> Iterable[NewRole]:
    """Names that are known here; all others stay in the record itself."""
    given = {Part.DECIDES: record.makers, Part.INPUT: record.consulted}
    for part, names in given.items():
        yield from (NewRole(person, part) for person in people if _is_among(person, names))


def _is_among(person: Person, names: Iterable[str]) -> bool:
    known = {person.full_name.casefold(), (person.email or "").casefold()} - {""}
    return any(name.casefold() in known for name in names)


def _close(decision: Decision, record: Record, began: datetime) -> None:
    """As it was decided; what no longer holds says so."""
    options = list(Option.objects.filter(decision=decision))
    chosen = options[record.chosen] if record.chosen is not None else None
    outcome = record.outcome or (chosen.title if chosen else "") or record.status
    no_more = record.standing is Standing.REJECTED
    write(
        decision,
        stage=Stage.CLOSED,
        outcome=chosen,
        outcome_text=outcome,
        because=record.because,
        settled_how=_("State of the record: %s.") % record.status if no_more else "",
        created=began,
        reached={str(stage): began.isoformat() for stage in (Stage.FRAME, Stage.COMMIT, Stage.CLOSED)},
    )


def _moment(day: str) -> datetime | None:
    return timezone.make_aware(datetime.combine(date.fromisoformat(day), time(12))) if day else None


def _argue(decision: Decision, record: Record) -> None:
    options = list(Option.objects.filter(decision=decision))
    Argument.objects.bulk_create(
        Argument(decision=decision, option=option, side=side, text=text, made=decision.created)
        for option, each in zip(options, record.alternatives, strict=True)
        for side, texts in ((Side.FOR, each.good), (Side.AGAINST, each.bad))
        for text in texts
    )


def _keep_original(decision: Decision, record: Record) -> None:
    found = Decision.objects.get(pk=decision.pk)
    Original.objects.create(
        decision=decision,
        form=record.form,
        file_name=record.file_name[-200:],
        content=unpacked(record.content),
        written=sha256(madr_of(found).encode()).hexdigest(),
        remarks=record.remarks,
    )


def _tie(made: Sequence[tuple[Record, Decision]], by: Person) -> None:
    """What a record supersedes, or is superseded by, as far as it is found among these or those brought before."""
    known = _by_reference(made, by)
    for record, decision in made:
        for name in record.superseded_by:
            _supersede(known.get(_reference(name)), decision, by)
        for name in record.supersedes:
            _supersede(decision, known.get(_reference(name)), by)


def _supersede(newer: Decision | None, older: Decision | None, by: Person) -> None:
    if newer and older and newer.pk != older.pk:
        tie(Link.Kind.SUPERSEDES, newer, older, by=by)


def _by_reference(made: Sequence[tuple[Record, Decision]], by: Person) -> dict[str, Decision]:
    """Records by number, file and title."""
    visible = Decision.objects.visible_to(by).filter(original__isnull=False).select_related("original", "organization")
    found = {_reference(decision.original.file_name): decision for decision in visible}
    found |= {number: decision for name, decision in list(found.items()) if (number := _number(name))}
    return found | {key_of(record.title): decision for record, decision in made}


def _reference(name: str) -> str:
    """A file without its folder and ending; a number as it is, without zeros before it; else the words."""
    file = PurePosixPath(name.strip())
    if file.suffix.lower() in (".md", ".markdown"):
        return file.stem.casefold()
    return _number(name.strip().casefold().removeprefix("adr").strip(" -#")) or key_of(name)


def _number(name: str) -> str:
    digits = name.split("-", 1)[0]
    return f"no {int(digits)}" if digits.isascii() and digits.isdecimal() else ""
