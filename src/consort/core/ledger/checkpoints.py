"""Signed notes on how far the ledger had come: C2SP tlog-checkpoint, signed with Ed25519 (C2SP signed-note)."""

import base64
import hashlib
from functools import lru_cache

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.db import transaction

from consort.core import keys
from consort.core.ledger import hashing
from consort.core.models import Chain, Checkpoint, Organization

ED25519 = b"\x01"
DASH = "\N{EM DASH}"


def origin(organization: Organization) -> str:
    """The first line of the organization's checkpoints, and the name of its signing key."""
    return f"consort/{organization.id}"


@lru_cache(maxsize=1)
def _signing_key() -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(keys.derived("checkpoints"))


def _public_bytes() -> bytes:
    return _signing_key().public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)


def _key_id(name: str, public: bytes) -> bytes:
    return hashlib.sha256(name.encode() + b"\n" + ED25519 + public).digest()[:4]


def verifier_key(organization: Organization) -> str:
    """The key with which anyone can check this organization's checkpoints: name+id+base64, as in C2SP signed-note."""
    name, public = origin(organization), _public_bytes()
    return f"{name}+{_key_id(name, public).hex()}+{base64.b64encode(ED25519 + public).decode()}"


def sign(organization: Organization, size: int, root: bytes) -> str:
    """A signed note saying that the ledger's first `size` leaves have this root."""
    name = origin(organization)
    text = f"{name}\n{size}\n{base64.b64encode(root).decode()}\n"
    signature = _key_id(name, _public_bytes()) + _signing_key().sign(text.encode())
    return f"{text}\n{DASH} {name} {base64.b64encode(signature).decode()}\n"


class BadCheckpoint(ValueError):
    """A note that is not one, or whose signature does not hold."""


def _bytes(text: str) -> bytes:
    """What base64 stands for. Raises ValueError unless `text` is the one way to write it."""
    value = base64.b64decode(text, validate=True)
    if base64.b64encode(value).decode() != text:
        raise ValueError("This is not canonical base64")
    return value


def read(note: str, verifier: str) -> tuple[str, int, bytes]:
    """(origin, size, root) of a note whose signature by `verifier` holds. Raises BadCheckpoint."""
    try:
        name, key_id, encoded = verifier.split("+", 2)
        key = _bytes(encoded)
        text, signatures = note.split("\n\n", 1)
        start, size, root = text.split("\n")
        dash, signer, signed = signatures.removesuffix("\n").split(" ")
        signature = _bytes(signed)
        if (dash, signer, start) != (DASH, name, name) or signature[:4].hex() != key_id or key[:1] != ED25519:
            raise BadCheckpoint("The checkpoint is signed for another ledger or by another key")
        Ed25519PublicKey.from_public_bytes(key[1:]).verify(signature[4:], (text + "\n").encode())
        return start, int(size), _bytes(root)
    except (ValueError, InvalidSignature) as error:
        raise BadCheckpoint(str(error) or "The signature does not hold") from error


@transaction.atomic
def make(organization: Organization) -> Checkpoint:
    """A checkpoint of the ledger as it is, kept; the same one again when nothing was added since."""
    chain, _ = Chain.objects.select_for_update().get_or_create(organization=organization)
    root = hashing.root([bytes.fromhex(node) for node in chain.frontier])
    note = sign(organization, chain.size, root)
    return Checkpoint.objects.get_or_create(organization=organization, size=chain.size, defaults={"note": note})[0]
