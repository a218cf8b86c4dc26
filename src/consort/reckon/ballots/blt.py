"""BLT files, as OpenSTV, OpaVote and many election offices write them."""

import re
from collections.abc import Iterator

from consort.reckon.ballots.decoding import decode, lines_of
from consort.reckon.ballots.file import BallotFile, BallotFileError, Pile, Ranks, Repairs, check_options, distinct_names

SIZES = re.compile(r"\s*([0-9]{1,6})\s+([0-9]{1,6})\s*$")
NUMBER = re.compile(r"[0-9]{1,6}")
COUNT = re.compile(r"([0-9]{1,10})(?:\.0+)?")
QUOTED = re.compile(r'"([^"]*)"?')
IDENTIFIER = re.compile(r"^\s*\([^()]*\)")
Line = tuple[int, str]


def read_blt(data: bytes | str, *, title: str = "") -> BallotFile:
    """Read a BLT file: sizes, withdrawn options (`-2`), ballots (`3 4 1=2 0`), `0`, then names and title in quotes.

    Options a ballot does not rank are last; withdrawn options stay in the list, ranked by nobody. The number of seats
    is noted, for it is not used. Raises `BallotFileError` for unknown options or one named twice on a ballot.
    Source: Hill, Wichmann & Woodall 1987, "Algorithm 123: single transferable vote by Meek's method".
    """
    repairs = Repairs()
    lines = _lines(decode(data, repairs))
    number, first = next(lines, (1, ""))
    if not (sizes := SIZES.match(first)):
        raise BallotFileError("Expected the number of options and of seats.", number)
    options = int(sizes[1])
    check_options(options, number)
    repairs.note(f"The file is about {sizes[2]} seats; the number of seats is not used.", number)
    pile = _read_ballots(lines, options, repairs)
    names = [name for _, line in lines for name in QUOTED.findall(line)]
    named = distinct_names([*names[:options], *([""] * (options - len(names)))], repairs)
    return BallotFile(title or " ".join(names[options:]), named, tuple(pile.ballots), "last", repairs.report())


def _lines(text: str) -> Iterator[Line]:
    """Lines that hold anything, without comments."""
    for number, line in enumerate(lines_of(text), 1):
        kept = line if '"' in line else line.partition("#")[0]
        if kept.strip():
            yield number, kept.strip()


def _read_ballots(lines: Iterator[Line], options: int, repairs: Repairs) -> Pile:
    """Read up to the line `0`, leaving the names in `lines`."""
    pile, withdrawn = Pile(options), set[int]()
    for number, line in lines:
        parts = IDENTIFIER.sub("", line).split()
        if parts == ["0"]:
            break
        if all(re.fullmatch("-[0-9]{1,6}", part) for part in parts):
            withdrawn |= {int(part) for part in parts}
            repairs.note(f"Withdrawn: option {' and '.join(part[1:] for part in parts)}; nobody ranks it.", number)
            continue
        count, ranks = _ballot(parts, options, number, repairs)
        if count:
            kept = (None if -place in withdrawn else rank for place, rank in enumerate(ranks, 1))
            pile.add(count, tuple(kept), number)
    if not pile.ballots:
        raise BallotFileError("There are no ballots in the file.")
    return pile


def _ballot(parts: list[str], options: int, line: int, repairs: Repairs) -> tuple[int, Ranks]:
    if not (found := COUNT.fullmatch(parts[0])):
        raise BallotFileError(f"“{parts[0][:40]}” is not a number of ballots.", line)
    if parts[-1] != "0" or len(parts) < 2:
        repairs.note("The ballot does not end with 0.", line)
        parts = [*parts, "0"]
    ranks: list[int | None] = [None] * options
    for rank, part in enumerate(parts[1:-1], 1):
        for number in [] if part == "-" else part.split("="):
            if not NUMBER.fullmatch(number) or not 1 <= int(number) <= options:
                raise BallotFileError(f"There is no option “{number[:40]}”.", line)
            if ranks[int(number) - 1] is not None:
                raise BallotFileError(f"Option {number} stands twice on one ballot.", line)
            ranks[int(number) - 1] = rank
    return int(found[1]), tuple(ranks)
