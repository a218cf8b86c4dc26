"""What differs between two wordings of the same thing, word by word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from consort.vision.publishing.snapshots import Part

WORD = re.compile(r"\s+|[^\s]+")
MOST = 4000


@dataclass(frozen=True)
class Piece:
    """A run of words: `kept`, `added` or `removed`."""

    kind: str
    text: str


@dataclass(frozen=True)
class Line:
    """A line of the newer wording with what was taken out of it and put into it, or one that was taken out."""

    label: str
    pieces: list[Piece]


def between(before: Sequence[Part], after: Sequence[Part]) -> list[Line]:
    """The lines of `after` in their order, each against its counterpart, with lines that are gone in their places."""
    old, new = [_key(part) for part in before], [_key(part) for part in after]
    lines: list[Line] = []
    for what, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            lines += [Line(part["label"], [Piece("kept", part["text"])]) for part in after[c:d]]
        else:
            lines += _paired(list(before[a:b]), list(after[c:d]))
    return lines


def of_text(before: str, after: str) -> list[Piece]:
    """The words of `after` with what was removed from `before` in its place."""
    return list(_pieces(WORD.findall(before), WORD.findall(after)))


def _key(part: Part) -> tuple[str, str]:
    return part["label"], part["text"]


def _paired(gone: list[Part], come: list[Part]) -> Iterator[Line]:
    """Lines with the same label belong to each other."""
    for part in come:
        same = next((old for old in gone if old["label"] == part["label"]), None)
        if same is None:
            yield Line(part["label"], [Piece("added", part["text"])])
        else:
            gone.remove(same)
            yield Line(part["label"], of_text(same["text"], part["text"]))
    for part in gone:
        yield Line(part["label"], [Piece("removed", part["text"])])


def _pieces(old: list[str], new: list[str]) -> Iterator[Piece]:
    """Comparing costs the square of the length, so a text of more than `MOST` words and spaces is replaced whole."""
    if max(len(old), len(new)) > MOST:
        old, new = ["".join(old)], ["".join(new)]
    for what, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            yield Piece("kept", "".join(new[c:d]))
            continue
        if b > a:
            yield Piece("removed", "".join(old[a:b]))
        if d > c:
            yield Piece("added", "".join(new[c:d]))
