"""Bringing an archive back into an empty installation: count for count, root for root, or not at all."""

import io
import json
import zipfile
from pathlib import Path
from typing import Any

from django.core import serializers
from django.core.management.color import no_style
from django.core.serializers.base import DeserializationError
from django.db import DatabaseError, connection, models, transaction
from django.utils.translation import gettext as _

from consort.core.errors import Refused, refuse_unless
from consort.core.ledger import verifying
from consort.core.models import Organization, User
from consort.weave.archive.tables import FORMAT, MANIFEST, archived, table_file


def restore(path: Path) -> dict[str, Any]:
    """Read the archive at `path`; gives its manifest. Raises Refused, and then nothing was changed."""
    refuse_unless(
        not Organization.objects.exists() and not User.objects.exists(),
        _("There is something here already. An archive is read into an empty installation. Nothing was changed."),
    )
    try:
        with zipfile.ZipFile(path) as archive, transaction.atomic():
            manifest = _manifest(archive)
            for model in archived():
                _fill(archive, model)
            _check(manifest)
    except (zipfile.BadZipFile, KeyError, ValueError, EOFError, DatabaseError, DeserializationError) as error:
        raise Refused(
            _("This is not an archive that can be read: %(why)s. Nothing was changed.") % {"why": error}
        ) from error
    return manifest


def _manifest(archive: zipfile.ZipFile) -> dict[str, Any]:
    manifest: dict[str, Any] = json.loads(archive.read(MANIFEST))
    refuse_unless(manifest.get("format") == FORMAT, _("This file was not written by Consort. Nothing was changed."))
    return manifest


def _fill(archive: zipfile.ZipFile, model: type[models.Model]) -> None:
    with archive.open(table_file(model)) as file, io.TextIOWrapper(file, "utf-8") as stream:
        batch: list[models.Model] = []
        for row in serializers.deserialize("jsonl", stream):
            batch.append(row.object)
            if len(batch) == 1000:
                model._base_manager.bulk_create(batch)
                batch.clear()
        model._base_manager.bulk_create(batch)
    _continue_numbering(model)


def _continue_numbering(model: type[models.Model]) -> None:
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), [model]):
            cursor.execute(statement)


def _check(manifest: dict[str, Any]) -> None:
    counts = {model._meta.label: model._base_manager.count() for model in archived()}
    refuse_unless(counts == manifest["counts"], _("The archive is not complete. Nothing was changed."))
    for organization in Organization.objects.all():
        found, said = verifying.verify_database(organization), manifest["ledgers"][organization.slug]
        refuse_unless(
            (found.size, found.root) == (said["size"], said["root"]),
            _("The ledger in the archive is not the one it says it is. Nothing was changed."),
        )
