"""The published rule that chooses one word for a strand of a partnership."""

from dataclasses import asdict, dataclass
from typing import Any, Literal

Word = Literal["Strong", "Steady", "Mixed", "Weak", "Thin"]
WEEKS = 12
FEWEST_EVENTS = 3
FEWEST_SUPPORTS_FOR_STRONG = 4
STRONG_PERCENT = 90
STEADY_PERCENT = 75
MIXED_PERCENT = 50


@dataclass(frozen=True)
class StrandWord:
    """A word and the numbers it was chosen by. `percent` is the supporting share, rounded down, None without events."""

    word: Word
    supports: int
    against: int
    missed: int
    events: int
    percent: int | None
    reason: str

    def as_dict(self) -> dict[str, Any]:
        """JSON-able form."""
        return asdict(self)


def strand_word(*, supports: int, against: int, missed: int) -> StrandWord:
    """Choose the word for one strand from dated events of the last twelve weeks.

    `supports` and `against`: what happened; `missed`: what was expected and did not happen. The rule, first match:
    fewer than 3 events Thin; at least 90 % supporting, 4 or more of them, Strong; 75 % Steady; 50 % Mixed; else Weak.
    Raises ValueError on negative counts.
    """
    if min(supports, against, missed) < 0:
        raise ValueError("A number of events cannot be negative.")
    events = supports + against + missed
    word, rule = _choose(supports, events)
    percent = supports * 100 // events if events else None
    reason = f"{supports} of {events} dated events in {WEEKS} weeks support it; {rule}."
    return StrandWord(word, supports, against, missed, events, percent, reason)


def _choose(supports: int, events: int) -> tuple[Word, str]:
    """The rule itself, in whole numbers."""

    def reaches(percent: int) -> bool:
        return supports * 100 >= events * percent

    if events < FEWEST_EVENTS:
        return "Thin", f"with fewer than {FEWEST_EVENTS} nothing more can be said"
    if reaches(STRONG_PERCENT) and supports >= FEWEST_SUPPORTS_FOR_STRONG:
        return "Strong", f"from {STRONG_PERCENT} % and {FEWEST_SUPPORTS_FOR_STRONG} supporting events it is strong"
    if reaches(STEADY_PERCENT):
        return "Steady", f"from {STEADY_PERCENT} % it is steady"
    if reaches(MIXED_PERCENT):
        return "Mixed", f"from {MIXED_PERCENT} % it is mixed"
    return "Weak", f"below {MIXED_PERCENT} % it is weak"
