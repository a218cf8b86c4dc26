"""The arithmetic of the chain and the tree. Pure: bytes in, bytes out.

Leaf hash and node hash: RFC 6962 section 2.1. Canonical JSON: RFC 8785, for the subset used here (objects, lists,
strings, integers below 2^53, booleans and null; no fractions; names in ASCII, where code-point order is UTF-16 order).
"""

import hashlib
import hmac
import json
from collections.abc import Iterable
from typing import Any

EMPTY_ROOT = hashlib.sha256(b"").digest()
GENESIS = bytes(32)


def canonical(value: Any) -> bytes:
    """Canonical JSON. Raises ValueError for floats, integers from 2^53 and names outside ASCII."""
    _check(value)
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def _check(value: Any) -> None:
    if isinstance(value, dict):
        for name, inner in value.items():
            if not isinstance(name, str) or not name.isascii():
                raise ValueError(f"names in a ledger payload are ASCII, not {name!r}")
            _check(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            _check(inner)
    elif isinstance(value, float) or (isinstance(value, int) and abs(value) >= 2**53):
        raise ValueError(f"{value!r} has no place in a ledger payload; say it in words")


def commitment(salt: bytes, payload: Any) -> bytes:
    """HMAC-SHA256(salt, canonical payload), 32 bytes."""
    return hmac.digest(salt, canonical(payload), "sha256")


def leaf_hash(leaf: dict[str, Any]) -> bytes:
    return hashlib.sha256(b"\x00" + canonical(leaf)).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()


def chain_hash(previous: bytes, leaf: bytes) -> bytes:
    """The chain's next head from its previous head and the hash of the new leaf."""
    return hashlib.sha256(previous + leaf).digest()


def grow(frontier: list[bytes], size: int, leaf: bytes) -> list[bytes]:
    """The frontier of a tree of `size` leaves after one more: roots of its complete subtrees, largest first."""
    grown = [*frontier, leaf]
    while size & 1:
        right, left = grown.pop(), grown.pop()
        grown.append(node_hash(left, right))
        size >>= 1
    return grown


def root(frontier: list[bytes]) -> bytes:
    """The RFC 6962 tree head of the tree with this frontier, 32 bytes."""
    if not frontier:
        return EMPTY_ROOT
    head = frontier[-1]
    for left in reversed(frontier[:-1]):
        head = node_hash(left, head)
    return head


def root_of(leaves: Iterable[bytes]) -> bytes:
    """The tree head over leaf hashes, in order."""
    frontier: list[bytes] = []
    for size, leaf in enumerate(leaves):
        frontier = grow(frontier, size, leaf)
    return root(frontier)
