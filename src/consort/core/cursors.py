"""Readers of the ledger. Each keeps a cursor: at least once, so a reader must be idempotent."""

from collections.abc import Callable

from django.db import transaction

from consort.core.ledger.reading import entries_after
from consort.core.models import Chain, Cursor, Entry

Reader = Callable[[list[Entry]], None]
BATCH = 500
_readers: dict[str, Reader] = {}


def register(name: str, reader: Reader) -> None:
    """Hand every entry, in order, to `reader`, in batches; it may see one twice after a crash."""
    _readers[name] = reader


def follow() -> int:
    """Let every reader catch up. Gives the number of entries read."""
    return sum(_catch_up(name, chain) for chain in Chain.objects.all() for name in _readers)


def _catch_up(name: str, chain: Chain) -> int:
    read = 0
    while True:
        with transaction.atomic():
            cursor, _ = Cursor.objects.select_for_update().get_or_create(reader=name, organization=chain.organization)
            entries = entries_after(chain.organization_id, cursor.seq, BATCH)
            if not entries:
                return read
            _readers[name](entries)
            cursor.seq = entries[-1].seq + 1
            cursor.save(update_fields=["seq"])
        read += len(entries)
