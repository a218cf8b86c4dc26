"""The words by which sealed text is recognized, whatever it was turned into on the way."""

import base64
import re
from collections.abc import Iterator

WORDS = ("quokka", "lantern")
MARK = "-".join(WORDS)


def mark_of(name: str) -> str:
    """What `name` writes and nobody else may read."""
    return f"{MARK}-{name}-marzipan"


def findings(text: bytes, own: str = "") -> list[str]:
    """The disguises in which marks occur in `text`; `own` is the name of a reader who may read what they wrote."""
    if own:
        text = text.replace(mark_of(own).encode(), b"")
    return [name for name, pattern in _DISGUISES if pattern.search(text)]


def _disguises() -> Iterator[tuple[str, re.Pattern[bytes]]]:
    for word in WORDS:
        yield word, re.compile(word.encode(), re.IGNORECASE)
        yield f"{word}, backwards", re.compile(word[::-1].encode(), re.IGNORECASE)
        yield f"{word} in hex", re.compile(word.encode().hex().encode(), re.IGNORECASE)
        yield f"{word} in UTF-16", re.compile(re.escape(word.encode("utf-16-le")))
        for shift in range(3):
            yield f"{word} in base64", re.compile(re.escape(_base64_of(word, shift)))


def _base64_of(word: str, shift: int) -> bytes:
    """The middle of the word in base64, as it stands `shift` bytes after a boundary."""
    encoded = base64.b64encode(b"\0" * shift + word.encode())
    return encoded[-(-shift * 8 // 6) : len(word) * 8 // 6 + shift - 1]


_DISGUISES = list(_disguises())
