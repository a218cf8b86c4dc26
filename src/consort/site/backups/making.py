"""Makes a backup while everything runs."""

import os
import shutil
import tempfile
import tomllib
from pathlib import Path

from django.conf import settings
from django.db import connection

from consort.core import clock, keys
from consort.site import occupancy
from consort.site.backups import archive, engines


def make(to: Path) -> tuple[Path, archive.Manifest]:
    """Write one dated file into the folder `to`: the database first, so that no file it names is missing."""
    os.umask(0o077)
    to.mkdir(parents=True, exist_ok=True)
    target = to / f"consort-{clock.now():%Y-%m-%d-%H%M%S}.tar.gz"
    with tempfile.TemporaryDirectory(prefix=".backup-", dir=to) as name:
        folder = Path(name)
        engines.engine().dump(folder)
        _copy_files(folder, leaving_out=to)
        manifest = _manifest(folder)
        archive.write(target, folder, manifest)
    return target, manifest


def _copy_files(folder: Path, *, leaving_out: Path) -> None:
    for path in archive.files(settings.DATA):
        if _belongs(path) and leaving_out.resolve() not in path.parents:
            copy = folder / path.relative_to(settings.DATA)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, copy)


def _belongs(path: Path) -> bool:
    """Whether a file of the data directory is to be kept: the database is copied by itself, the key never."""
    database = path.parent == settings.DATA and path.name.startswith(engines.Sqlite.file)
    return not database and path.name != occupancy.NAME and path != Path(settings.MASTER_KEY_FILE)


def _manifest(folder: Path) -> archive.Manifest:
    return archive.Manifest(
        created=clock.now().isoformat(timespec="seconds"),
        version=_version(),
        database=connection.vendor,
        master_key=keys.fingerprint(),
        files=tuple(archive.entry(folder, path) for path in archive.files(folder)),
    )


def _version() -> str:
    project = tomllib.loads((settings.ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return str(project["project"]["version"])
