#!/usr/bin/env python3
"""Check an exported Consort ledger without Consort: one file, Python's standard library, nothing else.

    python3 standalone.py LEDGER.jsonl --key KEY [--checkpoint NOTE.txt ...] [--part]

KEY is the verifier key of the organization (it stands under every digest, and in Settings). Each NOTE is a checkpoint
somebody kept, such as one from an old digest. What is downloaded from Settings is one reader's part, in which content
may be withheld; --part checks such a file and counts what it withholds. This shares no code with Consort on purpose:
two programs that agree are better witnesses than one. Signatures: Ed25519 (RFC 8032). Tree: RFC 6962. Notes: C2SP
signed-note and tlog-checkpoint.
"""

import argparse
import base64
import hashlib
import hmac
import json
import sys

# Ed25519, RFC 8032 section 5.1: points as (X, Y, Z, T) in extended homogeneous coordinates.
P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P


def add(a, b):
    m, n = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    c, d = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    e, f, g, h = n - m, d - c, d + c, n + m
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(scalar, point):
    result = (0, 1, 1, 0)
    while scalar:
        if scalar & 1:
            result = add(result, point)
        point, scalar = add(point, point), scalar >> 1
    return result


def same(a, b):
    return (a[0] * b[2] - b[0] * a[2]) % P == 0 and (a[1] * b[2] - b[1] * a[2]) % P == 0


def point_of(encoded):
    y = int.from_bytes(encoded, "little")
    sign, y = y >> 255, y & ((1 << 255) - 1)
    if len(encoded) != 32 or y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    x = P - x if x & 1 != sign else x
    return x, y, 1, x * y % P


