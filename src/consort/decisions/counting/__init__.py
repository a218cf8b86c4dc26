"""Counting ballots: answers in, a plain result out. The arithmetic is in `reckon.voting`."""

from collections.abc import Mapping, Sequence
from typing import Any

from consort.decisions.counting.agreed import count_consensus, count_consent
from consort.decisions.counting.ranked import count_ranked
from consort.decisions.counting.results import Answers, Count, seats_of
from consort.decisions.counting.scored import count_scored
from consort.decisions.counting.voted import count_approval, count_majority
from consort.decisions.models import Method
from consort.decisions.questions import score_key
from consort.decisions.terms import HIGHEST_SCORE, Terms

__all__ = [
    "count",
    "count_approval",
    "count_consensus",
    "count_consent",
    "count_majority",
    "count_ranked",
    "count_scored",
    "seats_of",
]


def count(
    terms: Terms, letters: Sequence[str], answers: Sequence[Answers], *, eligible: int, proposal: str = ""
) -> Count:
    """The count by the terms that were stated. Below the quorum nothing is elected, and the result says so."""
    found = _counted(terms, letters, answers, eligible, proposal)
    needed = terms.least_votes(eligible)
    found |= {"edition": terms.edition, "quorum": {"percent": terms.quorum, "needed": needed}}
    if len(answers) < needed:
        found |= {"elected": [], "contested": []}
    return found | {"is_quorate": len(answers) >= needed}


def _counted(terms: Terms, letters: Sequence[str], answers: Sequence[Answers], eligible: int, proposal: str) -> Count:
    match terms.method:
        case Method.ADVICE:
            raise ValueError("The advice process holds no ballot")
        case Method.CONSENT:
            return count_consent(proposal, answers, eligible=eligible)
        case Method.CONSENSUS:
            return count_consensus(proposal, answers, eligible=eligible)
        case Method.MAJORITY | Method.SUPERMAJORITY:
            votes = [answer["vote"] for answer in answers]
            return count_majority(letters, votes, base=terms.base, eligible=eligible, share=terms.fraction)
        case Method.APPROVAL:
            approved = [answer.get("approval", []) for answer in answers]
            return count_approval(letters, approved, seats=terms.seats, eligible=eligible)
        case Method.SCORE | Method.STAR as method:
            scores = [_scores(answer, letters) for answer in answers]
            return count_scored(method, letters, scores, seats=terms.seats, highest=HIGHEST_SCORE)
        case method:
            ranks = [answer.get("rank", {}) for answer in answers]
            return count_ranked(method, letters, ranks, seats=terms.seats, unranked=terms.unranked)


def _scores(answer: Mapping[str, Any], letters: Sequence[str]) -> dict[str, int | None]:
    return {letter: answer.get(score_key(letter)) for letter in letters}
