"""The key results of an objective: adding, changing, ordering, removing them; milestones passed."""

from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django.db import models, transaction
from django.utils.translation import gettext as _

from consort.core import clock
from consort.core.errors import refuse_unless, require
from consort.core.identities import made_before
from consort.core.ledger import record
from consort.core.models import Person
from consort.metrics.models import Metric
from consort.vision.actions import changing
from consort.vision.actions.objectives import State, lock, say_why
from consort.vision.facts.objectives import (
    KeyResultAdded,
    KeyResultChanged,
    KeyResultRemoved,
    MilestoneNotPassed,
    MilestonePassed,
)
from consort.vision.models import KeyResult, Objective
from consort.vision.models.key_result import Aim
from consort.vision.words import target_of
from consort.web.days import in_full

WHAT = ("title", "metric", "aim", "baseline", "target_low", "target_high", "begins", "due", "owner")


@transaction.atomic
def add_key_result(*, objective: Objective, by: Person, id: UUID | None = None, **what: Any) -> KeyResult:
    """Add a key result after the others, from the fields named in `WHAT`."""
    lock(objective, by)
    if made := made_before(KeyResult.objects.filter(objective=objective), id):
        return made
    last = objective.key_results.aggregate(last=models.Max("position"))["last"]
    found = KeyResult(
        id=id or uuid4(),
        objective=objective,
        position=0 if last is None else last + 1,
        **changing.check_known(what, WHAT),
    )
    _check(found, by)
    found.save(force_insert=True)
    record(KeyResultAdded(found.title, target_of(found)), on=objective, by=by)
    return found


@transaction.atomic
def change_key_result(*, key_result: KeyResult, by: Person, because: str = "", **what: Any) -> None:
    """Change the given fields; of an agreed objective it is said why."""
    objective = key_result.objective
    lock(objective, by)
    key_result.refresh_from_db(from_queryset=KeyResult.objects.select_for_update())
    changing.check_known(what, WHAT)
    if not (changed := changing.change(key_result, what)):
        return
    _check(key_result, by)
    _check_reason(objective, because)
    said = KeyResultChanged(key_result.title, changed.what, changed.before, because.strip())
    record(said, on=objective, by=by)


@transaction.atomic
def lead_with(*, key_result: KeyResult, by: Person) -> None:
    """Make it the first of its objective: the one whose line the page draws."""
    lock(key_result.objective, by)
    everyone = list(key_result.objective.key_results.exclude(pk=key_result.pk))
    for position, each in enumerate([key_result, *everyone]):
        each.position = position
    KeyResult.objects.bulk_update([key_result, *everyone], ["position"])


@transaction.atomic
def remove_key_result(*, key_result: KeyResult, by: Person, because: str = "") -> None:
    """Take it away; the metric and its readings stay. Of an agreed objective it is said why."""
    objective = key_result.objective
    lock(objective, by)
    _check_reason(objective, because)
    gone, _each = KeyResult.objects.filter(pk=key_result.pk).delete()
    if gone:
        record(KeyResultRemoved(key_result.title, because.strip()), on=objective, by=by)


@transaction.atomic
def pass_milestone(*, key_result: KeyResult, by: Person, on: date) -> None:
    """Note the day on which a milestone was passed."""
    _begin_milestone(key_result, by)
    refuse_unless(on <= clock.today(), _("This day has not come yet. Nothing was kept."))
    if key_result.passed != on:
        key_result.passed = on
        key_result.save(update_fields=["passed"])
        record(MilestonePassed(key_result.title, in_full(on)), on=key_result.objective, by=by)


@transaction.atomic
def unpass_milestone(*, key_result: KeyResult, by: Person) -> None:
    """Note that it has not been passed after all."""
    _begin_milestone(key_result, by)
    if key_result.passed is not None:
        key_result.passed = None
        key_result.save(update_fields=["passed"])
        record(MilestoneNotPassed(key_result.title), on=key_result.objective, by=by)


def _begin_milestone(key_result: KeyResult, by: Person) -> None:
    lock(key_result.objective, by)
    key_result.refresh_from_db(from_queryset=KeyResult.objects.select_for_update())
    refuse_unless(key_result.aim == Aim.MILESTONE, _("This is measured by a metric. Nothing was kept."))


def _check_reason(objective: Objective, because: str) -> None:
    refuse_unless(objective.state == State.DRAFT or bool(because.strip()), say_why())


def _check(key_result: KeyResult, by: Person) -> None:
    changing.check_title(key_result.title)
    owner, metric = key_result.owner, key_result.metric
    require(owner is None or owner.organization_id == by.organization_id)
    require(metric is None or Metric.objects.visible_to(by).filter(pk=metric.pk).exists())
    begins, due = key_result.begins, key_result.due
    refuse_unless(not begins or not due or begins < due, _("It would end before it begins. Nothing was kept."))
    changing.check_constraints(key_result)
