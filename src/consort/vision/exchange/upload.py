"""A file on its way: from the form to the report, through what has to be asked, to the moment it is kept."""

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

from consort.core.foreign_files import tickets
from consort.core.models import Person
from consort.vision.exchange.bringing import File
from consort.vision.exchange.choices import Choices
from consort.vision.exchange.sheets import reading as sheets
from consort.vision.exchange.stratml import reading as stratml

SCOPE = "strategy file"
MARKS = (BOM_UTF8, BOM_UTF16_LE, BOM_UTF16_BE)


@dataclass
class Upload:
    """`answers` are to what the file does not show; `id` is that of the plan it will be kept as."""

    name: str
    content: bytes
    choices: Choices
    answers: dict[str, str] = field(default_factory=dict)
    id: UUID = field(default_factory=uuid4)

    def read(self) -> tuple[File, list[str]]:
        """What it holds, and what has to be asked before it can be kept. Raises Unreadable."""
        if looks_like_xml(self.content):
            document = stratml.bring(self.content)
            return File(self.name, document.items, document.remarks, document.tree), []
        table = sheets.bring(self.content, self.answers)
        return File(self.name, table.items, table.remarks), table.asks

    def ticket(self, person: Person, fingerprint: str = "") -> str:
        """All of it for the next step. Raises Unreadable when a form cannot hold it."""
        said = [
            self.name,
            tickets.packed(self.content),
            self.choices.to_json(),
            self.answers,
            str(self.id),
            fingerprint,
        ]
        return tickets.issue(SCOPE, person, said)

    @classmethod
    def of(cls, ticket: str, person: Person) -> "tuple[Upload, str]":
        """The upload, and the fingerprint of the plan that was shown. Raises Refused."""
        carried: list[Any] = tickets.carried_by(ticket, SCOPE, person)
        name, content, choices, answers, id, fingerprint = carried
        upload = cls(name, tickets.unpacked(content), Choices.from_json(choices, person), answers, UUID(id))
        return upload, fingerprint


def looks_like_xml(content: bytes) -> bool:
    """Whether the first thing in it is a tag, in whatever encoding."""
    start = content[:200]
    for mark in MARKS:
        start = start.removeprefix(mark)
    return start.replace(b"\x00", b"").lstrip().startswith(b"<")
