"""How the sealed rounds of the strategy are worked out when they open. Registered with `rounds.results`."""

from typing import Any

from consort.rounds.results import Opened, register, summaries
from consort.vision.actions import checking_in


def of_check_in(opened: Opened) -> dict[str, Any]:
    """Each answer becomes a check-in; the summaries of the questions."""
    said = [(person, answers) for person, answers in opened.answers if person is not None]
    checking_in.keep_opened(opened.round, said)
    return summaries(opened)


def register_all() -> None:
    """Called once, when everything is ready."""
    register(checking_in.KIND, of_check_in)
