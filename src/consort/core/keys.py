"""The master key: made once, kept outside the data directory, never in the database."""

import base64
import os
import secrets
from functools import lru_cache
from pathlib import Path

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

SIZE = 32


@lru_cache(maxsize=1)
def master_key() -> bytes:
    """The 32 bytes that wrap every seal. Raises ImproperlyConfigured when the key cannot be read."""
    return read_or_create(settings.MASTER_KEY, Path(settings.MASTER_KEY_FILE))


def read_or_create(given: str, path: Path) -> bytes:
    """The key given as base64, or the one in the file at `path`, which is made when there is none."""
    if given:
        return _decode(given, "CONSORT_MASTER_KEY")
    try:
        if not path.exists():
            _create(path)
        return _decode(path.read_text(encoding="ascii"), str(path))
    except OSError as error:
        raise ImproperlyConfigured(f"The master key cannot be read: {error}") from error


def derive(key: bytes, purpose: str) -> bytes:
    """A 32-byte key for one purpose by HKDF-SHA256 (RFC 5869)."""
    return HKDF(hashes.SHA256(), SIZE, None, b"consort/" + purpose.encode()).derive(key)


def derived(purpose: str) -> bytes:
    """A 32-byte key for one purpose from the master key."""
    return derive(master_key(), purpose)


def _decode(text: str, source: str) -> bytes:
    try:
        key = base64.b64decode(text.strip(), validate=True)
    except ValueError as error:
        raise ImproperlyConfigured(f"The master key in {source} is not base64.") from error
    if len(key) != SIZE:
        raise ImproperlyConfigured(f"The master key in {source} has {len(key)} bytes, not {SIZE}.")
    return key


def _create(path: Path) -> None:
    """Write a new key, readable by its owner only; a key written by another process at the same time wins."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(base64.b64encode(secrets.token_bytes(SIZE)).decode() + "\n")
        file.flush()
        os.fsync(file.fileno())
