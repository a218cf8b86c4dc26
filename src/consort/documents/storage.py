"""The updates of a document in the database. Only bytes: what they mean is read elsewhere."""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from pycrdt import merge_updates

from consort.core import clock
from consort.documents.models import Document, Snapshot, Update

OFTEN = 500  # updates after which a snapshot spares reading them
EMPTY = b"\x00\x00"


@dataclass(frozen=True)
class Written:
    """Content, and the number of the last update in it."""

    content: bytes
    through: int


def load(document: UUID) -> Written:
    """The whole document: merged before anything reads it, for updates apart may lack what they build on."""
    snapshot = Snapshot.objects.filter(document=document).first()
    start = Written(bytes(snapshot.content), snapshot.through) if snapshot else Written(EMPTY, 0)
    rows = list(Update.objects.filter(document=document, number__gt=start.through).values_list("number", "content"))
    if not rows:
        return start
    merged = Written(merge_updates(start.content, *(bytes(content) for _number, content in rows)), rows[-1][0])
    if len(rows) >= OFTEN:
        _keep_snapshot(document, merged)
    return merged


def since(document: UUID, number: int) -> list[tuple[int, bytes]]:
    """What any process wrote after `number`, in order. Runs one query."""
    rows = Update.objects.filter(document=document, number__gt=number).values_list("number", "content")
    return [(at, bytes(content)) for at, content in rows]


@transaction.atomic
def append(document: UUID, content: bytes) -> int:
    """Store an update for good; its number. The document's row is held, so numbers follow the order of commits."""
    Document.objects.select_for_update().get(pk=document)
    row = Update.objects.create(document_id=document, content=content)
    Document.objects.filter(pk=document).update(changed=clock.now())
    return row.number


@transaction.atomic
def _keep_snapshot(document: UUID, written: Written) -> None:
    Document.objects.select_for_update().get(pk=document)
    stored = Snapshot.objects.filter(document=document).values_list("through", flat=True).first() or 0
    if stored < written.through:
        content = {"through": written.through, "content": written.content}
        Snapshot.objects.update_or_create(document_id=document, defaults=content)
