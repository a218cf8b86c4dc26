"""A decision of ours as a record: what it says to others when it leaves."""

from collections.abc import Iterable
from hashlib import sha256

from django.utils import timezone
from django.utils.text import slugify

from consort.decisions.exchange.bundles import File
from consort.decisions.exchange.loomio import writing as loomio
from consort.decisions.exchange.madr import writing as madr
from consort.decisions.exchange.records import Alternative, Record, Standing
from consort.decisions.models import Argument, Decision, Part, Side, Stage


def record_of(decision: Decision) -> Record:
    """As a reader of the decision sees it; nothing of it is sealed. Runs up to three queries."""
    options = list(decision.options.all())
    arguments = [each for each in decision.arguments.all() if each.withdrawn is None]
    decided_on = decision.began(Stage.COMMIT) or decision.began(Stage.CLOSED)
    chosen = [place for place, option in enumerate(options) if option.pk == decision.outcome_id]
    return Record(
        decision.question,
        status=_status(decision),
        standing=Standing.DECIDED if decision.is_decided else Standing.OPEN,
        date=timezone.localtime(decided_on or decision.created).date().isoformat(),
        makers=_names(decision, Part.DECIDES),
        consulted=_names(decision, Part.INPUT),
        informed=_names(decision, Part.CARRIES_OUT),
        context=decision.context,
        alternatives=[
            Alternative(
                option.title,
                option.detail,
                good=_said(arguments, Side.FOR, option.pk),
                bad=_said(arguments, Side.AGAINST, option.pk),
            )
            for option in options
        ],
        chosen=chosen[0] if chosen else None,
        outcome=decision.outcome_text,
        because=decision.because,
        more=_more(decision, arguments),
    )


def _status(decision: Decision) -> str:
    if decision.is_decided:
        return "accepted"
    return "rejected" if decision.is_dropped else "proposed"


def _names(decision: Decision, part: Part) -> list[str]:
    return [role.person.full_name for role in decision.roles.all() if role.part == part]


def _said(arguments: Iterable[Argument], side: Side, option: object) -> list[str]:
    return [each.text for each in arguments if each.side == side and each.option_id == option]


def _more(decision: Decision, arguments: Iterable[Argument]) -> list[tuple[str, str]]:
    """What is said of the question as a whole, and how it can be undone."""
    told = [
        ("For", "\n".join(f"* {text}" for text in _said(arguments, Side.FOR, None))),
        ("Against", "\n".join(f"* {text}" for text in _said(arguments, Side.AGAINST, None))),
        ("Way back", decision.way_back),
        ("How it was settled", decision.settled_how),
    ]
    return [(heading, text) for heading, text in told if text]


def madr_of(decision: Decision) -> str:
    """Our own record of it, as MADR 4.0."""
    return madr.write(record_of(decision))


def file_of(decision: Decision) -> File:
    """The record it came from, byte for byte, while nothing of it was changed; else ours."""
    written = madr_of(decision).encode()
    original = getattr(decision, "original", None)
    if original is not None and original.form == "madr" and original.written == sha256(written).hexdigest():
        return File(original.file_name.rsplit("/", 1)[-1], bytes(original.content))
    return File(f"{decision.number:04d}-{slugify(decision.question)[:60] or 'decision'}.md", written)


def loomio_of(decisions: Iterable[Decision]) -> str:
    """All of them as one Loomio export."""
    return loomio.write([record_of(decision) for decision in decisions])
