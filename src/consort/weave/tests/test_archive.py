"""Everything out and back in: count for count, root for root, or not at all."""

import json
import zipfile

import pytest

from consort.core.actions.partnerships import write_charter
from consort.core.errors import Refused
from consort.core.ledger import verifying
from consort.core.models import Entry, Organization, Partnership, User
from consort.weave.archive import restoring, writing
from consort.weave.archive.tables import archived


@pytest.fixture
def archive(tmp_path, ingrid, pair):
    write_charter(partnership=pair, charter="One office with two doors", by=ingrid)
    path = tmp_path / "everything.zip"
    writing.write(path)
    return path


def empty():
    for model in reversed(archived()):
        model._base_manager.all().delete()


def test_what_was_written_comes_back_equal(archive, ingrid, pair):
    counts = {model: model._base_manager.count() for model in archived()}
    before = verifying.verify_database(ingrid.organization)
    empty()
    restoring.restore(archive)
    assert {model: model._base_manager.count() for model in archived()} == counts
    assert verifying.verify_database(Organization.objects.get()) == before
    assert Partnership.objects.get().charter == "One office with two doors"
    write_charter(partnership=Partnership.objects.get(), charter="Again", by=Partnership.objects.get().members[0])
    assert verifying.verify_database(Organization.objects.get()).size == before.size + 1


def test_an_archive_is_read_into_an_empty_installation_only(archive):
    before = Entry.objects.count()
    with pytest.raises(Refused, match="Nothing was changed"):
        restoring.restore(archive)
    assert Entry.objects.count() == before


def rewrite(path, change):
    """The archive with one of its files changed."""
    changed = path.with_name("changed.zip")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return changed


def forged_ledger(name, content):
    return content.replace(b"Ingrid Maas", b"Ingrid Moos") if name.endswith("payload.jsonl") else content


def cut(name, content):
    return b"".join(content.splitlines(keepends=True)[:1]) if name.endswith("person.jsonl") else content


def foreign(name, content):
    return json.dumps({"format": "something else"}).encode() if name == "manifest.json" else content


@pytest.mark.parametrize("change", [forged_ledger, cut, foreign])
def test_a_changed_archive_is_refused_and_changes_nothing(archive, change):
    empty()
    with pytest.raises((Refused, verifying.Broken)):
        restoring.restore(rewrite(archive, change))
    assert not User.objects.exists()


@pytest.mark.parametrize("content", [b"", b"not a zip", b"PK\x03\x04 broken"])
def test_a_file_that_is_no_archive_is_refused(tmp_path, db, content):
    path = tmp_path / "bad.zip"
    path.write_bytes(content)
    with pytest.raises(Refused, match="Nothing was changed"):
        restoring.restore(path)
