"""The one way in which a decision changes its stage, and the lock under which everything is done to it."""

from typing import Any

from django.utils.translation import gettext as _

from consort.core import clock
from consort.core.errors import Refused, require
from consort.core.ledger import Fact, record
from consort.core.models import Person
from consort.decisions import policy, stages
from consort.decisions.cases import Case
from consort.decisions.models import Decision, Stage
from consort.decisions.stages import Transition, Who
from consort.rounds.models import Round


def hold(decision: Decision, opening: Round | None = None) -> Case:
    """Lock the row and read it anew. Must run inside the action's transaction."""
    decision.refresh_from_db(from_queryset=Decision.objects.select_for_update())
    return Case(decision, opening=opening)


def begin(decision: Decision, name: str, by: Person | None, opening: Round | None = None) -> Case | None:
    """Hold the decision and check that the transition is possible now; None when it was taken already.

    Raises NotAllowed for whoever may not, Refused with what is missing.
    """
    transition, case = stages.named(name), hold(decision, opening)
    require(Who.CLOCK in transition.who if by is None else policy.may_take(transition, case, by))
    if decision.stage == transition.source:
        if missing := transition.missing(case):
            raise Refused(" ".join([*missing, _("Nothing was changed.")]))
        return case
    if decision.stage == transition.target:
        return None
    raise Refused(moved_on(decision))


def in_stage(decision: Decision, *allowed: Stage) -> Case:
    """Hold the decision for something that is done within `allowed` stages. Raises Refused in any other."""
    case = hold(decision)
    if decision.stage not in allowed:
        raise Refused(moved_on(decision))
    return case


def moved_on(decision: Decision) -> str:
    return _("This decision has moved on: it is at “%s”. Nothing was changed.") % Stage(decision.stage).label


def advance(decision: Decision, transition: Transition | str, **changes: Any) -> None:
    """Put the decision into the transition's target, and write `changes` with it."""
    taken = stages.named(transition) if isinstance(transition, str) else transition
    decision.stage = taken.target
    decision.reached = {**decision.reached, str(taken.target): clock.now().isoformat()}
    write(decision, **changes, stage=decision.stage, reached=decision.reached)


def write(decision: Decision, **changes: Any) -> None:
    for name, value in changes.items():
        setattr(decision, name, value)
    decision.save(update_fields=list(changes))


def tell(case: Case, fact: Fact, by: Person | None, *people: Person) -> None:
    """Record a fact about the decision; it is evidence among `people`."""
    record(fact, on=case.decision, by=by, concerning=people)
