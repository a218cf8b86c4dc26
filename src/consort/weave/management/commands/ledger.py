"""`./consort ledger`: verify, export, checkpoint."""

import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from consort.core.ledger import checkpoints, exporting, verifying
from consort.core.models import Organization


class Command(BaseCommand):
    help = "Verify the ledger, here or in an exported file; export it; make a checkpoint."

    def add_arguments(self, parser: CommandParser) -> None:
        verbs = parser.add_subparsers(dest="verb", required=True)
        verify = verbs.add_parser("verify", help="check the ledger against every checkpoint")
        verify.add_argument("file", nargs="?", type=Path, help="an exported ledger; default the one in the database")
        verify.add_argument("--key", help="the verifier key, for a file")
        verify.add_argument("--checkpoint", action="append", type=Path, default=[], help="a checkpoint somebody kept")
        verify.add_argument("--part", action="store_true", help="the file is one reader's part, from the audit log")
        export = verbs.add_parser("export", help="write an organization's ledger as JSON Lines")
        export.add_argument("file", type=Path)
        checkpoint = verbs.add_parser("checkpoint", help="print a signed checkpoint and the verifier key")
        for parser_of_verb in (verify, export, checkpoint):
            parser_of_verb.add_argument("--organization", help="its address; needed when there are several")

    def handle(self, *args: Any, verb: str, **options: Any) -> None:
        try:
            getattr(self, f"_{verb}")(options)
        except (verifying.Broken, checkpoints.BadCheckpoint) as error:
            raise CommandError(f"The ledger does not hold: {error}") from error
        except OSError as error:
            raise CommandError(str(error)) from error

    def _verify(self, options: dict[str, Any]) -> None:
        notes = [path.read_text(encoding="utf-8") for path in options["checkpoint"]]
        if options["file"]:
            if not options["key"]:
                raise CommandError("A file is checked with --key, the verifier key of its organization.")
            with options["file"].open("rb") as file:
                bare = (line.removesuffix(b"\n") for line in file)
                self._report(options["file"], verifying.verify(bare, options["key"], notes, options["part"]))
            return
        for organization in self._organizations(options):
            lines, key = exporting.lines(organization), checkpoints.verifier_key(organization)
            kept = [*organization.checkpoints.values_list("note", flat=True), *notes]
            self._report(organization.slug, verifying.verify(lines, key, kept))

    def _export(self, options: dict[str, Any]) -> None:
        (organization,) = self._organizations(options, one=True)
        with options["file"].open("xb") as file:
            file.writelines(line + b"\n" for line in exporting.lines(organization))
        self.stdout.write(f"Verifier key: {checkpoints.verifier_key(organization)}")

    def _checkpoint(self, options: dict[str, Any]) -> None:
        (organization,) = self._organizations(options, one=True)
        sys.stdout.write(checkpoints.make(organization).note)
        self.stderr.write(f"Verifier key: {checkpoints.verifier_key(organization)}")

    def _report(self, what: object, found: verifying.Verified) -> None:
        withheld = f", {found.withheld} withheld" if found.withheld else ""
        self.stdout.write(f"{what}: {found.size} entries hold, {found.erased} erased{withheld}, root {found.root}")

    def _organizations(self, options: dict[str, Any], one: bool = False) -> list[Organization]:
        found = Organization.objects.order_by("slug")
        if options["organization"]:
            found = found.filter(slug=options["organization"])
        if not found or (one and len(found) > 1):
            raise CommandError(
                "Say which organization: --organization " + " | ".join(o.slug for o in Organization.objects.all())
            )
        return list(found)
