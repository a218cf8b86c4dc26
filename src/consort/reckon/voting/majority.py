"""Majority and supermajority, with the base they are counted of."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Literal

from consort.reckon.voting.outcome import Outcome, tiers_by_value

Base = Literal["cast", "present", "eligible"]
BASES: tuple[Base, ...] = ("cast", "present", "eligible")
HALF = Fraction(1, 2)
TWO_THIRDS = Fraction(2, 3)


def majority(votes: Sequence[int], *, base: Base = "cast", abstained: int = 0, eligible: int | None = None) -> Outcome:
    """The option with more than half of the base, or none.

    `votes`: people for each option. Base "cast": votes for an option, abstentions left out; "present": with
    abstentions; "eligible": everyone who might have voted (then `eligible` must be given). Exactly half is not enough.
    Raises ValueError on negative numbers, or when more voted than were eligible.
    """
    return _decide("majority", votes, HALF, base, _size_of(base, votes, abstained, eligible), abstained)


def supermajority(
    votes: Sequence[int],
    *,
    share: Fraction = TWO_THIRDS,
    base: Base = "cast",
    abstained: int = 0,
    eligible: int | None = None,
) -> Outcome:
    """The option with at least `share` of the base (two thirds unless said otherwise), or none.

    `share` is a Fraction above one half, so that 2 of 3 is exactly two thirds. Bases as in `majority`.
    """
    if not HALF < share <= 1:
        raise ValueError("A supermajority is a share above one half and at most one.")
    return _decide("supermajority", votes, share, base, _size_of(base, votes, abstained, eligible), abstained)


def bases(
    votes: Sequence[int], *, share: Fraction | None = None, abstained: int = 0, eligible: int | None = None
) -> dict[Base, Outcome]:
    """The same vote on every base that can be counted: what a stated base changes. `share` None is a majority."""
    known: list[Base] = [base for base in BASES if base != "eligible" or eligible is not None]
    if share is None:
        return {base: majority(votes, base=base, abstained=abstained, eligible=eligible) for base in known}
    return {
        base: supermajority(votes, share=share, base=base, abstained=abstained, eligible=eligible) for base in known
    }


def _size_of(base: Base, votes: Sequence[int], abstained: int, eligible: int | None) -> int:
    if abstained < 0 or any(vote < 0 for vote in votes):
        raise ValueError("A number of people cannot be negative.")
    present = sum(votes) + abstained
    if eligible is not None and eligible < present:
        raise ValueError(f"{present} took part, but only {eligible} were eligible.")
    if base == "eligible":
        if eligible is None:
            raise ValueError("The base is everyone eligible: say how many they are.")
        return eligible
    return present if base == "present" else sum(votes)


def _needed(share: Fraction, size: int) -> int:
    """Smallest number of votes that passes: more than half, or at least a larger share."""
    threshold = share * size
    return int(threshold) + 1 if share == HALF or threshold == 0 else -int(-threshold // 1)


def _decide(method: str, votes: Sequence[int], share: Fraction, base: Base, size: int, abstained: int) -> Outcome:
    needed = _needed(share, size)
    winners = tuple(option for option, vote in enumerate(votes) if vote >= needed)
    detail = {
        "votes": list(votes),
        "abstained": abstained,
        "base": base,
        "base_size": size,
        "share": [share.numerator, share.denominator],
        "needed": needed,
    }
    tiers = tuple(tuple(tier) for tier in tiers_by_value(votes))
    note = "" if winners else f"No option reached the {needed} votes needed of {size}."
    return Outcome(method, winners, tiers, False, detail, note)
