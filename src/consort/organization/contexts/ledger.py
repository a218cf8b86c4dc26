"""The audit log, and backups."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.conf import settings

from consort.core.ledger import checkpoints, reading
from consort.core.models import Chain, Person
from consort.organization.contexts.common import common

AT_ONCE = 50
NEWEST_NOTES = 12
LATEST = 5


def audit(reader: Person, before: str) -> dict[str, Any]:
    """What `reader` may see of the ledger, from `before` backwards; the last checkpoints. Runs four queries."""
    limit = int(before) if before.isascii() and before.isdigit() and len(before) < 16 else None
    happenings = reading.feed(reader, AT_ONCE + 1, limit)
    chain = Chain.objects.filter(organization=reader.organization).first()
    shown = happenings[:AT_ONCE]
    return {
        **common(reader, "audit"),
        "happenings": shown,
        "older": shown[-1].seq if len(happenings) > AT_ONCE else None,
        "is_first_page": limit is None,
        "size": chain.size if chain else 0,
        "checkpoints": list(reader.organization.checkpoints.order_by("-size")[:NEWEST_NOTES]),
        "verifier_key": checkpoints.verifier_key(reader.organization),
    }


@dataclass(frozen=True)
class Backup:
    """A file that ./consort backup has made."""

    name: str
    made: datetime
    size: int


def backup(reader: Person) -> dict[str, Any]:
    """Where backups lie by themselves and the last of them. Looks at the disk, runs no query."""
    folder = Path(f"{settings.DATA}-backups")
    return {
        **common(reader, "backup"),
        "folder": folder,
        "backups": _backups(folder),
        "key_in_variable": bool(settings.MASTER_KEY),
        "key_file": settings.MASTER_KEY_FILE,
    }


def _backups(folder: Path) -> list[Backup]:
    """The newest first; none when the folder is not there or may not be read."""
    try:
        found = [(path.stat(), path.name) for path in folder.glob("consort-*.tar.gz")]
    except OSError:
        return []
    newest = sorted(found, key=lambda each: each[0].st_mtime, reverse=True)[:LATEST]
    return [Backup(name, datetime.fromtimestamp(stat.st_mtime, UTC), stat.st_size) for stat, name in newest]
