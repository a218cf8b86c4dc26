"""PrefLib files of ballots: soc, soi, toc, toi and cat, in today's format and in the one used before 2022."""

import re
from dataclasses import dataclass, field

from consort.reckon.ballots.decoding import decode, lines_of
from consort.reckon.ballots.file import BallotFile, BallotFileError, Pile, Ranks, Repairs, check_options, distinct_names

GRAPHS = {"wmd", "tog", "mjg", "wmg", "pwg"}
NAME = re.compile(r"ALTERNATIVE NAME ([0-9]{1,6})$")
OLD_NAME = re.compile(r"\s*([0-9]{1,6})\s*,\s*(.*?)\s*$")
COUNT = re.compile(r"\s*([0-9]{1,12})(?:\.0+)?\s*$")
PART = re.compile(r"\{([^{}]*)\}|([^,{}\s]+)|([{}])")
NUMBER = re.compile(r"[0-9]{1,6}")
Line = tuple[int, str]


@dataclass
class Header:
    """What stands above the ballots."""

    values: dict[str, str] = field(default_factory=dict)
    names: dict[int, str] = field(default_factory=dict)


def read_preflib(data: bytes | str, *, file_name: str = "", title: str = "") -> BallotFile:
    """Read a PrefLib file of orders; options it does not rank are last.

    `file_name` only helps to recognize files of graphs, which hold no ballots. Mended with a note: missing or repeated
    names, wrong totals in the header, blank ballots, ballots of nobody, missing header lines.
    Raises `BallotFileError` for graphs, unknown options, an option named twice on a ballot, unreadable lines.
    Source: PrefLib, "Format specification" (2022) and its earlier form.
    """
    repairs = Repairs()
    lines = [(number, line) for number, line in enumerate(lines_of(decode(data, repairs)), 1) if line.strip()]
    old = bool(COUNT.match(lines[0][1]))
    header, orders = _old_layout(lines, repairs) if old else _layout(lines, repairs)
    _refuse_graphs(header, file_name)
    separator = "," if old else ":"
    numbers = _numbers(header, orders, separator, repairs)
    pile = _read_orders(orders, separator, {number: place for place, number in enumerate(numbers)}, repairs)
    _compare_totals(header, pile, repairs)
    names = distinct_names([header.names.get(number, "") for number in numbers], repairs)
    return BallotFile(title or header.values.get("TITLE", ""), names, tuple(pile.ballots), "last", repairs.report())


def _layout(lines: list[Line], repairs: Repairs) -> tuple[Header, list[Line]]:
    """Today's format: `# KEY: value`, then `count: order`."""
    header, orders = Header(), []
    for number, line in lines:
        if not line.lstrip().startswith("#"):
            orders.append((number, line))
            continue
        key, colon, value = line.lstrip().lstrip("#").partition(":")
        key = " ".join(key.upper().split())
        if found := NAME.match(key):
            header.names[int(found[1])] = value.strip()
        elif colon:
            header.values[key] = value.strip()
        elif key:
            repairs.note("A comment was left out.", number)
    return header, orders


def _old_layout(lines: list[Line], repairs: Repairs) -> tuple[Header, list[Line]]:
    """Before 2022: number of options, `number,name` for each, `voters,sum,orders`, then `count,order`."""
    size = int(_count(lines[0][1], lines[0][0]))
    check_options(size, lines[0][0])
    header = Header({"NUMBER ALTERNATIVES": str(size)})
    if len(lines) < size + 2:
        raise BallotFileError(f"The file ends before its {size} options are named.", lines[-1][0])
    for number, line in lines[1 : size + 1]:
        if not (found := OLD_NAME.match(line)):
            raise BallotFileError("Expected the number and name of an option.", number)
        header.names[int(found[1])] = found[2].strip('"')
    totals = [part.strip() for part in lines[size + 1][1].split(",")]
    if len(totals) != 3:
        repairs.note("The line with the totals is missing.", lines[size + 1][0])
        return header, lines[size + 1 :]
    header.values |= {"NUMBER VOTERS": totals[0], "NUMBER UNIQUE ORDERS": totals[2]}
    return header, lines[size + 2 :]


def _refuse_graphs(header: Header, file_name: str) -> None:
    kinds = {header.values.get("DATA TYPE", "").lower(), file_name.rpartition(".")[2].lower()}
    if kinds & GRAPHS:
        raise BallotFileError("This PrefLib file holds a graph of comparisons, not ballots.")


def _numbers(header: Header, orders: list[Line], separator: str, repairs: Repairs) -> list[int]:
    """Numbers of all options, in order: the named ones and those the header counts; without a header, those used."""
    stated = header.values.get("NUMBER ALTERNATIVES", "")
    size = int(stated) if NUMBER.fullmatch(stated) else 0
    check_options(max(1, size))
    numbers = set(header.names)
    if len(numbers) < size:
        numbers |= set(range(1, size + 1))
    if size and len(numbers) != size:
        repairs.note(f"The header says {size} options and names {len(header.names)}; {len(numbers)} were read.")
    if not numbers:
        used = [NUMBER.findall(line.partition(separator)[2]) for _, line in orders]
        numbers = {int(number) for line in used for number in line}
        repairs.note("There is no header; the options are those that appear on a ballot.")
    check_options(len(numbers))
    return sorted(numbers)


def _read_orders(orders: list[Line], separator: str, places: dict[int, int], repairs: Repairs) -> Pile:
    pile, seen = Pile(len(places)), set[Ranks]()
    for number, line in orders:
        before, found, order = line.partition(separator)
        if not found:
            raise BallotFileError("Expected a number of ballots, then an order.", number)
        count, ranks = _count(before, number), _ranks(order, places, number)
        if not count:
            repairs.note("A ballot cast by nobody was left out.", number)
            continue
        if all(rank is None for rank in ranks):
            repairs.note(f"A blank ballot ({count} times) ranks nothing.", number)
        elif ranks in seen:
            repairs.note("This order stood above already; both were counted.", number)
        seen.add(ranks)
        pile.add(count, ranks, number)
    if not pile.ballots:
        raise BallotFileError("There are no ballots in the file.")
    return pile


def _count(text: str, line: int) -> int:
    if not (found := COUNT.match(text)):
        raise BallotFileError(f"“{text.strip()[:40]}” is not a number of ballots.", line)
    return int(found[1])


def _ranks(order: str, places: dict[int, int], line: int) -> Ranks:
    """Ranks from 1, one for each part of the order; a part in braces shares one rank."""
    ranks: list[int | None] = [None] * len(places)
    rank = 0
    for part in PART.finditer(order):
        if part[3]:
            raise BallotFileError("A brace has no partner.", line)
        numbers = [part[2]] if part[1] is None else part[1].replace(",", " ").split()
        rank += bool(numbers)
        for number in numbers:
            place = places.get(int(number)) if NUMBER.fullmatch(number) else None
            if place is None:
                raise BallotFileError(f"There is no option “{number[:40]}”.", line)
            if ranks[place] is not None:
                raise BallotFileError(f"Option {number} stands twice on one ballot.", line)
            ranks[place] = rank
    return tuple(ranks)


def _compare_totals(header: Header, pile: Pile, repairs: Repairs) -> None:
    for key, found in (("NUMBER VOTERS", pile.people), ("NUMBER UNIQUE ORDERS", len(pile.ballots))):
        stated = header.values.get(key, str(found))
        if stated != str(found):
            what = "ballots" if key == "NUMBER VOTERS" else "different orders"
            repairs.note(f"The header says {stated[:40] or 'nothing of'} {what}; {found} were read.")
