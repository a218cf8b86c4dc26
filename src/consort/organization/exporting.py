"""The ledger as one person may have it: every entry and the whole chain, content only where they may read it."""

import json
from collections.abc import AsyncIterator, Iterator
from itertools import islice
from typing import Any

from asgiref.sync import sync_to_async

from consort.core.ledger import exporting, hashing
from consort.core.models import Chain, Payload, Person

AT_ONCE = 500


def lines_for(person: Person) -> Iterator[bytes]:
    """The lines of the export, each with its newline. Runs one query, and one per 2,000 entries."""
    organization = person.organization
    readable = bytearray(Chain.objects.filter(organization=organization).values_list("size", flat=True).first() or 0)
    for seq in Payload.objects.visible_to(person).values_list("entry__seq", flat=True).iterator():
        if seq < len(readable):
            readable[seq] = 1
    for line in exporting.lines(organization):
        yield hashing.canonical(_as_part(json.loads(line), readable)) + b"\n"


def _as_part(value: dict[str, Any], readable: bytearray) -> dict[str, Any]:
    if "origin" in value:
        return exporting.head(value["origin"], part=True)
    if "leaf" not in value or _is_set(readable, value["leaf"]["seq"]):
        return value
    return {**value, "payload": None, "salt": None}


def _is_set(flags: bytearray, place: int) -> bool:
    return place < len(flags) and flags[place] == 1


async def in_pieces(lines: Iterator[bytes]) -> AsyncIterator[bytes]:
    """The same bytes in larger pieces, for a server that is asynchronous, without holding all of them at once."""
    take = sync_to_async(lambda: b"".join(islice(lines, AT_ONCE)))
    while piece := await take():
        yield piece
