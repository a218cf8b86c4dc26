"""One consistent state of the database as a file, and back: SQLite by its backup interface, PostgreSQL by its tools."""

import os
import shutil
import subprocess
from pathlib import Path
from typing import Any, Protocol

from django.conf import settings
from django.db import connection

ABSENT = "{tool} is not on this machine. Install Debian's postgresql-client, in the version of the server or newer."


class Unable(Exception):
    """The database cannot be copied or brought back. The text says why and what to do."""


class Engine(Protocol):
    file: str

    def dump(self, folder: Path) -> None: ...

    def check(self, folder: Path) -> None: ...

    def occupied(self) -> bool: ...

    def load(self, folder: Path) -> None: ...


class Sqlite:
    """The database is a file of the data directory and comes back with it."""

    file = "consort.sqlite3"

    def dump(self, folder: Path) -> None:
        """Copy while writers go on."""
        copy = _sqlite(folder / self.file)
        try:
            connection.ensure_connection()
            connection.connection.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")
        finally:
            copy.close()
            connection.close()

    def check(self, folder: Path) -> None:
        """Raises Unable when SQLite finds fault with the copy."""
        copy = _sqlite(folder / self.file)
        try:
            found = [row[0] for row in copy.execute("PRAGMA integrity_check")]
        finally:
            copy.close()
        if found != ["ok"]:
            raise Unable(f"SQLite finds fault with the database in it: {found[0]}")

    def occupied(self) -> bool:
        return False  # its file is in the data directory, which is looked at in any case

    def load(self, folder: Path) -> None: ...


class Postgresql:
    """The database is a server's; `pg_dump` and `pg_restore` carry it over."""

    file = "consort.pgdump"

    def dump(self, folder: Path) -> None:
        _run("pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={folder / self.file}")

    def check(self, folder: Path) -> None:
        _run("pg_restore", "--list", str(folder / self.file))

    def occupied(self) -> bool:
        """Whether there is any table."""
        try:
            return bool(connection.introspection.table_names())
        finally:
            connection.close()

    def load(self, folder: Path) -> None:
        """Replace the database's content in one transaction."""
        options = ["--clean", "--if-exists", "--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error"]
        name = str(settings.DATABASES["default"]["NAME"])
        _run("pg_restore", *options, f"--dbname={name}", str(folder / self.file))
        (folder / self.file).unlink()


def engine() -> Engine:
    return Sqlite() if connection.vendor == "sqlite" else Postgresql()


def _sqlite(path: Path) -> Any:
    import sqlite3  # the one that the settings have put in place

    return sqlite3.connect(path)


def _run(tool: str, *arguments: str) -> None:
    """Run one of PostgreSQL's tools; where to connect, and the password, stand in its environment."""
    program = shutil.which(tool)
    if not program:
        raise Unable(ABSENT.format(tool=tool))
    chosen = settings.DATABASES["default"]
    names = {"PGDATABASE": "NAME", "PGUSER": "USER", "PGPASSWORD": "PASSWORD", "PGHOST": "HOST", "PGPORT": "PORT"}
    place = {variable: str(chosen[key]) for variable, key in names.items() if chosen.get(key)}
    done = subprocess.run([program, *arguments], env=os.environ | place, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Unable(f"{tool} failed: {done.stderr.strip()[-500:]}")
