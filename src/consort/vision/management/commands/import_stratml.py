"""`import_stratml FILE --organization SLUG --by EMAIL`: a plan becomes vision, priorities, objectives and metrics."""

from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from consort.core.errors import NotAllowed, Refused
from consort.core.foreign_files import Unreadable
from consort.core.management.naming import person_named
from consort.vision.actions.importing import Outcome, bring_in
from consort.vision.exchange.bringing import File, plan_of
from consort.vision.exchange.choices import Choices
from consort.vision.exchange.plans import Plan
from consort.vision.exchange.stratml import reading
from consort.vision.exchange.stratml.parsing import LARGEST_FILE


class Command(BaseCommand):
    help = "Read a StratML plan (Part 1 or 2) into the strategy, and say what was mended and what was left out."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="the plan")
        parser.add_argument("--organization", metavar="SLUG", help="its address; needed when there are several")
        parser.add_argument("--by", metavar="EMAIL", help="who brings it in; default the first administrator")
        parser.add_argument("--dry-run", action="store_true", help="say what it would do, change nothing")

    def handle(self, *args: Any, file: Path, dry_run: bool, **options: Any) -> None:
        by = person_named(options["organization"], options["by"])
        found = self._read(file)
        plan = plan_of(found, by, Choices())
        self._tell(plan)
        if dry_run:
            self.stdout.write("Nothing was kept: this was a dry run.")
            return
        try:
            outcome = bring_in(by=by, file=found, choices=Choices(), fingerprint=plan.fingerprint())
        except Refused as refusal:
            raise CommandError(refusal.message) from refusal
        except NotAllowed as error:
            raise CommandError(f"{by} does not keep the strategy. Nothing was imported.") from error
        self.stdout.write(_said(outcome))

    def _read(self, file: Path) -> File:
        try:
            with file.open("rb") as stream:
                document = reading.bring(stream.read(LARGEST_FILE + 1))
        except OSError as error:
            raise CommandError(f"{file}: {error.strerror}. Nothing was imported.") from error
        except Unreadable as error:
            where = f"Line {error.line}: " if error.line else ""
            raise CommandError(f"{where}{error.message}") from error
        return File(file.name, document.items, document.remarks, document.tree)

    def _tell(self, plan: Plan) -> None:
        counts = Counter((step.item.kind, step.what) for step in plan.steps)
        for (kind, what), count in sorted(counts.items()):
            self.stdout.write(f"  {count} {kind}: {what}".replace("_", " "))
        for remark in plan.remarks:
            where = f"line {remark.line}: " if remark.line else ""
            self.stdout.write(f"  {'left out' if remark.is_loss else 'mended'}: {where}{remark.text}")


def _said(outcome: Outcome) -> str:
    if outcome.was_there:
        return "Everything in the plan stood here already."
    return f"Brought in: {outcome.made} new, {outcome.changed} changed, {outcome.readings} readings."
