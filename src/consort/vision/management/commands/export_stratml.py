"""`export_stratml FILE --part 2 --organization SLUG --by EMAIL`: the strategy, as far as that person may see it."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from consort.core.management.naming import person_named
from consort.vision.exchange.gathering import Wish
from consort.vision.exchange.stratml.describing import take_out
from consort.vision.exchange.stratml.grammar import Part


class Command(BaseCommand):
    help = "Write the strategy as StratML, Part 1 or 2, and say what cannot travel."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="the new file")
        parser.add_argument("--part", type=int, choices=[1, 2], default=2, help="which part of StratML (2)")
        parser.add_argument("--organization", metavar="SLUG", help="its address; needed when there are several")
        parser.add_argument("--by", metavar="EMAIL", help="as whom; default the first administrator")

    def handle(self, *args: Any, file: Path, part: int, **options: Any) -> None:
        reader = person_named(options["organization"], options["by"])
        written = take_out(reader, Wish(), Part(part))
        try:
            with file.open("xb") as stream:
                stream.write(written.content)
        except OSError as error:
            raise CommandError(f"Nothing was exported: {error}") from error
        self.stdout.write(f"{file}: {len(written.content)} bytes, as {reader} may see it.")
        for words in written.losses:
            self.stdout.write(f"  stays: {words}")
