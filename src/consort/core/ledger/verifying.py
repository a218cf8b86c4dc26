"""Checking the ledger: what stands in the database or in an exported file against signed checkpoints."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from consort.core.ledger import checkpoints, exporting, hashing
from consort.core.models import Organization

ERASURE = "person.erased"


class Broken(ValueError):
    """The ledger does not verify; the message says where."""


@dataclass
class Verified:
    """What was found to hold: number of entries, how many of them erased, root (hex).

    `withheld`: in one reader's part, how many stand without their content and no erasure in it says why.
    """

    size: int = 0
    erased: int = 0
    root: str = ""
    withheld: int = 0


@dataclass
class _Walk:
    """What has been seen so far of a ledger."""

    head: bytes = hashing.GENESIS
    frontier: list[bytes] = field(default_factory=list)
    size: int = 0
    roots: dict[int, bytes] = field(default_factory=dict)
    missing: set[int] = field(default_factory=set)
    admitted: set[int] = field(default_factory=set)


def verify(lines: Iterable[bytes], verifier: str, against: Iterable[str] = (), part: bool = False) -> Verified:
    """Check the lines of an export with the verifier key against its own checkpoint and earlier ones.

    `part` says that the export is to be one reader's part, in which content may be withheld; without it none may be.
    Raises Broken at the first line that does not hold, and BadCheckpoint for a note that is not to be trusted.
    """
    notes = [checkpoints.read(note, verifier) for note in against]
    head = exporting.head(verifier.split("+", 1)[0], part)
    walk, own = _walk(iter(lines), {size for _, size, _ in notes}, head)
    for _, size, root in [*notes, checkpoints.read(own, verifier)]:
        if walk.roots.get(size, hashing.root(walk.frontier) if size == walk.size else None) != root:
            raise Broken(f"The first {size} entries are not those of the checkpoint of size {size}")
    if checkpoints.read(own, verifier)[1] != walk.size:
        raise Broken(f"There are {walk.size} entries, and the checkpoint at the end says otherwise")
    unadmitted = walk.missing - walk.admitted
    if unadmitted and not part:
        raise Broken(f"Entry {min(unadmitted)} has no content, and no erasure says why")
    erased = len(walk.missing) - len(unadmitted)
    return Verified(walk.size, erased, hashing.root(walk.frontier).hex(), len(unadmitted))


def verify_database(organization: Organization) -> Verified:
    """Check what stands in the database against every checkpoint kept for it."""
    notes = organization.checkpoints.values_list("note", flat=True)
    return verify(exporting.lines(organization), checkpoints.verifier_key(organization), notes)


def _walk(lines: Iterator[bytes], sizes: set[int], head: dict[str, Any]) -> tuple[_Walk, str]:
    walk = _Walk(roots={0: hashing.EMPTY_ROOT})
    found = _parsed(next(lines, b""))
    if found == {**head, "part": True} != head:
        raise Broken("This is one reader's part of the ledger. It can be checked as such, with --part")
    if found != head:
        raise Broken("This is not an export of the ledger the key belongs to")
    for line in lines:
        value = _parsed(line)
        if set(value) == {"checkpoint"}:
            if next(lines, None) is not None:
                raise Broken("There is something after the checkpoint at the end")
            return walk, str(value["checkpoint"])
        _step(walk, value)
        if walk.size in sizes:
            walk.roots[walk.size] = hashing.root(walk.frontier)
    raise Broken("The export ends without its checkpoint")


def _step(walk: _Walk, value: dict[str, Any]) -> None:
    where = f"Entry {walk.size}"
    if set(value) != {"leaf", "chain", "payload", "salt"} or not isinstance(value["leaf"], dict):
        raise Broken(f"{where} is not an entry")
    leaf = value["leaf"]
    if leaf.get("seq") != walk.size:
        raise Broken(f"{where} is missing or out of order")
    hashed = hashing.leaf_hash(leaf)
    walk.head = hashing.chain_hash(walk.head, hashed)
    if value["chain"] != walk.head.hex():
        raise Broken(f"{where} does not follow from the one before it")
    walk.frontier = hashing.grow(walk.frontier, walk.size, hashed)
    _check_content(walk, value, where)
    walk.size += 1


def _check_content(walk: _Walk, value: dict[str, Any], where: str) -> None:
    payload, salt = value["payload"], value["salt"]
    if payload is None and salt is None:
        walk.missing.add(walk.size)
        return
    try:
        made = hashing.commitment(bytes.fromhex(salt), payload).hex()
        holds = made == value["leaf"]["commitment"] and salt == salt.lower()
    except (TypeError, ValueError, KeyError):
        holds = False
    if not holds:
        raise Broken(f"{where} was recorded with other content")
    if value["leaf"]["type"] == ERASURE:
        walk.admitted |= {int(seq) for seq in payload["entries"]}


def _parsed(line: bytes) -> dict[str, Any]:
    """The object on a line, provided that the line is its canonical form to the byte."""
    try:
        value = json.loads(line)
        if isinstance(value, dict) and hashing.canonical(value) == line:
            return value
    except (ValueError, RecursionError):
        pass
    raise Broken("A line is not canonical JSON")
