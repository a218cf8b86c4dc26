"""The ledger as a file: JSON Lines, canonical, a head, one line an entry, and a signed checkpoint at the end."""

from collections.abc import Iterator
from typing import Any

from consort.core.ledger import checkpoints, hashing
from consort.core.ledger.leaves import leaf_of
from consort.core.models import Entry, Organization, Payload

FORMAT = "consort-ledger-1"
BATCH = 2000


def head(origin: str, part: bool) -> dict[str, Any]:
    """The first line. A `part` holds all entries, and content only where one reader may read it."""
    return {"format": FORMAT, "origin": origin, **({"part": True} if part else {})}


def lines(organization: Organization) -> Iterator[bytes]:
    """The lines of the export, each without its newline. Runs one query per 2,000 entries."""
    checkpoint = checkpoints.make(organization)
    yield hashing.canonical(head(checkpoints.origin(organization), part=False))
    entries = Entry.objects.filter(organization=organization).select_related("payload").order_by("seq")
    for start in range(0, checkpoint.size, BATCH):  # in portions, for a reader may stop in the middle
        for entry in entries.filter(seq__gte=start, seq__lt=min(start + BATCH, checkpoint.size)):
            yield hashing.canonical(_line(entry))
    yield hashing.canonical({"checkpoint": checkpoint.note})


def _line(entry: Entry) -> dict[str, Any]:
    payload: Payload | None = getattr(entry, "payload", None)
    return {
        "leaf": leaf_of(entry),
        "chain": entry.chain,
        "payload": payload.body if payload else None,
        "salt": payload.salt if payload else None,
    }