BASE = point_of((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def signature_holds(public, message, signature):
    key, start = point_of(public), point_of(signature[:32])
    answer = int.from_bytes(signature[32:], "little")
    if key is None or start is None or len(signature) != 64 or answer >= ORDER:
        return False
    challenge = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % ORDER
    return same(times(answer, BASE), add(start, times(challenge, key)))


class Broken(Exception):
    """The message says what does not hold."""


def insist(holds, message):
    if not holds:
        raise Broken(message)


def canonical(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def object_on(line):
    """The object on a line, provided the line is its canonical form to the byte."""
    try:
        value = json.loads(line)
        insist(isinstance(value, dict) and canonical(value) == line, "a line is not canonical JSON")
    except (ValueError, RecursionError) as error:
        raise Broken(f"a line is not JSON: {error}") from error
    return value


def bytes_of(text):
    value = base64.b64decode(text, validate=True)
    insist(base64.b64encode(value).decode() == text, "base64 that is not canonical")
    return value


def read_note(note, key):
    """(size, root) of a checkpoint signed by the key."""
    try:
        name, key_id, encoded = key.strip().split("+", 2)
        public = bytes_of(encoded)
        text, rest = note.split("\n\n", 1)
        origin, size, root = text.split("\n")
        dash, signer, signed = rest.removesuffix("\n").split(" ")
        signature = bytes_of(signed)
        insist((dash, signer, origin) == ("\u2014", name, name), "the checkpoint belongs to another ledger")
        expected = hashlib.sha256(name.encode() + b"\n" + public).digest()[:4]
        insist(signature[:4] == expected == bytes.fromhex(key_id), "the checkpoint is signed by another key")
        insist(public[:1] == b"\x01" and signature_holds(public[1:], (text + "\n").encode(), signature[4:]), "forged")
        return int(size), bytes_of(root)
    except (ValueError, UnicodeError) as error:
        raise Broken(f"this is not a checkpoint: {error}") from error


def root_of(subtrees):
    """RFC 6962 tree head from the roots of complete subtrees, largest first."""
    if not subtrees:
        return hashlib.sha256(b"").digest()
    head = subtrees[-1]
    for left in reversed(subtrees[:-1]):
        head = hashlib.sha256(b"\x01" + left + head).digest()
    return head


class Ledger:
    """What has been read so far."""

    def __init__(self, sizes):
        self.size, self.head, self.subtrees = 0, bytes(32), []
        self.sizes, self.roots = sizes, {0: root_of([])}
        self.without_content, self.erased = set(), set()

    def take(self, value):
        where = f"entry {self.size}"
        insist(set(value) == {"leaf", "chain", "payload", "salt"}, f"{where} is not an entry")
        leaf = value["leaf"]
        insist(isinstance(leaf, dict) and leaf.get("seq") == self.size, f"{where} is missing or out of order")
        hashed = hashlib.sha256(b"\x00" + canonical(leaf)).digest()
        self.head = hashlib.sha256(self.head + hashed).digest()
        insist(value["chain"] == self.head.hex(), f"{where} does not follow from the one before it")
        self.content(value, where)
        self.grow(hashed)

    def unsaid(self):
        """Entries without content of which no erasure says why."""
        return self.without_content - self.erased

    def grow(self, hashed):
        self.subtrees.append(hashed)
        full = self.size
        while full & 1:
            right, left = self.subtrees.pop(), self.subtrees.pop()
            self.subtrees.append(hashlib.sha256(b"\x01" + left + right).digest())
            full >>= 1
        self.size += 1
        if self.size in self.sizes:
            self.roots[self.size] = root_of(self.subtrees)

    def content(self, value, where):
        payload, salt = value["payload"], value["salt"]
        if payload is None and salt is None:
            self.without_content.add(self.size)
            return
        insist(isinstance(salt, str) and isinstance(payload, dict), f"{where} has half its content")
        try:
            made = hmac.new(bytes.fromhex(salt), canonical(payload), "sha256").hexdigest()
        except ValueError:
            made = ""
        same_salt = salt == salt.lower()
        insist(same_salt and made == value["leaf"].get("commitment"), f"{where} was recorded with other content")
        if value["leaf"].get("type") == "person.erased":
            self.erased.update(payload["entries"])


def check(lines, key, notes, part=False):
    """Check the lines of an export, or of one reader's part, against its own checkpoint and `notes`. Raises Broken."""
    known = [read_note(note, key) for note in notes]
    lines = iter(lines)
    head = object_on(next(lines, b""))
    wanted = {"format": "consort-ledger-1", "origin": key.split("+", 1)[0]}
    insist(part or head != wanted | {"part": True}, "one reader's part; check it with --part")
    insist(head == (wanted | {"part": True} if part else wanted), "not an export of this ledger")
    ledger, end = Ledger({size for size, _ in known}), None
    for line in lines:
        insist(end is None, "there is something after the checkpoint at the end")
        value = object_on(line)
        if set(value) == {"checkpoint"}:
            end = read_note(str(value["checkpoint"]), key)
        else:
            ledger.take(value)
    insist(end is not None, "the export ends without its checkpoint")
    insist(end == (ledger.size, root_of(ledger.subtrees)), "the checkpoint at the end is not of these entries")
    for size, root in known:
        insist(ledger.roots.get(size) == root, f"the first {size} entries are not those of the checkpoint")
    unsaid = ledger.unsaid()
    insist(part or not unsaid, f"entry {min(unsaid, default=0)} has no content, and no erasure says why")
    return ledger


def main():
    parser = argparse.ArgumentParser(description="Check an exported Consort ledger.")
    parser.add_argument("export")
    parser.add_argument("--key", required=True, help="the organization's verifier key")
    parser.add_argument("--checkpoint", action="append", default=[], help="a file with a checkpoint somebody kept")
    parser.add_argument("--part", action="store_true", help="the export is one reader's part")
    given = parser.parse_args()
    notes = []
    for path in given.checkpoint:
        with open(path, encoding="utf-8") as file:
            notes.append(file.read())
    try:
        with open(given.export, "rb") as file:
            ledger = check((line.removesuffix(b"\n") for line in file), given.key, notes, given.part)
    except Broken as broken:
        sys.exit(f"Broken: {broken}")
    withheld = len(ledger.unsaid())
    counted = f"{ledger.size} entries, {len(ledger.without_content) - withheld} erased, {withheld} withheld"
    print(f"Holds: {counted}, root {root_of(ledger.subtrees).hex()}")


if __name__ == "__main__":
    main()
