"""`./consort import`: an archive into an empty installation, ballots into a decision, a plan into the strategy."""

from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

from consort.core.errors import Refused
from consort.weave.archive import restoring


class Command(BaseCommand):
    help = "Read an archive into an empty installation, ballots into a decision, or a StratML plan into the strategy."

    def add_arguments(self, parser: CommandParser) -> None:
        kinds = parser.add_subparsers(dest="what", required=True)
        archive = kinds.add_parser("archive", help="what ./consort export has written")
        archive.add_argument("file", type=Path)
        ballots = kinds.add_parser("ballots", help="a Kubernetes ballots.csv or a PrefLib file")
        ballots.add_argument("file", type=Path)
        ballots.add_argument("--seats", type=int, default=1, help="how many are chosen")
        stratml = kinds.add_parser("stratml", help="a strategic plan in StratML, Part 1 or 2")
        stratml.add_argument("file", type=Path)
        for parser in (ballots, stratml):
            parser.add_argument("--organization", help="its address; needed when there are several")
            parser.add_argument("--by", help="email of the person who imports; default the first administrator")
            parser.add_argument("--dry-run", action="store_true", help="say what would be read, change nothing")

    def handle(self, *args: Any, what: str, file: Path, **options: Any) -> None:
        if not file.is_file():
            raise CommandError(f"There is no file {file}. Nothing was imported.")
        if what != "archive":
            chosen = {name: options.get(name) for name in ("organization", "by", "seats", "dry_run")}
            more = {name: value for name, value in chosen.items() if value}
            call_command(f"import_{what}", str(file), stdout=self.stdout, **more)
            return
        try:
            manifest = restoring.restore(file)
        except Refused as refusal:
            raise CommandError(refusal.message) from refusal
        self.stdout.write(f"{sum(manifest['counts'].values())} rows restored; every ledger verifies.")
