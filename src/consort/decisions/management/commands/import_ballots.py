"""`import_ballots FILE --organization SLUG --by EMAIL`: ballots from a file become a ranked decision."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from consort.core.errors import NotAllowed, Refused
from consort.core.management.naming import person_named
from consort.decisions.actions.importing import ImportReport, import_ballots
from consort.decisions.models import RANKED, Method

MOST_BYTES = 64_000_000


class Command(BaseCommand):
    help = "Read Kubernetes ballots.csv or a PrefLib file into a ranked decision with its ballots."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="the file with the ballots")
        parser.add_argument("--organization", metavar="SLUG", help="its address; needed when there are several")
        parser.add_argument("--by", metavar="EMAIL", help="who imports it and decides; default the first administrator")
        parser.add_argument("--seats", type=int, default=1, help="how many are chosen (1)")
        parser.add_argument("--question", default="", help="the question, unless the file's title serves")
        parser.add_argument("--method", choices=[method.value for method in RANKED], default=Method.SCHULZE.value)
        parser.add_argument("--dry-run", action="store_true", help="read and count, keep nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        report = self._import(options)
        for line in self._lines(report, options["dry_run"]):
            self.stdout.write(line)

    def _import(self, options: dict[str, Any]) -> ImportReport:
        person = person_named(options["organization"], options["by"])
        try:
            return import_ballots(
                by=person,
                file_name=options["file"].name,
                content=_content(options["file"]),
                dry_run=options["dry_run"],
                seats=options["seats"],
                question=options["question"],
                method=Method(options["method"]),
            )
        except Refused as refusal:
            raise CommandError(refusal.message) from refusal
        except NotAllowed as error:
            raise CommandError("This person may not frame decisions. Nothing was imported.") from error

    def _lines(self, report: ImportReport, dry_run: bool) -> list[str]:
        lines = [f"{report.question}: {len(report.options)} options, {report.ballots} ballots"]
        lines += [f"  mended: {repair}" for repair in report.repairs]
        lines += [f"  {place}. {name}" for place, name in enumerate(report.elected, 1)]
        if report.tied:
            lines.append(f"  tie for {report.open_seats} of {report.seats} seats: {', '.join(report.tied)}")
        if dry_run:
            return [*lines, "Nothing was kept: this was a dry run."]
        state = "was imported before" if report.was_there else "imported"
        return [*lines, f"No. {report.decision.number if report.decision else ''} {state}."]


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise CommandError(f"{path.name} is larger than {MOST_BYTES // 1_000_000} MB. Nothing was imported.")
        return path.read_bytes()
    except OSError as error:
        raise CommandError(f"{path}: {error.strerror}. Nothing was imported.") from error
