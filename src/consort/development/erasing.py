"""What goes when a person is erased: the key of their journal first, so that no entry can be read again."""

from consort.core.models import Entry, Person
from consort.development.actions.journal import forget_journal
from consort.development.models import StyleProfile

ERASED = "person.erased"


def forget_erased(entries: list[Entry]) -> None:
    """Follow the ledger: whoever was erased leaves no journal and no page behind. Doing it twice changes nothing."""
    erased = [entry.object_id for entry in entries if entry.type == ERASED]
    for person in Person.objects.filter(pk__in=erased):
        forget_journal(person)
        StyleProfile.objects.filter(owner=person).delete()
