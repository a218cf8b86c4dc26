"""What travels over a document's socket: the messages of y-protocols, and one of ours that says what is stored."""

from dataclasses import dataclass
from enum import IntEnum

from pycrdt import Decoder, write_var_uint

LARGEST = 1024 * 1024


class Kind(IntEnum):
    """What a message is. `SAVED` is ours: how many of the sender's messages are stored, then whether it may write."""

    STEP_1 = 0
    STEP_2 = 1
    UPDATE = 2
    AWARENESS = 3
    SAVED = 4


@dataclass(frozen=True)
class Message:
    kind: Kind
    content: bytes


def read(data: bytes) -> Message | None:
    """The message in `data`, or None for what nobody asked for. Never raises."""
    try:
        decoder = Decoder(data)
        kind = decoder.read_var_uint()
        if kind == 0:
            return Message(Kind(decoder.read_var_uint()), decoder.read_message() or b"")
        return Message(Kind.AWARENESS, decoder.read_message() or b"") if kind == 1 else None
    except (ValueError, IndexError, RuntimeError, OverflowError):
        return None


def sync(kind: Kind, content: bytes) -> bytes:
    """A message of the synchronization: `STEP_1`, `STEP_2` or `UPDATE`."""
    return b"\x00" + write_var_uint(kind) + write_var_uint(len(content)) + content


def awareness(content: bytes) -> bytes:
    return b"\x01" + write_var_uint(len(content)) + content


def saved(count: int, may_write: bool) -> bytes:
    """How many of the reader's own messages are stored for good, and whether it may write."""
    return b"\x04" + write_var_uint(count) + write_var_uint(int(may_write))
