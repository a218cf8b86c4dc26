"""What is done with rounds."""

from consort.rounds.actions.asking import NewQuestion, ask, ask_also, move_opening, withdraw
from consort.rounds.actions.guests import seal_for_guests
from consort.rounds.actions.opening import open_due, open_round
from consort.rounds.actions.sealing import decline, keep_draft, seal_answers, take_back

__all__ = [
    "NewQuestion",
    "ask",
    "ask_also",
    "decline",
    "keep_draft",
    "move_opening",
    "open_due",
    "open_round",
    "seal_answers",
    "seal_for_guests",
    "take_back",
    "withdraw",
]
