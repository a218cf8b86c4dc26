"""Carried out differently than decided: said openly, with the reason, and never taken back."""

from uuid import UUID, uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from consort.core import clock
from consort.core.errors import refuse_unless, require
from consort.core.identities import made_before
from consort.core.models import Person
from consort.decisions import policy
from consort.decisions.actions.moving import in_stage, tell, write
from consort.decisions.facts import DecisionDeparted
from consort.decisions.models import Decision, Deviation, Part, Stage


@transaction.atomic
def record_deviation(*, decision: Decision, by: Person, text: str, reason: str, id: UUID | None = None) -> Deviation:
    """Say what is done differently than was decided, and why."""
    case = in_stage(decision, Stage.EXECUTE, Stage.REVIEW)
    require(policy.has_part(case, by) or policy.steers(case, by))
    if made := made_before(Deviation.objects.filter(decision=decision, by=by), id):
        return made
    text, reason = text.strip(), reason.strip()
    refuse_unless(bool(text and reason), _("Say what is done differently, and why. Nothing was kept."))
    deviation = Deviation.objects.create(id=id or uuid4(), decision=decision, text=text, reason=reason, by=by)
    if decision.differs_since is None:
        write(decision, differs_since=clock.now())
    tell(case, DecisionDeparted(decision.question), by, by, *case.holders(Part.DECIDES))
    return deviation
