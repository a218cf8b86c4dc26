"""What is done with commitments."""

from consort.commitments.actions.dates import agree_new_date, ask_new_date, refuse_new_date
from consort.commitments.actions.keeping import (
    confirm_kept,
    not_kept,
    pass_in_silence,
    release,
    say_done,
    take_back,
)
from consort.commitments.actions.making import accept, decline, promise, propose

__all__ = [
    "accept",
    "agree_new_date",
    "ask_new_date",
    "confirm_kept",
    "decline",
    "not_kept",
    "pass_in_silence",
    "promise",
    "propose",
    "refuse_new_date",
    "release",
    "say_done",
    "take_back",
]
