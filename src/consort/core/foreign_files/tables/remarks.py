"""What is said about the reading of a file."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise


@dataclass(frozen=True)
class Remark:
    """What was mended at a place, or why it was lost. `at` is a line, or a path; 0 is the file as a whole."""

    line: int
    text: str | Promise
    is_loss: bool = False


@dataclass
class Remarks:
    """The repair report while a file is being read."""

    remarks: list[Remark] = field(default_factory=list)

    @property
    def lost(self) -> Sequence[Remark]:
        return [remark for remark in self.remarks if remark.is_loss]

    @property
    def mended(self) -> Sequence[Remark]:
        return [remark for remark in self.remarks if not remark.is_loss]

    def mend(self, line: int, text: str | Promise) -> None:
        self.remarks.append(Remark(line, text))

    def lose(self, line: int, text: str | Promise) -> None:
        self.remarks.append(Remark(line, text, is_loss=True))


def to_json(remarks: Iterable[Remark]) -> list[list[Any]]:
    return [[remark.line, str(remark.text), remark.is_loss] for remark in remarks]


def from_json(found: Iterable[list[Any]]) -> list[Remark]:
    return [Remark(*each) for each in found]
