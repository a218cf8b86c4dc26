"""The rule for objections: who answers next when those who decide do not, and from which day."""

from datetime import timedelta
from typing import Any

from consort.core import clock
from consort.core.models import Person
from consort.decisions.cases import Case
from consort.decisions.models import Part

DAYS_TO_ANSWER = 5


def escalation(case: Case, objector: Person) -> dict[str, Any]:
    """To whom an objection goes, and by when it must be answered before: five days, or the day for stances if sooner.

    Next is whoever framed the question, else who must agree, recommends, or carries it out: the first who neither
    objects nor decides. Without anybody the objection stays with those who decide.
    """
    until = clock.today() + timedelta(days=DAYS_TO_ANSWER)
    commit_by = case.decision.commit_by
    if commit_by and clock.today() <= commit_by < until:
        until = commit_by
    return {"answer_by": until, "escalates_to": _next(case, objector)}


def _next(case: Case, objector: Person) -> Person | None:
    deciders = case.holders(Part.DECIDES)
    owner = case.decision.owner
    framer = [owner] if owner and owner.left is None else []
    others = case.holders(Part.AGREES), case.holders(Part.RECOMMENDS), case.holders(Part.CARRIES_OUT)
    candidates = [*framer, *(person for held in others for person in held)]
    return next((person for person in candidates if person != objector and person not in deciders), None)
