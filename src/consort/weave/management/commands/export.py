"""`./consort export`: everything in one file."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from consort.core import clock
from consort.weave.archive import writing


class Command(BaseCommand):
    help = "Write everything into one archive: JSON Lines per table, ledgers with their checkpoints, a manifest."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", nargs="?", type=Path, help="the new file; default consort-<date>.zip here")

    def handle(self, *args: Any, file: Path | None, **options: Any) -> None:
        path = file or Path(f"consort-{clock.now():%Y-%m-%d-%H%M}.zip")
        try:
            manifest = writing.write(path)
        except OSError as error:
            raise CommandError(f"Nothing was exported: {error}") from error
        rows = sum(manifest["counts"].values())
        self.stdout.write(f"{path}: {rows} rows in {len(manifest['counts'])} tables.")
        for slug, ledger in manifest["ledgers"].items():
            self.stdout.write(f"Ledger of {slug}: {ledger['size']} entries, root {ledger['root']}")
        self.stdout.write("Sealed content is in it encrypted. To open it elsewhere the master key is needed too.")
