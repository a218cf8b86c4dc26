"""Ballots written as PrefLib and BLT: strict and valid. Equal ballots are counted together, the most frequent first."""

from collections import Counter

from consort.reckon.ballots.file import BallotFile, Ranks


def write_preflib(file: BallotFile, *, name: str = "ballots") -> str:
    """Today's PrefLib format, its kind (soc, soi, toc, toi) as the ballots have it. Blank ballots have no place in it.

    Source: PrefLib, "Format specification" (2022).
    """
    orders = [(count, ranks) for count, ranks in _together(file) if _is_cast(ranks)]
    kind = _kind([ranks for _count, ranks in orders])
    head = {
        "FILE NAME": f"{name}.{kind}",
        "TITLE": _line(file.title),
        "DESCRIPTION": "",
        "DATA TYPE": kind,
        "MODIFICATION TYPE": "original",
        "RELATES TO": "",
        "RELATED FILES": "",
        "PUBLICATION DATE": "",
        "MODIFICATION DATE": "",
        "NUMBER ALTERNATIVES": str(len(file.options)),
        "NUMBER VOTERS": str(sum(count for count, _ranks in orders)),
        "NUMBER UNIQUE ORDERS": str(len(orders)),
    }
    head |= {f"ALTERNATIVE NAME {place}": _line(option) for place, option in enumerate(file.options, 1)}
    lines = [f"# {key}: {value}".rstrip() for key, value in head.items()]
    lines += [f"{count}: {','.join(_tier(tier) for tier in _tiers(ranks))}" for count, ranks in orders]
    return "\n".join(lines) + "\n"


def write_blt(file: BallotFile, *, seats: int = 1) -> str:
    """The BLT format, with `=` between options of one rank; blank ballots stay.

    Source: Hill, Wichmann & Woodall 1987.
    """
    lines = [f"{len(file.options)} {seats}"]
    lines += [
        " ".join((str(count), *("=".join(str(place) for place in tier) for tier in _tiers(ranks)), "0"))
        for count, ranks in _together(file)
    ]
    names = [_quoted(option) for option in file.options]
    return "\n".join((*lines, "0", *names, _quoted(file.title))) + "\n"


def _together(file: BallotFile) -> list[tuple[int, Ranks]]:
    counted: Counter[tuple[tuple[int, ...], ...]] = Counter()
    of: dict[tuple[tuple[int, ...], ...], Ranks] = {}
    for count, ranks in file.ballots:
        key = tuple(_tiers(ranks))
        counted[key] += count
        of.setdefault(key, ranks)
    return [(count, of[key]) for key, count in sorted(counted.items(), key=lambda each: (-each[1], each[0]))]


def _tiers(ranks: Ranks) -> list[tuple[int, ...]]:
    """Numbers of the options from 1, those of one rank together, best first."""
    given = sorted({rank for rank in ranks if rank is not None})
    return [tuple(place for place, rank in enumerate(ranks, 1) if rank == each) for each in given]


def _is_cast(ranks: Ranks) -> bool:
    return any(rank is not None for rank in ranks)


def _kind(orders: list[Ranks]) -> str:
    strict = all(len(tier) == 1 for ranks in orders for tier in _tiers(ranks))
    complete = all(rank is not None for ranks in orders for rank in ranks)
    return ("so" if strict else "to") + ("c" if complete else "i")


def _tier(tier: tuple[int, ...]) -> str:
    numbers = ",".join(str(number) for number in tier)
    return numbers if len(tier) == 1 else f"{{{numbers}}}"


def _line(text: str) -> str:
    return " ".join(text.split())


def _quoted(text: str) -> str:
    return '"{}"'.format(_line(text).replace('"', "'"))
