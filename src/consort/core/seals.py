"""Sealing: content nobody can read until the act of opening.

What is promised, and no more: before opening, no page, export, API, mail, administrator's screen or search reveals the
content, because everything here refuses to decrypt it. Someone who holds both the database and the master key could.
AES-256-GCM; the data key of each seal is wrapped by a key derived from the master key, bound to the seal's id.
"""

import hmac
import os
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.db import transaction

from consort.core import clock, database, keys
from consort.core.models import Organization, Seal

NONCE = 12


class StillSealed(Exception):
    """It was asked for before it was opened, or its key is destroyed."""


def create(organization: Organization) -> Seal:
    """A new seal with a key of its own."""
    seal = Seal(organization=organization)
    seal.wrapped_key = _box(keys.derived("seals"), AESGCM.generate_key(256), seal.id.bytes)
    seal.save(force_insert=True)
    return seal


def close_in(seal: Seal, content: bytes, owner: UUID) -> bytes:
    """Encrypt `content` so that it belongs to `owner` alone until the opening. Raises StillSealed once destroyed."""
    return _box(_data_key(seal), content, owner.bytes)


def read_own(seal: Seal, box: bytes, owner: UUID) -> bytes:
    """What `owner` put in; another owner's box does not open. Raises StillSealed."""
    return _unbox(_data_key(seal), box, owner.bytes)


def read(seal: Seal, box: bytes, owner: UUID) -> bytes:
    """The content of `box` after the opening. Raises StillSealed before it."""
    if seal.opened is None:
        raise StillSealed
    return _unbox(_data_key(seal), box, owner.bytes)


def open_seal(seal: Seal) -> None:
    """The act of opening. It happens once; the first time stands."""
    if seal.opened is None:
        seal.opened = clock.now()
        seal.save(update_fields=["opened"])


def destroy(seal: Seal) -> None:
    """Forget the key: what was closed in can never be read again, from any backup made later."""
    seal.wrapped_key, seal.destroyed = b"", True
    seal.save(update_fields=["wrapped_key", "destroyed"])
    transaction.on_commit(database.overwrite_what_was_deleted, robust=True)


def derive(seal: Seal, purpose: bytes) -> bytes:
    """32 bytes that only this seal gives for `purpose`: gone when it is destroyed."""
    return hmac.digest(_data_key(seal), purpose, "sha256")


def _data_key(seal: Seal) -> bytes:
    if seal.destroyed:
        raise StillSealed
    return _unbox(keys.derived("seals"), bytes(seal.wrapped_key), seal.id.bytes)


def _box(key: bytes, content: bytes, bound_to: bytes) -> bytes:
    nonce = os.urandom(NONCE)
    return nonce + AESGCM(key).encrypt(nonce, content, bound_to)


def _unbox(key: bytes, box: bytes, bound_to: bytes) -> bytes:
    try:
        return AESGCM(key).decrypt(bytes(box[:NONCE]), bytes(box[NONCE:]), bound_to)
    except InvalidTag as error:
        raise StillSealed from error
