"""How an entry becomes a leaf: the names and forms that the verifiers also know."""

from datetime import UTC, datetime
from typing import Any

from consort.core.models.ledger import Entry

SYSTEM = "system"


def written(time: datetime) -> str:
    """A moment in UTC with microseconds, such as 2026-10-13T12:00:00.000000Z."""
    return time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def leaf_of(entry: Entry) -> dict[str, Any]:
    """What is hashed for `entry`."""
    return {
        "seq": entry.seq,
        "time": written(entry.time),
        "type": entry.type,
        "object": f"{entry.object_kind}:{entry.object_id}",
        "actor": entry.pseudonym,
        "commitment": entry.commitment,
    }
