"""What is said for and against, and what it rests on."""

from datetime import date
from uuid import UUID, uuid4

from django.db import models, transaction
from django.utils.translation import gettext as _

from consort.core import clock, links
from consort.core.errors import refuse_unless, require
from consort.core.identities import made_before
from consort.core.models import Link, Person
from consort.decisions import policy
from consort.decisions.actions.moving import advance, begin, in_stage, tell
from consort.decisions.facts import ArgumentWithdrawn, DecisionArgued, DecisionDebated, DecisionEvidenced
from consort.decisions.models import Argument, Decision, Evidence, Option, Side, Source, Stage

EVIDENCE_TAKEN = (Stage.FRAME, Stage.INPUT, Stage.DEBATE, Stage.RESOLVE)


@transaction.atomic
def argue(
    *, decision: Decision, by: Person, side: Side, text: str, option: Option | None = None, id: UUID | None = None
) -> Argument:
    """Add a reason for or against an option, or the question as a whole."""
    case = in_stage(decision, Stage.DEBATE)
    require(policy.may_speak(case, by))
    if made := made_before(Argument.objects.filter(decision=decision, by=by), id):
        return made
    require(option is None or option.decision_id == decision.pk)
    refuse_unless(bool(text.strip()), _("Write the argument down first. Nothing was kept."))
    argument = Argument.objects.create(
        id=id or uuid4(), decision=decision, option=option, side=side, text=text.strip(), by=by
    )
    tell(case, DecisionArgued(decision.question, str(Side(side).label).lower()), by)
    return argument


@transaction.atomic
def withdraw_argument(*, argument: Argument, by: Person) -> None:
    """Take one's own argument back; it stays, marked."""
    case = in_stage(argument.decision, Stage.DEBATE)
    require(argument.by_id == by.pk)
    if argument.withdrawn:
        return
    argument.withdrawn = clock.now()
    argument.save(update_fields=["withdrawn"])
    tell(case, ArgumentWithdrawn(argument.decision.question), by)


@transaction.atomic
def attach_evidence(
    *,
    decision: Decision,
    by: Person,
    title: str,
    url: str = "",
    kind: Source = Source.OTHER,
    source: str = "",
    dated: date | None = None,
    note: str = "",
    id: UUID | None = None,
) -> Evidence:
    """Add a document or finding that the decision rests on."""
    case = in_stage(decision, *EVIDENCE_TAKEN)
    require(policy.may_speak(case, by))
    if made := made_before(Evidence.objects.filter(decision=decision, by=by), id):
        return made
    refuse_unless(bool(title.strip()), _("Say what it is. Nothing was kept."))
    evidence = Evidence.objects.create(
        id=id or uuid4(),
        decision=decision, title=title.strip(), url=url, kind=kind, source=source.strip(), dated=dated,
        note=note.strip(), by=by,
    )  # fmt: skip
    tell(case, DecisionEvidenced(decision.question, evidence.title), by)
    return evidence


@transaction.atomic
def tie_evidence(*, decision: Decision, by: Person, thing: models.Model) -> Link:
    """Make something that is in Consort already evidence for the decision. The caller knows that `by` may see it."""
    case = in_stage(decision, *EVIDENCE_TAKEN)
    require(policy.may_speak(case, by))
    refuse_unless(thing != decision, _("A decision is no evidence for itself. Nothing was kept."))
    return links.tie(Link.Kind.EVIDENCE_FOR, thing, decision, by=by)


@transaction.atomic
def close_debate(*, decision: Decision, by: Person) -> None:
    """Nothing more is said; now it is decided."""
    case = begin(decision, "close_debate", by)
    if case:
        advance(decision, "close_debate")
        tell(case, DecisionDebated(decision.question), by)
