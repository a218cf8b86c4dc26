"""Writing an objective, changing it, agreeing to it, closing and reopening it."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from consort.core import clock
from consort.core.errors import refuse_unless, require
from consort.core.identities import made_before
from consort.core.ledger import record
from consort.core.models import Person
from consort.vision.actions import changing
from consort.vision.facts.objectives import (
    ObjectiveAgreed,
    ObjectiveAnsweredFor,
    ObjectiveChanged,
    ObjectiveClosed,
    ObjectiveReached,
    ObjectiveReopened,
    ObjectiveWritten,
)
from consort.vision.models import Agreement, Cycle, Objective
from consort.vision.models.objective import Scope
from consort.vision.policy import objectives as policy

State, Ending = Objective.State, Objective.Ending
WHAT = (
    "title", "why", "scope", "department", "partnership", "cycle",
    "begins", "due", "next_look", "trigger", "visibility",
)  # fmt: skip


@transaction.atomic
def write_objective(*, by: Person, leads: Iterable[Person] = (), id: UUID | None = None, **what: Any) -> Objective:
    """Write down an objective from the fields named in `WHAT`; it is a draft until everyone who leads it agrees."""
    require(policy.may_write(by))
    if made := made_before(Objective.objects.visible_to(by), id):
        return made
    people = list(leads)
    objective = Objective(id=id or uuid4(), organization=by.organization, owner=by, **changing.check_known(what, WHAT))
    _check(objective, by, people)
    objective.save(force_insert=True)
    objective.leads.set(people)
    record(ObjectiveWritten(objective.title), on=objective, by=by)
    return objective


@transaction.atomic
def change_objective(
    *, objective: Objective, by: Person, because: str = "", leads: Iterable[Person] | None = None, **what: Any
) -> None:
    """Change the given fields. Of an agreed one it is said why; who came to lead it agrees anew, for themselves."""
    lock(objective, by)
    people = None if leads is None else list(leads)
    changed = changing.change(objective, changing.check_known(what, WHAT), people)
    if not changed:
        return
    _check(objective, by, people or ())
    refuse_unless(objective.state == State.DRAFT or bool(because.strip()), say_why())
    record(ObjectiveChanged(changed.what, changed.before, because.strip()), on=objective, by=by)
    _agree_when_all_have(objective, by)


@transaction.atomic
def agree_objective(*, objective: Objective, by: Person) -> None:
    """Say that one answers for it. It is agreed when everyone who leads it has said so."""
    require(policy.may_agree(objective, by))
    objective.refresh_from_db(from_queryset=Objective.objects.select_for_update())
    refuse_unless(objective.state != State.CLOSED, is_closed())
    _agreement, is_new = Agreement.objects.get_or_create(objective=objective, person=by)
    if is_new:
        record(ObjectiveAnsweredFor(), on=objective, by=by)
    _agree_when_all_have(objective, by)


@transaction.atomic
def close_objective(
    *, objective: Objective, by: Person, ending: str, learned: str = "", score: Decimal | None = None
) -> None:
    """Close it: reached, carried over, adapted or stopped. All but the first say in a few words what was learned."""
    require(policy.may_change(objective, by))
    objective.refresh_from_db(from_queryset=Objective.objects.select_for_update())
    if objective.state == State.CLOSED:
        return
    ending, learned = Ending(ending), learned.strip()
    refuse_unless(
        ending == Ending.REACHED or bool(learned), _("Say in a few words what was learned. Nothing was changed.")
    )
    _write(objective, state=State.CLOSED, closed=clock.now(), ending=ending, learned=learned, score=score)
    if ending == Ending.REACHED:
        record(ObjectiveReached(learned), on=objective, by=by, concerning=objective.leads.all())
    else:
        record(ObjectiveClosed(str(ending.label).lower(), learned), on=objective, by=by)


@transaction.atomic
def reopen_objective(*, objective: Objective, by: Person, because: str) -> None:
    """Open a closed one again; what was learned stays, the score does not."""
    require(policy.may_change(objective, by))
    objective.refresh_from_db(from_queryset=Objective.objects.select_for_update())
    if objective.state != State.CLOSED:
        return
    refuse_unless(bool(because.strip()), say_why())
    state = State.AGREED if objective.agreed else State.DRAFT
    _write(objective, state=state, closed=None, ending="", score=None)
    record(ObjectiveReopened(because.strip()), on=objective, by=by)


def lock(objective: Objective, by: Person) -> None:
    """Begin to change an objective that is not closed: ask the policy, lock the row, read it anew."""
    require(policy.may_change(objective, by))
    objective.refresh_from_db(from_queryset=Objective.objects.select_for_update())
    refuse_unless(objective.state != State.CLOSED, is_closed())


def is_closed() -> str:
    return _("This objective is closed. Nothing was changed.")


def say_why() -> str:
    return _("Say in a few words why. Nothing was changed.")


def _write(objective: Objective, **columns: Any) -> None:
    for name, value in columns.items():
        setattr(objective, name, value)
    objective.save(update_fields=list(columns))


def _check(objective: Objective, by: Person, leads: Iterable[Person]) -> None:
    changing.check_title(objective.title)
    changing.check_readers(objective, by, leads)
    refuse_unless(
        not objective.begins or not objective.due or objective.begins < objective.due,
        _("It would have to be reached before it begins. Nothing was kept."),
    )
    refuse_unless(
        objective.scope != Scope.DEPARTMENT or objective.department_id is not None,
        _("Say which department it belongs to. Nothing was kept."),
    )
    refuse_unless(
        objective.scope != Scope.PARTNERSHIP or objective.partnership_id is not None,
        _("Say which partnership it belongs to. Nothing was kept."),
    )
    cycle = objective.cycle
    require(cycle is None or Cycle.objects.visible_to(by).filter(pk=cycle.pk).exists())


def _agree_when_all_have(objective: Objective, by: Person) -> None:
    leads = {person.pk for person in objective.leads.all()}
    agreed = set(objective.agreements.values_list("person_id", flat=True))
    if objective.state == State.DRAFT and leads and leads <= agreed:
        _write(objective, state=State.AGREED, agreed=clock.now())
        record(ObjectiveAgreed(objective.title), on=objective, by=by, concerning=objective.leads.all())
