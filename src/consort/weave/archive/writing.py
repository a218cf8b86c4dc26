"""Writing an archive. Sealed content leaves as it lies: encrypted, and unreadable without the master key."""

import io
import json
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

from django.core import serializers
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models, transaction

from consort.core import clock
from consort.core.ledger import checkpoints, exporting, verifying
from consort.core.models import Organization
from consort.weave.archive.tables import FORMAT, MANIFEST, archived, ledger_file, table_file


class Exact(DjangoJSONEncoder):
    """Django's encoder cuts moments to milliseconds; the ledger has hashed microseconds."""

    def default(self, o: Any) -> Any:
        return o.isoformat() if isinstance(o, datetime) else super().default(o)


def write(path: Path) -> dict[str, Any]:
    """Write everything to a new file at `path` as of one moment; gives the manifest. Raises FileExistsError."""
    with path.open("xb") as file, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive, transaction.atomic():
        ledgers = {organization.slug: _ledger(archive, organization) for organization in Organization.objects.all()}
        counts = {model._meta.label: _table(archive, model) for model in archived()}
        manifest = {"format": FORMAT, "made": clock.now().isoformat(), "counts": counts, "ledgers": ledgers}
        archive.writestr(MANIFEST, json.dumps(manifest, indent=1, sort_keys=True))
    return manifest


def _table(archive: zipfile.ZipFile, model: type[models.Model]) -> int:
    rows = model._base_manager.order_by("pk")
    with archive.open(table_file(model), "w", force_zip64=True) as file, io.TextIOWrapper(file, "utf-8") as stream:
        serializers.serialize("jsonl", rows.iterator(chunk_size=2000), stream=stream, cls=Exact, ensure_ascii=False)
    return rows.count()


def _ledger(archive: zipfile.ZipFile, organization: Organization) -> dict[str, Any]:
    with archive.open(ledger_file(organization.slug), "w", force_zip64=True) as file:
        for line in exporting.lines(organization):
            file.write(line + b"\n")
    found = verifying.verify_database(organization)
    return {"size": found.size, "root": found.root, "key": checkpoints.verifier_key(organization)}
