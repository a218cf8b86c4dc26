"""Counting single votes, on a stated base, and approvals."""

from collections import Counter
from collections.abc import Iterable, Sequence
from fractions import Fraction

from consort.decisions.counting.results import Count, one_ballot_matters, result_of
from consort.decisions.questions import NONE
from consort.reckon.voting import Base, Outcome, approval, bases

Approved = tuple[int, ...]


def count_approval(letters: Sequence[str], approvals: Sequence[Sequence[str]], *, seats: int, eligible: int) -> Count:
    """`approvals`: for each ballot the letters it could accept."""
    places = {letter: place for place, letter in enumerate(letters)}
    chosen: list[Approved] = [tuple(places[letter] for letter in approved) for approved in approvals]
    outcome = approval(chosen, options=len(letters))
    if not any(chosen):
        outcome = Outcome("approval", (), outcome.tiers, False, outcome.detail)
    count = result_of("approval", letters, outcome, seats=seats, cast=len(chosen))
    votes = dict(zip(letters, outcome.detail["approvals"], strict=True))
    return count | {"votes": votes, "eligible": eligible, "one_ballot": _one_approval(chosen, outcome, len(letters))}


def _one_approval(chosen: Sequence[Approved], outcome: Outcome, options: int) -> bool | None:
    """A ballot is changed in favour of each rival: it is approved as well, and the winners no more."""

    def changed(ballot: Approved) -> Iterable[Approved]:
        for rival in range(options):
            kept = {place for place in ballot if place not in outcome.winners}
            yield tuple(sorted(kept | {rival}))

    return one_ballot_matters(chosen, changed, lambda ballots: approval(ballots, options=options).winners)


def count_majority(
    letters: Sequence[str], votes: Sequence[str], *, base: str, eligible: int, share: Fraction | None = None
) -> Count:
    """`votes`: a letter, or "none" for none of these. Every base is counted; the stated one decides.

    `share`: what a supermajority needs; None where more than half is enough.
    """
    tally, on_base = Counter(votes), _on_each_base(letters, votes, eligible, share)
    stated, unstated = _ordered(base)
    outcome, other = on_base[stated], on_base[unstated]
    method = "supermajority" if share else "majority"
    count = result_of(method, letters, outcome, seats=1, cast=len(votes))
    return count | {
        "votes": {letter: tally[letter] for letter in (*letters, NONE)},
        "base": base,
        "share": str(share) if share else "",
        "eligible": eligible,
        "needed": outcome.detail["needed"],
        "base_size": outcome.detail["base_size"],
        "on_other_base": [letters[place] for place in other.winners],
        "one_ballot": one_ballot_matters(
            votes,
            lambda vote: [each for each in (*letters, NONE) if each != vote],
            lambda them: _on_each_base(letters, them, eligible, share)[stated].winners,
        ),
    }


def _ordered(base: str) -> tuple[Base, Base]:
    """The stated base, and the other one."""
    return ("eligible", "cast") if base == "eligible" else ("cast", "eligible")


def _on_each_base(
    letters: Sequence[str], votes: Sequence[str], eligible: int, share: Fraction | None
) -> dict[Base, Outcome]:
    tally = Counter(votes)
    numbers = [tally[letter] for letter in letters]
    return bases(numbers, share=share, abstained=tally[NONE], eligible=eligible)
