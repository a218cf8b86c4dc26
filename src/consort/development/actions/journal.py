"""Writing in one's journal, reading it, taking an entry away. Nothing of it is recorded in the ledger."""

import json
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from consort.core import clock, seals
from consort.core.errors import refuse_unless, require
from consort.core.models import Person
from consort.development.models import Journal, JournalEntry

LONGEST = 10_000


@dataclass(frozen=True)
class Read:
    """An entry as its owner reads it."""

    id: UUID
    written: datetime
    about: str
    words: str


@transaction.atomic
def write_entry(*, by: Person, words: str, about: str = "", id: UUID | None = None) -> JournalEntry:
    """Close `words` into the journal of `by`. The same id again gives back what stands."""
    refuse_unless(0 < len(words.strip()) <= LONGEST, _("Write something, at most 10,000 characters. Nothing was kept."))
    if made := JournalEntry.objects.filter(pk=id).first() if id else None:
        require(made.journal_id == by.pk)
        return made
    journal = Journal.objects.filter(owner=by).select_related("seal").first()
    if journal is None:
        journal = Journal.objects.create(owner=by, seal=seals.create(by.organization))
    content = json.dumps({"about": about, "words": words.strip()}).encode()
    box = seals.close_in(journal.seal, content, by.pk)
    return JournalEntry.objects.create(id=id or uuid4(), journal=journal, written=clock.now(), box=box)


def read_journal(owner: Person, most: int = 200) -> list[Read]:
    """What `owner` wrote, newest first; the caller hands over the reader of the page and nobody else. One query."""
    found = JournalEntry.objects.filter(journal=owner.pk).select_related("journal__seal")[:most]
    return [_opened(entry, owner) for entry in found]


def _opened(entry: JournalEntry, owner: Person) -> Read:
    content = json.loads(seals.read_own(entry.journal.seal, bytes(entry.box), owner.pk))
    return Read(entry.pk, entry.written, content["about"], content["words"])


@transaction.atomic
def remove_entry(*, entry: JournalEntry, by: Person) -> None:
    """It is gone for good."""
    require(entry.journal_id == by.pk)
    entry.delete()


@transaction.atomic
def forget_journal(person: Person) -> None:
    """Destroy the key and the entries of somebody who was erased."""
    journal = Journal.objects.filter(owner=person).select_related("seal").first()
    if journal:
        seals.destroy(journal.seal)
        journal.delete()
