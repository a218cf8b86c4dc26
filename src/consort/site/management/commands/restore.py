"""`./consort restore`."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from consort.core import keys
from consort.site.backups import restoring

OTHER_KEY = """This backup was made with another master key (fingerprint {wanted}) than the one at {place}.
Put that key there: without it sealed content cannot be opened, and Consort does not start on this database."""


class Command(BaseCommand):
    """Verifies first and changes nothing when something is wrong."""

    help = "Bring a backup back."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--replace", action="store_true")

    def handle(self, *args: Any, file: Path, replace: bool, **options: Any) -> None:
        try:
            manifest, aside = restoring.restore(file, replace=replace)
        except restoring.Refused as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"Restored the backup of {manifest.created} to {settings.DATA}.")
        if aside:
            self.stdout.write(f"What was there before is in {aside}.")
        if manifest.master_key != keys.fingerprint():
            self.stdout.write(OTHER_KEY.format(wanted=manifest.master_key, place=keys.place()))
