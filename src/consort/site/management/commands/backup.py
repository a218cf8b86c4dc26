"""`./consort backup`."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from consort.core import keys
from consort.site.backups import engines, making

DONE = """Backed up to {target} ({size:.1f} MB, {count} files with their checksums).
The master key is not in it and must be kept apart from it: {place}
Without that key, what is sealed in this backup can never be opened."""


class Command(BaseCommand):
    """Runs beside the server."""

    help = "Copy everything into one dated file."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--to", metavar="FOLDER", type=Path, default=Path(f"{settings.DATA}-backups"))

    def handle(self, *args: Any, to: Path, **options: Any) -> None:
        try:
            target, manifest = making.make(to)
        except engines.Unable as error:
            raise CommandError(str(error)) from error
        size = target.stat().st_size / 1e6
        self.stdout.write(DONE.format(target=target, size=size, count=len(manifest.files), place=keys.place()))
