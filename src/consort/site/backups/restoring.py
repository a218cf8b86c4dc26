"""Brings a backup back: verified first, then put in place in one move."""

import os
import shutil
import tempfile
from pathlib import Path

from django.conf import settings
from django.db import connection

from consort.core import clock
from consort.site import occupancy
from consort.site.backups import archive, engines


class Refused(Exception):
    """Nothing was changed. The text says why and what to do."""


def restore(source: Path, *, replace: bool) -> tuple[archive.Manifest, Path | None]:
    """Put the data of `source` in place; gives its manifest, and where what was there before has been put."""
    data = Path(settings.DATA)
    _require_room(data, replace=replace)
    try:
        with occupancy.alone_in(data), tempfile.TemporaryDirectory(prefix=f".{data.name}-", dir=data.parent) as name:
            return _put_in_place(source, Path(name) / "data", data)
    except occupancy.Occupied as error:
        raise Refused(f"Something is running on {data}. Stop ./consort and its worker first.") from error
    except archive.Damaged as error:
        raise Refused(f"{source} cannot be used: {error}.") from error
    except engines.Unable as error:
        raise Refused(str(error)) from error


def _require_room(data: Path, *, replace: bool) -> None:
    if not replace and (_holds_anything(data) or engines.engine().occupied()):
        raise Refused(f"There is data in {data} or its database. --replace puts it aside and takes the backup instead.")


def _put_in_place(source: Path, folder: Path, data: Path) -> tuple[archive.Manifest, Path | None]:
    folder.mkdir()
    manifest = archive.unpack(source, folder)
    if manifest.database != connection.vendor:
        raise Refused(f"This is a backup of {manifest.database}, and DATABASE_URL asks for {connection.vendor}.")
    engine = engines.engine()
    engine.check(folder)
    engine.load(folder)
    os.sync()
    return manifest, _exchange(folder, data)


def _exchange(folder: Path, data: Path) -> Path | None:
    """Move what is there aside, and `folder` to where it was. Gives the place of what was moved aside."""
    aside = data.with_name(f"{data.name}-before-{clock.now():%Y-%m-%d-%H%M%S}") if _holds_anything(data) else None
    try:
        if aside:
            data.rename(aside)
        else:
            shutil.rmtree(data)
        folder.rename(data)
    except OSError as error:
        if aside and aside.exists() and not data.exists():
            aside.rename(data)
        raise Refused(f"{data} cannot be moved ({error.strerror}). Is it a mount? Then name a folder in it.") from error
    data.chmod(0o700)
    return aside


def _holds_anything(data: Path) -> bool:
    return any(path.name != occupancy.NAME for path in data.iterdir())
