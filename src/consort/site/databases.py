"""Which database: SQLite in the data directory, or PostgreSQL by DATABASE_URL."""

from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from consort.core.database import SQLITE_PRAGMAS
from consort.site.environment import BadSetting


def from_url(url: str, data: Path) -> dict[str, Any]:
    """Django's settings for the database at `url`; without one, SQLite in `data`."""
    if not url:
        return _sqlite(data / "consort.sqlite3")
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise BadSetting(
            f"DATABASE_URL starts with {parts.scheme!r}; it takes postgresql://user:password@host:port/name"
        )
    query = {name: values[-1] for name, values in parse_qs(parts.query).items()}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.pop("host", parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 0,
        "OPTIONS": {"pool": {"min_size": 1, "max_size": 20, "timeout": 20}, **query},
    }


MARK = "SELECT fingerprint FROM core_keymark"


def key_mark_of(database: dict[str, Any]) -> str:
    """The fingerprint of the master key that the database was first used with, asked before Django is set up. Empty for
    one that was never used or cannot be reached: then the start looks again."""
    return _mark_in_file(Path(database["NAME"])) if "sqlite3" in database["ENGINE"] else _mark_on_server(database)


def _mark_in_file(path: Path) -> str:
    import sqlite3  # not before the settings have put the current one in its place

    if not path.exists():
        return ""
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
            row = connection.execute(MARK).fetchone()
    except sqlite3.Error:
        return ""
    return str(row[0]) if row else ""


def _mark_on_server(database: dict[str, Any]) -> str:
    import psycopg  # only where there is a server

    names = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}
    where = {name: database[key] for name, key in names.items() if database[key]}
    try:
        with psycopg.connect(**where, connect_timeout=5) as connection:
            row = connection.execute(MARK).fetchone()
    except psycopg.Error:
        return ""
    return str(row[0]) if row else ""


def _sqlite(path: Path) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "CONN_MAX_AGE": 0,
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": SQLITE_PRAGMAS},
        "TEST": {"NAME": None},
    }
