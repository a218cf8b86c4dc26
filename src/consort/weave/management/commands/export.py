"""`./consort export`: everything in one file, or the strategy as StratML."""

from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

from consort.core import clock
from consort.weave.archive import writing


class Command(BaseCommand):
    help = "Write everything into one archive: JSON Lines per table, ledgers with their checkpoints, a manifest."

    def add_arguments(self, parser: CommandParser) -> None:
        kinds = parser.add_subparsers(dest="what", required=True)
        archive = kinds.add_parser("archive", help="everything; ./consort import brings it back")
        archive.add_argument("file", nargs="?", type=Path, help="the new file; default consort-<date>.zip here")
        stratml = kinds.add_parser("stratml", help="the strategy as StratML, Part 1 or 2")
        stratml.add_argument("file", type=Path, help="the new file")
        stratml.add_argument("--part", type=int, choices=[1, 2], default=2)
        stratml.add_argument("--organization", help="its address; needed when there are several")
        stratml.add_argument("--by", help="email of the person who may see it; default the first administrator")

    def handle(self, *args: Any, what: str, file: Path | None, **options: Any) -> None:
        if what == "stratml":
            chosen = {name: options[name] for name in ("part", "organization", "by") if options[name]}
            call_command("export_stratml", str(file), stdout=self.stdout, **chosen)
            return
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
