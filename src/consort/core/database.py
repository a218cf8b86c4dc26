"""How the databases are opened: which SQLite, with which promises. Numbers in docs/adr/0002."""

import sys
from typing import Any

from django.db import connection


def use_current_sqlite() -> None:
    """Put the `pysqlite3` wheel in the place of Python's own sqlite3, whose SQLite may be below 3.51.3."""
    try:
        import pysqlite3
    except ImportError:  # macOS and Windows bring their own
        return
    sys.modules["sqlite3"] = pysqlite3
    sys.modules["sqlite3.dbapi2"] = pysqlite3.dbapi2


SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA foreign_keys=ON;"
    "PRAGMA secure_delete=ON;PRAGMA mmap_size=0;PRAGMA busy_timeout=20000;PRAGMA cache_size=-16000;"
)


def harden(sender: object, connection: Any, **_: object) -> None:
    """Ask PostgreSQL, on each new connection, for the durability that SQLite has by its pragmas."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET synchronous_commit = on")


def overwrite_what_was_deleted() -> None:
    """Empty SQLite's write-ahead log, where the old content of rows lies until the next checkpoint.

    On PostgreSQL old row versions go with the next vacuum, which is the server's own affair.
    """
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
