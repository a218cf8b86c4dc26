"""From bytes to text, or a plain reason why not."""

import codecs
import re

from consort.reckon.ballots.file import MOST_BYTES, BallotFileError, Repairs

NOT_TEXT = re.compile(r"[\x00-\x08\x0e-\x1f]")
LINE_END = re.compile(r"\r\n|\n|\r")


def decode(data: bytes | str, repairs: Repairs) -> str:
    """Read UTF-8 (with or without mark), UTF-16 with mark, or, noted as a repair, Latin text.

    Raises `BallotFileError` when the data is empty, too large, binary, or only a pointer to a file.
    """
    if len(data) > MOST_BYTES:
        raise BallotFileError(f"The file is larger than {MOST_BYTES // 1_000_000} MB.")
    text = data.removeprefix("\ufeff") if isinstance(data, str) else _from_bytes(data, repairs)
    if not text.strip():
        raise BallotFileError("The file is empty.")
    _refuse_binary(text)
    if text.startswith("version https://git-lfs.github.com/spec/"):
        raise BallotFileError("This is only a pointer (Git LFS) to the file, not the file itself.", 1)
    return text


def _from_bytes(data: bytes, repairs: Repairs) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _strictly(data, "utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = data.count(b"\n", 0, problem.start) + 1
    _refuse_binary(data.decode("latin-1"))
    repairs.note("The text is not UTF-8; it was read as Latin text (Windows-1252 or ISO 8859-1).", line)
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as problem:
        raise BallotFileError("The file says it is UTF-16 but is not.") from problem


def _refuse_binary(text: str) -> None:
    """Raise at the first control character that no text has, NUL above all."""
    if found := NOT_TEXT.search(text):
        kind = "NUL bytes" if found[0] == "\0" else "control characters"
        raise BallotFileError(f"The file holds {kind}: it is not text.", text.count("\n", 0, found.start()) + 1)


def lines_of(text: str) -> list[str]:
    """Lines as an editor counts them, whatever ends them."""
    return LINE_END.split(text)
