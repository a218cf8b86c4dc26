"""The whole record of a decision on one sheet."""

from typing import Any

from consort.commitments.queries import about
from consort.core.ledger.reading import history_of
from consort.core.models import Person
from consort.decisions import policy
from consort.decisions.cases import Case
from consort.decisions.contexts.ballots import ballot
from consort.decisions.contexts.inputs import inputs
from consort.decisions.contexts.options import options_shown
from consort.decisions.contexts.page import arguments
from consort.decisions.contexts.standing import roles, stage_marks
from consort.decisions.exchange.ballots import can_leave
from consort.decisions.forms.register import SupersedeForm
from consort.decisions.models import Choice, Decision, Original
from consort.decisions.queries import ties_of


def whole(decision: Decision, reader: Person) -> dict[str, Any]:
    """Everything that has been opened. What happened is left out until the reader may see it."""
    case = Case(decision)
    stances = list(decision.stances.select_related("person", "answered_by"))
    standing = [stance for stance in stances if stance.replaced is None]
    sees = policy.sees_outcomes(case, reader)
    return {
        "decision": decision,
        "stages": stage_marks(decision),
        "roles": roles(decision, reader),
        "columns": list(decision.options.all()),
        "forecasts": list(decision.forecasts.all()),
        "inputs": inputs(case, reader),
        "arguments": arguments(case),
        **options_shown(decision),
        "ties": ties_of(decision, reader),
        "considerations": list(decision.considerations.select_related("person", "by")),
        "ballot": ballot(case),
        "agreed": [stance for stance in standing if stance.choice == Choice.AGREE],
        "differed": [stance for stance in standing if stance.choice != Choice.AGREE],
        "earlier": [stance for stance in stances if stance.replaced and stance.choice != Choice.AGREE],
        "commitments": list(about([decision.pk], reader)),
        "sees_outcomes": sees,
        "lessons": list(decision.lessons.select_related("by")) if sees else [],
        "history": history_of(decision, 100),
        "original": _original(decision),
        "ballots_leave": can_leave(decision, case.rounds.ballot),
        "may_supersede": policy.steers(case, reader),
        "supersede": SupersedeForm(),
    }


def _original(decision: Decision) -> tuple[Original, str] | None:
    """The record it came from, and its text."""
    found: Original | None = getattr(decision, "original", None)
    return (found, bytes(found.content).decode("utf-8-sig", errors="replace")) if found else None
