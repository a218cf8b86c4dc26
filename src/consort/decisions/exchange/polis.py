"""Polis exports: `votes.csv` (timestamp, comment-id, voter-id, vote), `comments.csv`, `summary.csv`."""

import base64
import csv
import io
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consort.core.foreign_files import Unreadable
from consort.decisions.exchange.bundles import File, text_of
from consort.reckon.statements.columns import table_of

VOTES = {"comment-id", "voter-id", "vote"}
TEXTS = {"comment-id", "comment-body"}
MOST_VOTES = 5_000_000
MOST_CELLS = 24_000_000
LONGEST = 2_000


@dataclass
class Votes:
    """The votes as they were cast, in columns; `statements` and `people` hold the numbers of the file."""

    people: "array[int]" = field(default_factory=lambda: array("q"))
    statements: "array[int]" = field(default_factory=lambda: array("q"))
    votes: "array[int]" = field(default_factory=lambda: array("b"))
    at: "array[int]" = field(default_factory=lambda: array("q"))


@dataclass(frozen=True)
class Text:
    text: str
    state: str


def is_polis(file: File) -> bool:
    """Whether the first line names the columns of Polis' votes or comments."""
    head = file.content[:400].decode("utf-8", errors="replace").splitlines()[:1]
    columns = {name.strip().lower() for name in (head[0] if head else "").split(",")}
    return columns >= VOTES or columns >= TEXTS


def read(files: list[File]) -> dict[str, Any]:
    """Title, statements and everybody's latest vote on each. Raises Unreadable."""
    remarks: list[str] = []
    votes: Votes | None = None
    texts: dict[int, Text] = {}
    title = ""
    for file in files:
        columns = _columns(file)
        if columns >= VOTES:
            votes = _votes(file, columns, remarks)
        elif columns >= TEXTS:
            texts |= _texts(file, remarks)
        elif file.name.endswith("summary.csv"):
            title = _topic(file)
        else:
            remarks.append(_("“%(file)s” was not needed.") % {"file": file.name})
    if votes is None or not votes.votes:
        raise Unreadable(_("There are no votes: bring votes.csv too."))
    return {"title": title, **_table(votes, texts, remarks), "remarks": remarks}


def _columns(file: File) -> set[str]:
    first = file.content[:2000].decode("utf-8-sig", errors="replace").splitlines()
    return {name.strip().lower() for name in first[0].split(",")} if first else set()


def _rows(file: File, remarks: list[str]) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text_of(file, remarks)))
    try:
        for row in reader:
            yield reader.line_num, row
    except csv.Error as error:
        raise Unreadable(_("This line cannot be read as CSV."), reader.line_num) from error


def _votes(file: File, columns: set[str], remarks: list[str]) -> Votes:
    rows = _rows(file, remarks)
    names = [name.strip().lower() for name in next(rows)[1]]
    person, statement, vote = (names.index(name) for name in ("voter-id", "comment-id", "vote"))
    at = names.index("timestamp") if "timestamp" in columns else None
    found, odd = Votes(), 0
    for line, row in rows:
        try:
            said = int(row[vote])
            key = int(row[person]), int(row[statement]), 0 if at is None else int(row[at])
        except (ValueError, IndexError):
            odd += bool("".join(row).strip())
            continue
        if said not in (-1, 0, 1) or any(abs(number) >= 2**62 for number in key):
            odd += 1
            continue
        _add(found, key, said, line)
    if odd:
        told = ngettext("%(n)d line is no vote and was left out.", "%(n)d lines are no votes and were left out.", odd)
        remarks.append(told % {"n": odd})
    return found


def _add(found: Votes, key: tuple[int, int, int], said: int, line: int) -> None:
    if len(found.votes) >= MOST_VOTES:
        raise Unreadable(_("More than %(most)s votes.") % {"most": f"{MOST_VOTES:,}"}, line)
    for column, value in zip((found.people, found.statements, found.at, found.votes), (*key, said), strict=True):
        column.append(value)


def _texts(file: File, remarks: list[str]) -> dict[int, Text]:
    rows = _rows(file, remarks)
    names = [name.strip().lower() for name in next(rows)[1]]
    number, body = names.index("comment-id"), names.index("comment-body")
    moderated = names.index("moderated") if "moderated" in names else None
    found = {}
    for _line, row in rows:
        if len(row) > max(number, body) and row[number].strip().isdecimal():
            rejected = moderated is not None and row[moderated : moderated + 1] == ["-1"]
            found[int(row[number])] = Text(row[body].strip(), "set_aside" if rejected else "shown")
    return found


def _topic(file: File) -> str:
    """The first line of summary.csv: `topic,…`."""
    for row in csv.reader(io.StringIO(file.content.decode("utf-8", errors="replace"))):
        if row[:1] == ["topic"] and len(row) > 1:
            return row[1].strip()[:200]
    return ""


def _table(votes: Votes, texts: dict[int, Text], remarks: list[str]) -> dict[str, Any]:
    people, statements = len(set(votes.people)), sorted(set(votes.statements) | set(texts))
    if people * len(statements) > MOST_CELLS:
        raise Unreadable(
            _("%(people)s people and %(statements)s statements are more than is read.")
            % {"people": f"{people:,}", "statements": f"{len(statements):,}"}
        )
    table = table_of(votes.people, votes.statements, votes.votes, votes.at, among=statements)
    told = [_statement(number, texts, remarks) for number in statements]
    columns = [base64.b85encode(column.tobytes()).decode() for column in table.votes.T]
    return {
        "people": people,
        "cast": len(votes.votes),
        "replaced": table.replaced,
        "statements": [{**said, "votes": column} for said, column in zip(told, columns, strict=True)],
    }


def _statement(number: int, texts: dict[int, Text], remarks: list[str]) -> dict[str, Any]:
    found = texts.get(number)
    if found is None or not found.text:
        remarks.append(_("Statement %(number)d has no words.") % {"number": number})
    words = found.text if found and found.text else _("Statement %(number)d") % {"number": number}
    if len(words) > LONGEST:
        remarks.append(_("Statement %(number)d was longer than can be shown; its end is missing.") % {"number": number})
    return {"number": number, "text": words[:LONGEST], "state": found.state if found else "shown"}
