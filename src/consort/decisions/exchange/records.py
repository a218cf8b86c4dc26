"""A decision as a record tells it: plain data between a file and the register."""

import base64
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any


def packed(content: bytes) -> str:
    return base64.b85encode(content).decode()


def unpacked(content: str) -> bytes:
    return base64.b85decode(content)


class Standing(StrEnum):
    OPEN = "open"
    DECIDED = "decided"
    REJECTED = "rejected"


@dataclass
class Alternative:
    """One considered option. `text` says what it is; the rest what speaks for and against it."""

    title: str
    text: str = ""
    good: list[str] = field(default_factory=list)
    bad: list[str] = field(default_factory=list)
    neutral: list[str] = field(default_factory=list)


@dataclass
class Record:
    """`content` is what it was read from, `packed`; `chosen` a place among the alternatives; `date` ISO or empty.

    `supersedes` and `superseded_by` name other records by number, file or title. `more` holds what has no other place:
    (heading, text).
    """

    title: str
    form: str = "madr"
    file_name: str = ""
    content: str = ""
    status: str = ""
    standing: Standing = Standing.OPEN
    date: str = ""
    makers: list[str] = field(default_factory=list)
    consulted: list[str] = field(default_factory=list)
    informed: list[str] = field(default_factory=list)
    context: str = ""
    drivers: str = ""
    alternatives: list[Alternative] = field(default_factory=list)
    chosen: int | None = None
    outcome: str = ""
    because: str = ""
    supersedes: list[str] = field(default_factory=list)
    superseded_by: list[str] = field(default_factory=list)
    more: list[tuple[str, str]] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, found: dict[str, Any]) -> "Record":
        alternatives = [Alternative(**each) for each in found["alternatives"]]
        more = [(heading, text) for heading, text in found["more"]]
        changed = {"alternatives": alternatives, "more": more, "standing": Standing(found["standing"])}
        return cls(**{**found, **changed})
