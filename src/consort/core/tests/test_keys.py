"""The master key: made once, kept apart, never guessed at."""

import base64
import stat

import pytest
from django.core.exceptions import ImproperlyConfigured

from consort.core import keys


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
