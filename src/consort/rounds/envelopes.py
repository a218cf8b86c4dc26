"""What lies in an envelope: how answers are closed in, taken out again, and vouched for by a receipt."""

import base64
import hashlib
import json
import secrets
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from consort.core import seals
from consort.rounds.models import Asked, Envelope, Round

Answers = dict[str, Any]
Box = bytes | memoryview
BLOCK = 512
LETTERS = 16


@dataclass(frozen=True)
class Content:
    """The answers to a round by question key, and the salt (hex) that goes into the receipt."""

    answers: Answers
    salt: str


def owner_of(round: Round, asked: Asked) -> UUID:
    """Under which owner the envelope of `asked` is kept. Raises StillSealed once the key is destroyed."""
    if round.is_attributed:
        return asked.person_id or asked.id
    return UUID(bytes=seals.derive(round.seal, b"envelope:" + asked.id.bytes)[:16])


def envelope_of(round: Round, asked: Asked) -> Envelope | None:
    """The envelope of one of those asked; None once it is destroyed. Runs one query."""
    if round.seal.destroyed:
        return None
    return Envelope.objects.filter(round=round, owner=owner_of(round, asked)).first()


def close(round: Round, envelope: Envelope, content: Content) -> bytes:
    """The content sealed for the envelope's owner, padded so that its length tells little."""
    plain = json.dumps({"answers": content.answers, "salt": content.salt}).encode()
    return seals.close_in(round.seal, plain + b" " * (-len(plain) % BLOCK), envelope.owner)


def read_own(round: Round, envelope: Envelope, box: Box) -> Content:
    """What the owner put in, shown to the owner alone."""
    return _content(seals.read_own(round.seal, bytes(box), envelope.owner))


def read(round: Round, envelope: Envelope) -> Content:
    """The sealed answers after the opening. Raises StillSealed before it."""
    return _content(seals.read(round.seal, bytes(envelope.sealed or b""), envelope.owner))


def new_salt() -> str:
    return secrets.token_hex(32)


def receipt_of(round: Round, content: Content) -> str:
    """16 letters and digits in groups of four: a hash of salt, round and answers that gives none of them away."""
    canonical = json.dumps([content.salt, str(round.id), content.answers], sort_keys=True, separators=(",", ":"))
    return _grouped(hashlib.sha256(canonical.encode()).digest())


def decoy() -> str:
    """A receipt that belongs to nobody."""
    return _grouped(secrets.token_bytes(32))


def normal(receipt: str) -> str:
    """A receipt as it is kept, however it was typed."""
    letters = "".join(letter for letter in receipt.upper() if letter.isalnum())[:LETTERS]
    return "-".join(letters[start : start + 4] for start in range(0, len(letters), 4))


def _grouped(digest: bytes) -> str:
    return normal(base64.b32encode(digest).decode())


def _content(plain: bytes) -> Content:
    found = json.loads(plain)
    return Content(found["answers"], found["salt"])
