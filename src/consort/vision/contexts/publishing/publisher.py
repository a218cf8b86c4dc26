"""What the publisher sees: the draft, who has answered, what departments wrote."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from consort.core.models import Person
from consort.organization.mail import why_not
from consort.vision.models import Edition, Publication, Reader, Section
from consort.vision.policy import publishing as policy
from consort.vision.publishing.audience import people_of
from consort.vision.queries.publishing import shown_edition, things_in


@dataclass(frozen=True)
class Chosen:
    """A section of a draft. `is_mine` when the reader can give leave themselves."""

    section: Section
    is_mine: bool


def draft(edition: Edition, person: Person) -> dict[str, Any]:
    """A draft as its readers will see it, and what stands in its way. Runs fifteen queries at most."""
    publication, sections = edition.publication, list(edition.sections.select_related("permission_by"))
    held = [section for section in sections if section.permission in ("asked", "declined")]
    things = things_in(held, person) if held else {}
    return {
        "publication": publication,
        "edition": edition,
        "chosen": [
            Chosen(section, section.thing in things and policy.may_permit(things[section.thing], person))
            for section in sections
        ],
        "held": len(held),
        "people": people_of(publication).count(),
        "departments": list(publication.departments.all()),
        "shown": shown_edition(publication),
    }


@dataclass
class Department:
    """Who reads for a department: those who owe first by name, then those who have answered. Nobody is ranked."""

    name: str
    owing: list[Reader] = field(default_factory=list)
    answered: list[Reader] = field(default_factory=list)


def standing(publication: Publication, edition: Edition) -> dict[str, Any]:
    """Who has and has not answered, by department. Runs four queries."""
    readers = edition.readers.filter(released=None).select_related("person", "department")
    departments: dict[str, Department] = {}
    for reader in readers.order_by("person__first_name", "person__last_name"):
        name = reader.department.name if reader.department else _("No department")
        group = departments.setdefault(name, Department(name))
        (group.answered if reader.done else group.owing).append(reader)
    groups = [departments[name] for name in sorted(departments)]
    owing = [reader for group in groups for reader in group.owing]
    done = sum(len(group.answered) for group in groups)
    return {
        "publication": publication,
        "edition": edition,
        "departments": groups,
        "owing": owing,
        "done": done,
        "people": done + len(owing),
        "without_address": [reader.person for reader in owing if not reader.person.email],
        "no_mail": why_not(publication.organization),
        "topic": f"publication:{publication.pk}",
    }


@dataclass(frozen=True)
class Source:
    """A section, or the whole, with what departments wrote about it."""

    section: Section | None
    by_department: list[tuple[str, list[Reader]]]


def readback(publication: Publication, edition: Edition) -> dict[str, Any]:
    """What readers wrote, beside what they read. Runs three queries.

    Answers that were carried over stand in the edition in which they are read now.
    """
    written = list(edition.readers.exclude(words="").select_related("person", "department").order_by("done"))
    by_section: dict[UUID | None, list[Reader]] = {}
    for reader in written:
        by_section.setdefault(reader.about_id, []).append(reader)
    sections = [section for section in edition.sections.all() if section.pk in by_section]
    sources = [Source(section, _by_department(by_section[section.pk])) for section in sections]
    if None in by_section:
        sources.append(Source(None, _by_department(by_section[None])))
    others = publication.editions.exclude(state=Edition.State.DRAFT).exclude(pk=edition.pk)
    return {"publication": publication, "edition": edition, "sources": sources, "others": others, **_marks(written)}


def _by_department(readers: Iterable[Reader]) -> list[tuple[str, list[Reader]]]:
    found: dict[str, list[Reader]] = {}
    for reader in readers:
        found.setdefault(reader.department.name if reader.department else _("No department"), []).append(reader)
    return sorted(found.items())


def _marks(written: Sequence[Reader]) -> dict[str, int]:
    counts = dict.fromkeys(Reader.Mark.values, 0)
    for reader in written:
        counts[reader.mark] += 1
    return {
        "written": len(written),
        "fits": counts[Reader.Mark.FITS],
        "differs": counts[Reader.Mark.DIFFERS],
        "talked": counts[Reader.Mark.TALKED],
        "open": counts[Reader.Mark.NONE],
    }
