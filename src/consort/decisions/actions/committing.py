"""Where each leader stands on the result, and the commitments made from it."""

from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from consort.commitments import actions as commitments
from consort.commitments.models import Commitment
from consort.core import clock
from consort.core.errors import refuse_unless, require
from consort.core.identities import made_before
from consort.core.ledger import Fact
from consort.core.models import Level, Person
from consort.decisions import policy
from consort.decisions.actions.moving import advance, begin, in_stage, tell, write
from consort.decisions.actions.pulsing import first_pulse
from consort.decisions.escalating import escalation
from consort.decisions.facts import (
    DecisionAgreed,
    DecisionBegun,
    DecisionCommitted,
    DecisionObjected,
    DecisionReopened,
    DecisionUnsaid,
    ObjectionAnswered,
    ObjectionEscalated,
)
from consort.decisions.models import Choice, Decision, Part, Stage, Stance

CARRIED_OUT = (Stage.COMMIT, Stage.EXECUTE)


@transaction.atomic
def take_stance(*, decision: Decision, by: Person, choice: Choice, reason: str = "", id: UUID | None = None) -> Stance:
    """Agree, disagree and commit, or object. A later stance replaces the earlier one, which is kept."""
    case = in_stage(decision, *CARRIED_OUT)
    require(policy.has_part(case, by))
    if made := made_before(Stance.objects.filter(decision=decision, person=by), id):
        return made
    reason = reason.strip()
    standing = case.stances.get(by.pk)
    refuse_unless(choice == Choice.AGREE or bool(reason), _("Say why; your reason is kept with it. Nothing was kept."))
    if standing and (standing.choice, standing.reason) == (choice, reason):
        return standing
    if standing:
        standing.replaced = clock.now()
        standing.save(update_fields=["replaced"])
    rule = escalation(case, by) if choice == Choice.OBJECT else {}
    stance = Stance.objects.create(id=id or uuid4(), decision=decision, person=by, choice=choice, reason=reason, **rule)
    tell(case, _fact_of(decision, stance), by, by, *case.holders(Part.DECIDES))
    return stance


def _fact_of(decision: Decision, stance: Stance) -> Fact:
    if stance.choice == Choice.AGREE:
        return DecisionAgreed(decision.question)
    kind = DecisionCommitted if stance.choice == Choice.COMMIT else DecisionObjected
    return kind(decision.question, stance.reason)


@transaction.atomic
def answer_objection(*, stance: Stance, by: Person, answer: str) -> None:
    """A decider says what becomes of an objection. The objection stays."""
    case = in_stage(stance.decision, *CARRIED_OUT)
    stance.refresh_from_db()
    require(policy.may_answer(case, stance, by))
    refuse_unless(stance.replaced is None, _("This objection no longer stands. Nothing was changed."))
    require(stance.choice == Choice.OBJECT)
    refuse_unless(bool(answer.strip()), _("Write an answer first. Nothing was kept."))
    if stance.answer == answer.strip():
        return
    stance.answer, stance.answered_by = answer.strip(), by
    stance.save(update_fields=["answer", "answered_by"])
    tell(case, ObjectionAnswered(stance.decision.question, stance.person.first_name), by)


@transaction.atomic
def escalate(*, stance: Stance) -> None:
    """An objection was not answered on its day: it goes to whom the rule names. Said once, by the clock."""
    case = in_stage(stance.decision, *CARRIED_OUT)
    stance.refresh_from_db()
    is_open = stance.replaced is None and not stance.answer and stance.escalated is None
    if not is_open or stance.escalates_to is None or stance.answer_by is None or stance.answer_by >= clock.today():
        return
    stance.escalated = clock.now()
    stance.save(update_fields=["escalated"])
    fact = ObjectionEscalated(stance.decision.question, stance.person.first_name, stance.escalates_to.first_name)
    tell(case, fact, None, *case.holders(Part.DECIDES), stance.person)


@transaction.atomic
def carry_out(
    *,
    decision: Decision,
    by: Person,
    giver: Person,
    receiver: Person,
    what: str,
    due: date,
    cue: str = "",
    id: UUID | None = None,
) -> Commitment:
    """Commit to a step of carrying it out, or ask someone with a part for it."""
    case = in_stage(decision, *CARRIED_OUT)
    require(policy.has_part(case, by))
    everyone = set(case.everyone)
    require(giver.pk in everyone and receiver.pk in everyone)
    shared: dict[str, Any] = {"what": what, "due": due, "cue": cue, "about": decision, "id": id}
    shared["visibility"] = _level(decision)
    if giver == by:
        return commitments.promise(by=by, receiver=receiver, **shared)
    return commitments.propose(by=by, giver=giver, receiver=receiver, **shared)


def _level(decision: Decision) -> Level:
    """Commitments are open as far as the decision is, and never further than the pair's partnership otherwise."""
    wide = (Level.LEADERS, Level.ORGANIZATION)
    return Level(decision.visibility) if decision.visibility in wide else Level.PARTNERSHIP


@transaction.atomic
def begin_carrying_out(*, decision: Decision, by: Person) -> None:
    """Everyone has said where they stand, or the day for it has passed; who said nothing is named, never counted."""
    case = begin(decision, "begin", by)
    if case is None:
        return
    silent = {role.person.pk: role.person for role in case.roles if role.person_id not in case.stances}
    advance(decision, "begin", pulse_on=first_pulse(clock.today()))
    for person in silent.values():
        tell(case, DecisionUnsaid(decision.question, person.first_name), None, person, *case.holders(Part.DECIDES))
    tell(case, DecisionBegun(decision.question), by)


@transaction.atomic
def reopen(*, decision: Decision, by: Person) -> None:
    """Take it back to debate because of an objection. What was decided stays in the ledger, the stances are kept."""
    case = begin(decision, "reopen", by)
    if case is None:
        return
    tell(case, DecisionReopened(decision.question, decision.outcome_text), by)
    decision.stances.filter(replaced=None).update(replaced=clock.now())
    decision.options.update(place=None)
    advance(decision, "reopen", outcome=None, outcome_text="", because="", settled_how="")
    undone = (Stage.RESOLVE, Stage.COMMIT)
    kept = {stage: at for stage, at in decision.reached.items() if stage not in undone}
    write(decision, reached={**kept, "reopened": clock.now().isoformat()})
