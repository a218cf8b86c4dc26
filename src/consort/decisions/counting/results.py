"""What every count has in common: seats, and whether one changed ballot would matter."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

from consort.reckon.voting import Outcome

Answers = Mapping[str, Any]
Count = dict[str, Any]
Ballot = TypeVar("Ballot")
MOST_FOR_ONE_BALLOT = 50


def seats_of(tiers: Sequence[Sequence[str]], seats: int) -> tuple[list[str], list[str]]:
    """(elected, contested): who has a seat beyond doubt, and who ties for what is left."""
    elected: list[str] = []
    for tier in tiers:
        if len(elected) + len(tier) > seats:
            return elected, list(tier) if len(elected) < seats else []
        elected += tier
    return elected, []


def result_of(method: str, letters: Sequence[str], outcome: Outcome, *, seats: int, cast: int) -> Count:
    """Winners fill the seats in order; a method that names none fills none."""
    tiers = [[letters[place] for place in tier] for tier in outcome.tiers]
    elected, contested = seats_of(tiers, seats) if outcome.winners else ([], [])
    return {
        "method": method,
        "tiers": tiers,
        "elected": elected,
        "contested": contested,
        "seats": seats,
        "cast": cast,
        "note": outcome.note,
    }


def one_ballot_matters(
    ballots: Sequence[Ballot],
    changed: Callable[[Ballot], Iterable[Ballot]],
    winners: Callable[[Sequence[Ballot]], object],
) -> bool | None:
    """Whether some ballot, cast in one of the ways that `changed` gives, would lead elsewhere; None if not tried."""
    if len(ballots) > MOST_FOR_ONE_BALLOT:
        return None
    now = winners(ballots)
    return any(
        winners([*ballots[:place], other, *ballots[place + 1 :]]) != now
        for place, ballot in enumerate(ballots)
        for other in changed(ballot)
    )
