"""A decision record in Markdown, MADR or any other, becomes a `Record`. What it does not understand it keeps."""

import re
from collections.abc import Iterable

from django.utils.translation import gettext as _

from consort.core.foreign_files import Unreadable
from consort.decisions.exchange.bundles import File, text_of
from consort.decisions.exchange.madr import facts
from consort.decisions.exchange.madr.options import alternatives_in, chosen_among, weighed
from consort.decisions.exchange.madr.sections import Section, outline, plain, without_front_matter
from consort.decisions.exchange.records import Record, Standing, packed

NAMES = {
    "context": ("context and problem statement", "context", "problem statement", "problem", "background", "issue"),
    "drivers": ("decision drivers", "drivers", "forces"),
    "options": ("considered options", "options considered", "options", "alternatives", "considered alternatives"),
    "outcome": ("decision outcome", "decision", "outcome", "decisions"),
    "weighing": ("pros and cons of the options", "pros and cons"),
    "status": ("status",),
}
BECAUSE = re.compile(r"(?:,\s*|\s+)because\s+", re.IGNORECASE)
NUMBERED = re.compile(r"(adr-?)?[0-9]{2,}-", re.IGNORECASE)
DECIDED = ("accept", "approv", "decided", "done", "implement", "adopt", "active", "complete", "final")
REJECTED = ("reject", "deprecat", "supersed", "superced", "obsolete", "withdrawn", "abandon", "replaced")
MOST_CHARACTERS = 2_000_000


def read(file: File) -> Record | None:
    """None for a text that is no record: no number in its file's name, no state, no part that records have.

    Raises Unreadable for what is no text or has no words.
    """
    remarks: list[str] = []
    text = text_of(file, remarks)
    if len(text) > MOST_CHARACTERS:
        raise Unreadable(_("“%(file)s” is too long for a record.") % {"file": file.name})
    if not text.strip():
        raise Unreadable(_("“%(file)s” is empty.") % {"file": file.name})
    front, body = without_front_matter(text)
    root = outline(body)
    sections = _sections(root)
    title = _title(root, file, remarks)
    record = Record(title, file_name=file.name, content=packed(file.content), remarks=remarks)
    found = facts.found_in(front, root, sections.get("status"), remarks)
    if not sections and "status" not in found and not NUMBERED.match(file.name.rsplit("/", 1)[-1]):
        return None
    facts.fill(record, found)
    _fill(record, sections, root)
    _settle(record)
    return record


def _title(root: Section, file: File, remarks: list[str]) -> str:
    first = next((each for each in root.inner if each.title and not kind_of(each.title)), None)
    if first is None:
        remarks.append(_("It has no heading; it is called after its file."))
        return file.name.rsplit("/", 1)[-1].rsplit(".", 1)[0].replace("-", " ")
    return plain(first.title) or file.name


def _sections(root: Section) -> dict[str, Section]:
    """The first section of each kind, wherever it stands."""
    found: dict[str, Section] = {}
    for section in _walk(root.inner):
        kind = kind_of(section.title)
        if kind:
            found.setdefault(kind, section)
    return found


def _walk(sections: Iterable[Section]) -> Iterable[Section]:
    for each in sections:
        yield each
        yield from _walk(each.inner)


def kind_of(title: str) -> str:
    """Which part of a record a heading begins, empty for any other."""
    name = plain(title).lower().strip(" :.")
    return next((kind for kind, names in NAMES.items() if name in names), "")


def _fill(record: Record, sections: dict[str, Section], root: Section) -> None:
    record.context = sections["context"].whole() if "context" in sections else _opening(root)
    record.drivers = sections["drivers"].whole() if "drivers" in sections else ""
    record.alternatives = alternatives_in(sections.get("options"))
    weighed(record.alternatives, sections.get("weighing"), sections.get("options"))
    if "outcome" in sections:
        _conclude(record, sections["outcome"])
    top = root.inner[0].inner + root.inner[1:] if root.inner else []
    record.more = [(each.title, each.whole()) for each in top if not kind_of(each.title) and each.whole()]


def _opening(root: Section) -> str:
    """What stands right below the title, where nothing is called the context."""
    first = root.inner[0] if root.inner else root
    return first.text.strip()


def _conclude(record: Record, section: Section) -> None:
    whole = section.whole()
    record.chosen = chosen_among(record.alternatives, whole)
    first, _blank, rest = whole.partition("\n\n")
    said, *reasons = BECAUSE.split(first, maxsplit=1)
    record.outcome = first if not reasons else said.strip()
    record.because = "\n\n".join(part for part in (*reasons, rest) if part.strip())


def _settle(record: Record) -> None:
    """Whether it is open, decided or no longer holds."""
    said = record.status.lower()
    if said.startswith(REJECTED) or record.superseded_by:
        record.standing = Standing.REJECTED
    elif said.startswith(DECIDED):
        record.standing = Standing.DECIDED
    elif not said and record.outcome:
        record.standing = Standing.DECIDED
        record.remarks.append(_("It says nothing of its state; having an outcome, it counts as decided."))
