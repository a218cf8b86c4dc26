"""The master key: made once, kept apart, never guessed at."""

import base64
import sqlite3
import stat
from contextlib import closing

import pytest
from django.core.exceptions import ImproperlyConfigured

from consort.core import key_mark, keys
from consort.site.databases import key_mark_of


def test_it_is_made_once_and_readable_by_its_owner_only(tmp_path):
    path = tmp_path / "deep" / "master.key"
    first = keys.read_or_create("", path)
    assert keys.read_or_create("", path) == first
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("text", ["not base64!", base64.b64encode(b"short").decode()])
def test_a_bad_key_stops_the_start(tmp_path, text):
    path = tmp_path / "master.key"
    path.write_text(text)
    with pytest.raises(ImproperlyConfigured):
        keys.read_or_create("", path)


def test_purposes_have_different_keys():
    key = bytes(32)
    assert keys.derive(key, "seals") != keys.derive(key, "django")


def test_a_lost_key_is_not_replaced(tmp_path):
    path = tmp_path / "master.key"
    with pytest.raises(ImproperlyConfigured, match="Put the key back there"):
        keys.read_or_create("", path, lambda: "0123456789abcdef")
    assert not path.exists()


def test_a_database_keeps_to_the_key_it_was_first_used_with(db, monkeypatch):
    key_mark.establish()
    key_mark.establish()
    assert key_mark.belongs()
    monkeypatch.setattr(keys, "master_key", lambda: bytes(32))
    assert not key_mark.belongs()
    with pytest.raises(ImproperlyConfigured, match="is not that which sealed this database"):
        key_mark.establish()


def test_the_mark_is_found_before_django_is_set_up(tmp_path):
    path = tmp_path / "consort.sqlite3"
    database = {"ENGINE": "django.db.backends.sqlite3", "NAME": str(path)}
    assert key_mark_of(database) == ""
    assert not path.exists()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE core_keymark (id integer, fingerprint text)")
        connection.execute("INSERT INTO core_keymark VALUES (1, '0123456789abcdef')")
    assert key_mark_of(database) == "0123456789abcdef"
