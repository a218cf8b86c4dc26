"""Counting where everybody stands on one proposal: consent and consensus."""

from collections.abc import Sequence

from consort.decisions.counting.results import Answers, Count, result_of
from consort.decisions.questions import CONSENTS, OBJECTS
from consort.reckon.voting import Objection, Outcome, consent


def count_consent(proposal: str, answers: Sequence[Answers], *, eligible: int) -> Count:
    """`answers`: "consent" and "reason" of each. An objection without words is still one."""
    objections = [Objection(str(answer.get("reason") or "")) for answer in answers if answer.get("consent") == OBJECTS]
    outcome = consent([objections], unanswered=eligible - len(answers))
    count = result_of("consent", [proposal], outcome, seats=1, cast=len(answers))
    return count | _standing(proposal, answers, eligible) | {"objections": [each.reason for each in objections]}


def count_consensus(proposal: str, answers: Sequence[Answers], *, eligible: int) -> Count:
    """It passes when all who are asked agree; whoever stands aside or has not answered does not."""
    agreeing = [answer for answer in answers if answer.get("consent") == CONSENTS]
    passes = bool(agreeing) and len(agreeing) == eligible
    outcome = Outcome("consensus", (0,) if passes else (), ((0,),), False)
    count = result_of("consensus", [proposal], outcome, seats=1, cast=len(answers))
    reasons = [str(answer.get("reason") or "") for answer in answers if answer.get("consent") != CONSENTS]
    return count | _standing(proposal, answers, eligible) | {"objections": reasons}


def _standing(proposal: str, answers: Sequence[Answers], eligible: int) -> Count:
    return {
        "proposal": proposal,
        "consenting": sum(1 for answer in answers if answer.get("consent") == CONSENTS),
        "unanswered": eligible - len(answers),
        "eligible": eligible,
    }
