"""The master key: made once, kept outside the data directory, never in the database."""

import base64
import os
import secrets
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

SIZE = 32


MISSING = (
    "There is no master key at {path}, but the database was sealed under one (fingerprint {mark}). None was made.\n"
    "Put the key back there, or name its place in CONSORT_MASTER_KEY_PATH; it lies beside your backups, not in them.\n"
    "What is sealed cannot be opened without it. docs/operator.md says what to do when it is lost for good."
)


@lru_cache(maxsize=1)
def master_key() -> bytes:
    """The 32 bytes that wrap every seal. Raises ImproperlyConfigured when the key cannot be read."""
    return read(settings.MASTER_KEY, Path(settings.MASTER_KEY_FILE))


def read_or_create(given: str, path: Path, mark_of_database: Callable[[], str] = str) -> bytes:
    """The key given as base64, or the one in the file at `path`.

    It is made when there is none, unless the database bears the mark of one: then it was lost, and a new one would
    open nothing. Raises ImproperlyConfigured.
    """
    try:
        if not given and not path.exists():
            if mark := mark_of_database():
                raise ImproperlyConfigured(MISSING.format(path=path, mark=mark))
            _create(path)
    except OSError as error:
        raise ImproperlyConfigured(f"The master key cannot be made: {error}") from error
    return read(given, path)


def read(given: str, path: Path) -> bytes:
    """The key given as base64, or the one in the file at `path`. Never makes one."""
    if given:
        return _decode(given, "CONSORT_MASTER_KEY")
    try:
        return _decode(path.read_text(encoding="ascii"), str(path))
    except OSError as error:
        raise ImproperlyConfigured(f"The master key cannot be read: {error}") from error


def fingerprint() -> str:
    """Tells one master key from another without giving anything of it away."""
    return derived("fingerprint").hex()[:16]


def place() -> str:
    """Where the operator finds the master key."""
    return "the variable CONSORT_MASTER_KEY" if settings.MASTER_KEY else str(settings.MASTER_KEY_FILE)


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
