"""Ballots from a file become a ranked decision, through the same actions that the pages use."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid5

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consort.core import clock
from consort.core.errors import Refused, refuse_unless, require
from consort.core.foreign_files import Unreadable
from consort.core.models import Person
from consort.decisions import policy
from consort.decisions.actions.asking import call_ballot, go_to_ballot
from consort.decisions.actions.framing import frame_decision
from consort.decisions.actions.moving import hold, tell
from consort.decisions.actions.resolving import resolve
from consort.decisions.counting import count_ranked
from consort.decisions.facts import DecisionImported
from consort.decisions.frames import ALL_LEADERS, Audience, Frame, NewOption, NewRole
from consort.decisions.models import RANKED, Decision, Method, Option, Part, letter_of
from consort.decisions.parsing import Parsed, parse
from consort.rounds import actions as rounds
from consort.rounds.models import FLOOR


@dataclass(frozen=True)
class ImportReport:
    """What was read and mended, and what the count says. `decision` is None for a dry run.

    `elected` and `tied` are names in order; `tied` tie for the `open_seats` that are left.
    """

    question: str
    options: list[str]
    ballots: int
    elected: list[str]
    tied: list[str]
    seats: int
    repairs: list[str] = field(default_factory=list)
    decision: Decision | None = None
    was_there: bool = False

    @property
    def open_seats(self) -> int:
        return self.seats - len(self.elected)


@transaction.atomic
def import_ballots(
    *,
    by: Person,
    file_name: str,
    content: bytes,
    dry_run: bool,
    seats: int = 1,
    question: str = "",
    method: Method = Method.SCHULZE,
    audience: Audience = ALL_LEADERS,
) -> ImportReport:
    """Read a Kubernetes, PrefLib or BLT file into a decision with its ballots. All or nothing; twice makes it once.

    Ballots that rank nothing are abstentions. Where the count ties, the decision waits to be settled by its
    decider. Raises Refused with the reason and the line when the file cannot be read.
    """
    require(policy.may_frame(by))
    parsed = _parsed(content, file_name)
    _check(parsed, seats, method)
    report = _counted(parsed, file_name, seats, question, method)
    if dry_run:
        return report
    identity = _identity(by, content, seats, method)
    made = Decision.objects.filter(pk=identity).select_related("organization").first()
    decision = made or _make(by, identity, parsed, report, method, file_name, audience)
    return ImportReport(**{**vars(report), "decision": decision, "was_there": made is not None})


def _parsed(content: bytes, file_name: str) -> Parsed:
    try:
        return parse(content, file_name)
    except Unreadable as error:
        where = _("Line %(line)s: ") % {"line": error.line} if error.line else ""
        raise Refused(f"{where}{error.message} {_('Nothing was imported.')}") from error


def _check(parsed: Parsed, seats: int, method: Method) -> None:
    cast = sum(1 for ballot in _ballots(parsed) if ballot)
    refuse_unless(method in RANKED, _("Ballots with ranks are counted by a method for ranks. Nothing was imported."))
    refuse_unless(len(parsed.options) >= 2, _("It needs at least two options. Nothing was imported."))
    possible = 1 <= seats < len(parsed.options)
    refuse_unless(possible, _("There must be at least one seat, and fewer seats than options. Nothing was imported."))
    refuse_unless(
        cast >= FLOOR, _("Fewer than %(least)s ballots are not counted. Nothing was imported.") % {"least": FLOOR}
    )


def _ballots(parsed: Parsed) -> Iterator[dict[str, int | None]]:
    """Each person's places by letter, from 1; empty for a ballot that ranks nothing."""
    for count, ranks in parsed.ballots:
        given = [rank for rank in ranks if rank is not None]
        raised = 1 - min(given, default=1)
        ballot = {letter_of(place): None if rank is None else rank + raised for place, rank in enumerate(ranks)}
        for _person in range(count):
            yield ballot if given else {}


def _counted(parsed: Parsed, file_name: str, seats: int, question: str, method: Method) -> ImportReport:
    letters = [letter_of(place) for place in range(len(parsed.options))]
    ballots = [ballot for ballot in _ballots(parsed) if ballot]
    count = count_ranked(method, letters, ballots, seats=seats, unranked=parsed.unranked, firmness=False)
    names = dict(zip(letters, parsed.options, strict=True))
    title = question.strip() or parsed.title.strip() or _("Ballots from %(file)s") % {"file": Path(file_name).name}
    blank = parsed.people - len(ballots)
    left_out = ngettext(
        "%(n)s ballot ranks nothing: it counts as an abstention.",
        "%(n)s ballots rank nothing: they count as abstentions.",
        blank,
    )
    return ImportReport(
        question=title[:200],
        options=parsed.options,
        ballots=parsed.people,
        elected=[names[letter] for letter in count["elected"]],
        tied=[names[letter] for letter in count["contested"]],
        seats=seats,
        repairs=[*parsed.repairs, *([left_out % {"n": blank}] if blank else [])],
    )


def _identity(by: Person, content: bytes, seats: int, method: Method) -> UUID:
    """The same file, imported by the same person in the same way, is the same decision."""
    return uuid5(by.pk, f"{hashlib.sha256(content).hexdigest()} {seats} {method}")


def _make(
    by: Person,
    identity: UUID,
    parsed: Parsed,
    report: ImportReport,
    method: Method,
    file_name: str,
    audience: Audience,
) -> Decision:
    frame = Frame(
        question=report.question,
        context=_("Imported from %(file)s.") % {"file": Path(file_name).name},
        method=method,
        seats=report.seats,
        options=tuple(NewOption(name[:160]) for name in parsed.options),
        roles=(NewRole(by, Part.DECIDES),),
        audience=audience,
    )
    decision = frame_decision(by=by, frame=frame, id=identity)
    tell(hold(decision), DecisionImported(decision.question, report.ballots, Path(file_name).name), by)
    go_to_ballot(decision=decision, by=by)
    _vote(decision, by, list(_ballots(parsed)), parsed)
    _resolve_as_counted(decision, by, report)
    return decision


def _vote(decision: Decision, by: Person, ballots: Sequence[dict[str, int | None]], parsed: Parsed) -> None:
    labels = [_("Ballot %(number)s") % {"number": number} for number in range(1, len(ballots) + 1)]
    tomorrow = clock.now() + timedelta(days=1)
    round = call_ballot(decision=decision, by=by, opens_at=tomorrow, guests=labels, unranked=parsed.unranked)
    cast = {label: {"rank": ballot} for label, ballot in zip(labels, ballots, strict=True) if ballot}
    rounds.seal_for_guests(round=round, by=by, answers=cast)
    rounds.open_round(round, by=by)


def _resolve_as_counted(decision: Decision, by: Person, report: ImportReport) -> None:
    """Record what the ballots chose, unless they tie: then people settle it."""
    if report.open_seats:
        return
    letters = {name: place for place, name in enumerate(report.options)}
    options = list(Option.objects.filter(decision=decision))
    chosen = [options[letters[name]] for name in report.elected]
    words = {"names": ", ".join(report.elected), "method": Method(decision.method).label, "cast": report.ballots}
    resolve(
        decision=decision,
        by=by,
        chosen=chosen,
        text=_("Chosen, in this order: %(names)s.") % words,
        because=_("%(cast)s ballots were counted: %(method)s.") % words,
    )
