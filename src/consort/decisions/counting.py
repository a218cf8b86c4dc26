"""Counting ballots: answers in, a plain result out. The arithmetic is in `reckon.voting`."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from consort.decisions.questions import CONSENTS, NONE, OBJECTS
from consort.reckon.voting import (
    BallotBox,
    Objection,
    Outcome,
    Unranked,
    approval,
    bases,
    consent,
    instant_runoff,
    schulze,
    sensitivity,
)
from consort.reckon.voting.ballot import UNRANKED

Answers = Mapping[str, Any]
Count = dict[str, Any]
METHODS: Mapping[str, Callable[[BallotBox], Outcome]] = {"schulze": schulze, "instant_runoff": instant_runoff}
MOST_FOR_SENSITIVITY = 2_000
MOST_OPTIONS_FOR_PAIRS = 12


def seats_of(tiers: Sequence[Sequence[str]], seats: int) -> tuple[list[str], list[str]]:
    """(elected, contested): who has a seat beyond doubt, and who ties for what is left."""
    elected: list[str] = []
    for tier in tiers:
        if len(elected) + len(tier) > seats:
            return elected, list(tier) if len(elected) < seats else []
        elected += tier
    return elected, []


def count_ranked(
    method: str,
    letters: Sequence[str],
    ranks: Sequence[Mapping[str, int | None]],
    *,
    seats: int,
    unranked: Unranked,
    firmness: bool = True,
) -> Count:
    """`ranks`: for each ballot the place of each option by letter, None where it says nothing.

    `firmness`: hold the result against the other methods and one changed ballot, unless there are very many ballots.
    """
    matrix = [[_code(places.get(letter)) for letter in letters] for places in ranks]
    if not matrix:
        return _result(method, letters, Outcome(method, (), (), False), seats=seats, cast=0)
    box = BallotBox.from_matrix(matrix, unranked=unranked)
    outcome = METHODS[method](box)
    count = _result(method, letters, outcome, seats=seats, cast=len(matrix)) | {"unranked": unranked}
    if len(letters) <= MOST_OPTIONS_FOR_PAIRS and "pairwise" in outcome.detail:
        count["pairwise"] = outcome.detail["pairwise"]
    if firmness and len(matrix) <= MOST_FOR_SENSITIVITY:
        count["sensitivity"] = _sensitivity(box, method, letters)
    return count


def count_approval(letters: Sequence[str], approvals: Sequence[Sequence[str]], *, seats: int, eligible: int) -> Count:
    """`approvals`: for each ballot the letters it could accept."""
    places = {letter: place for place, letter in enumerate(letters)}
    chosen = [[places[letter] for letter in approved] for approved in approvals]
    outcome = approval(chosen, options=len(letters))
    if not any(chosen):
        outcome = Outcome("approval", (), outcome.tiers, False, outcome.detail)
    count = _result("approval", letters, outcome, seats=seats, cast=len(chosen))
    return count | {"votes": dict(zip(letters, outcome.detail["approvals"], strict=True)), "eligible": eligible}


def count_majority(letters: Sequence[str], votes: Sequence[str], *, base: str, eligible: int) -> Count:
    """`votes`: a letter, or "none" for none of these. Every base is counted; the stated one decides."""
    tally = Counter(votes)
    numbers = [tally[letter] for letter in letters]
    on_base = bases(numbers, abstained=tally[NONE], eligible=eligible)
    outcome = on_base["eligible" if base == "eligible" else "cast"]
    other = on_base["cast" if base == "eligible" else "eligible"]
    count = _result("majority", letters, outcome, seats=1, cast=len(votes))
    return count | {
        "votes": dict(zip(letters, numbers, strict=True)) | {NONE: tally[NONE]},
        "base": base,
        "eligible": eligible,
        "needed": outcome.detail["needed"],
        "base_size": outcome.detail["base_size"],
        "on_other_base": [letters[place] for place in other.winners],
    }


def count_consent(proposal: str, answers: Sequence[Answers], *, eligible: int) -> Count:
    """`answers`: "consent" and "reason" of each. An objection without words is still one."""
    objections = [Objection(str(answer.get("reason") or "")) for answer in answers if answer.get("consent") == OBJECTS]
    outcome = consent([objections], unanswered=eligible - len(answers))
    count = _result("consent", [proposal], outcome, seats=1, cast=len(answers))
    return count | {
        "proposal": proposal,
        "objections": [objection.reason for objection in objections],
        "consenting": sum(1 for answer in answers if answer.get("consent") == CONSENTS),
        "unanswered": eligible - len(answers),
        "eligible": eligible,
    }


def _result(method: str, letters: Sequence[str], outcome: Outcome, *, seats: int, cast: int) -> Count:
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


def _sensitivity(box: BallotBox, method: str, letters: Sequence[str]) -> Count:
    panel = sensitivity(box, method=method)
    named = {name: [letters[place] for place in winners] for name, winners in panel.winners_by_method.items()}
    return {"winners_by_method": named, "agree": panel.agree, "one_ballot": panel.one_ballot}


def _code(place: int | None) -> int:
    return UNRANKED if place is None else place
