"""Who was asked and what they answered, as a table for the publisher."""

from collections.abc import Iterator

from django.utils import timezone

from consort.core.foreign_files.tables.writing import Cell, as_csv
from consort.vision.models import Edition, Reader

HEADING = (
    "person",
    "department",
    "asked",
    "answered",
    "how",
    "before",
    "about",
    "words",
    "reservation",
    "read back",
    "note",
)


def answers(edition: Edition) -> bytes:
    """One line for each reader, as CSV. Runs one query."""
    readers = edition.readers.filter(released=None).select_related("person", "department", "about")
    return as_csv(HEADING, (list(_cells(edition, reader)) for reader in readers))


def _cells(edition: Edition, reader: Reader) -> Iterator[Cell]:
    yield reader.person.full_name
    yield reader.department.name if reader.department else ""
    yield timezone.localdate(reader.asked)
    yield timezone.localdate(reader.done) if reader.done else None
    yield edition.asks if reader.done else ""
    yield "yes" if reader.carried else ""
    yield reader.about.title if reader.about else ""
    yield reader.words
    yield reader.reservation
    yield reader.mark
    yield reader.note
