"""Ballots from foreign files, and as such: PrefLib, BLT and rank matrices in, PrefLib and BLT out. Pure."""

import re

from consort.reckon.ballots.blt import read_blt
from consort.reckon.ballots.decoding import decode, lines_of
from consort.reckon.ballots.file import BallotFile, BallotFileError, Repairs
from consort.reckon.ballots.kubernetes import read_rank_matrix
from consort.reckon.ballots.preflib import read_preflib
from consort.reckon.ballots.writing import write_blt, write_preflib

__all__ = [
    "BallotFile",
    "BallotFileError",
    "read_ballots",
    "read_blt",
    "read_preflib",
    "read_rank_matrix",
    "write_blt",
    "write_preflib",
]

PREFLIB_ORDER = re.compile(r"\s*[0-9]+(\.0+)?\s*:")
PREFLIB_OLD = re.compile(r"\s*[0-9]+\s*$")
BLT_SIZES = re.compile(r"\s*[0-9]+\s+[0-9]+\s*(#.*)?$")


def read_ballots(data: bytes | str, *, file_name: str = "", title: str = "") -> BallotFile:
    """Recognize the format by its content and read it. Raises `BallotFileError`."""
    lines = [line for line in lines_of(decode(data, Repairs())) if line.strip()]
    content = [line for line in lines if not line.lstrip().startswith("#")]
    if content and BLT_SIZES.match(content[0]):
        return read_blt(data, title=title)
    starts_like_preflib = lines[0].lstrip().startswith("#") or PREFLIB_ORDER.match(lines[0])
    if starts_like_preflib or PREFLIB_OLD.match(lines[0]):
        return read_preflib(data, file_name=file_name, title=title)
    return read_rank_matrix(data, title=title)
