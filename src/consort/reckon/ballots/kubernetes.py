"""Rank matrices as the Kubernetes project publishes them: option names, then one row of ranks per voter."""

import csv
import io
import re
from collections.abc import Iterator

from consort.reckon.ballots.decoding import decode
from consort.reckon.ballots.file import BallotFile, BallotFileError, Pile, Ranks, Repairs, check_options, distinct_names

NO_OPINION = frozenset({"no opinion", "no-opinion", "no_opinion", "-", "n/a", "none"})
RANK = re.compile(r"\+?([0-9]{1,6})(?:\.0+)?")
Row = tuple[int, list[str]]


def read_rank_matrix(data: bytes | str, *, title: str = "") -> BallotFile:
    """Read `ballots.csv`: a header of names, then ranks or "No opinion" (compared with no other option).

    Equal ranks and gaps between ranks are allowed: only the order counts. Mended with a note: other separators,
    missing cells (no opinion), blank cells too many, repeated names.
    Raises `BallotFileError` for everything that would have to be guessed.
    """
    repairs = Repairs()
    text = decode(data, repairs)
    rows = _rows(text, _separator(text, repairs))
    line, header = next(rows, (1, []))
    names = _names(header, line, repairs)
    pile = Pile(len(names))
    for line, cells in rows:
        pile.add(1, _ranks(cells, len(names), line, repairs), line)
    if not pile.ballots:
        raise BallotFileError("There is no ballot below the names.")
    return BallotFile(title, names, tuple(pile.ballots), "not_compared", repairs.report())


def _separator(text: str, repairs: Repairs) -> str:
    first = text.lstrip().split("\n", 1)[0]
    found = max(",;\t", key=first.count)
    if found != "," and found in first:
        repairs.note(f"Cells are separated by {'tabs' if found == chr(9) else 'semicolons'} instead of commas.")
        return found
    return ","


def _rows(text: str, separator: str) -> Iterator[Row]:
    """Rows that hold anything, with their line."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield reader.line_num, [cell.strip() for cell in cells]
    except csv.Error as problem:
        raise BallotFileError(f"The table cannot be read ({problem}).", reader.line_num) from problem


def _names(header: list[str], line: int, repairs: Repairs) -> tuple[str, ...]:
    while header and not header[-1]:
        header = header[:-1]
    check_options(len(header), line)
    if all(RANK.fullmatch(cell) or cell.lower() in NO_OPINION for cell in header):
        raise BallotFileError("The first row must hold the names of the options, but it holds ranks.", line)
    return distinct_names(header, repairs)


def _ranks(cells: list[str], options: int, line: int, repairs: Repairs) -> Ranks:
    if any(cells[options:]):
        raise BallotFileError(f"{len(cells)} cells for {options} options.", line)
    if len(cells) > options:
        repairs.note("Empty cells at the end were dropped.", line)
    if len(cells) < options:
        repairs.note(f"Only {len(cells)} of {options} cells; the rest was read as no opinion.", line)
    padded = cells[:options] + ["no opinion"] * (options - len(cells))
    return tuple(_rank(cell, line, repairs) for cell in padded)


def _rank(cell: str, line: int, repairs: Repairs) -> int | None:
    """One cell. Ranks may be any whole number from 0."""
    if " ".join(cell.lower().split()) in NO_OPINION:
        return None
    if not cell:
        repairs.note("An empty cell was read as no opinion.", line)
        return None
    if not (found := RANK.fullmatch(cell)):
        raise BallotFileError(f"“{cell[:40]}” is neither a rank nor “No opinion”.", line)
    return int(found[1])
