"""Planning a cycle, moving it from stage to stage, and writing down what it taught."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consort.core import clock
from consort.core.errors import Refused, refuse_unless, require
from consort.core.identities import made_before
from consort.core.ledger import record
from consort.core.models import Person
from consort.vision import stages
from consort.vision.facts.cycles import CycleChanged, CycleClosed, CycleLearned, CycleMoved, CyclePlanned
from consort.vision.models import Cycle, Objective
from consort.vision.policy.cycles import may_plan, may_steer

MOST_NAMED = 8


@transaction.atomic
def plan_cycle(
    *,
    by: Person,
    name: str,
    begins: date,
    ends: date,
    every: int = 14,
    after: Cycle | None = None,
    id: UUID | None = None,
) -> Cycle:
    """Plan a cycle; `after` is the one it follows."""
    require(may_plan(by) and (after is None or after.organization_id == by.organization_id))
    if made := made_before(Cycle.objects.filter(owner=by), id):
        return made
    _check(name, begins, ends, every)
    cycle = Cycle.objects.create(
        **({"id": id} if id else {}),
        organization=by.organization,
        owner=by,
        name=name.strip(),
        begins=begins,
        ends=ends,
        every=every,
        after=after,
        reached={Cycle.Stage.PLAN: clock.now().isoformat()},
    )
    record(CyclePlanned(cycle.name), on=cycle, by=by)
    return cycle


@transaction.atomic
def change_cycle(*, cycle: Cycle, by: Person, name: str, begins: date, ends: date, every: int) -> None:
    """Change its name, its days and how often it asks for a check-in, until it is closed."""
    hold(cycle, by)
    refuse_unless(cycle.stage != Cycle.Stage.CLOSED, _("This cycle is closed. Nothing was changed."))
    _check(name, begins, ends, every)
    changes = {"name": name.strip(), "begins": begins, "ends": ends, "every": every}
    if all(getattr(cycle, key) == value for key, value in changes.items()):
        return
    _write(cycle, **changes)
    record(CycleChanged(cycle.name), on=cycle, by=by)


@transaction.atomic
def move_cycle(*, cycle: Cycle, name: str, by: Person | None) -> None:
    """Take the cycle through the move called `name`; without `by` it is the clock that does. Repeated, it does nothing.

    Raises Refused with the objectives that are not reviewed when it is to be closed.
    """
    move = stages.named(name)
    require(by is not None or move.by_clock)
    hold(cycle, by)
    if cycle.stage == move.target:
        return
    if cycle.stage != move.source:
        at = _("%(name)s is at “%(stage)s”. Nothing was changed.")
        raise Refused(at % {"name": cycle.name, "stage": Cycle.Stage(cycle.stage).label})
    if move.all_reviewed:
        _refuse_the_unreviewed(cycle, by)
    _write(cycle, stage=move.target, reached={**cycle.reached, str(move.target): clock.now().isoformat()})
    _tell(cycle, by)


@transaction.atomic
def write_learned(*, cycle: Cycle, by: Person, learned: str) -> None:
    """Write down what the whole cycle taught."""
    hold(cycle, by)
    if cycle.learned == learned.strip():
        return
    _write(cycle, learned=learned.strip())
    record(CycleLearned(cycle.name), on=cycle, by=by)


def hold(cycle: Cycle, by: Person | None) -> None:
    """Lock the row and read it anew, for somebody who steers it, or for the clock."""
    require(by is None or may_steer(cycle, by))
    cycle.refresh_from_db(from_queryset=Cycle.objects.select_for_update())


def _check(name: str, begins: date, ends: date, every: int) -> None:
    refuse_unless(bool(name.strip()), _("A cycle needs a name. Nothing was kept."))
    refuse_unless(begins < ends, _("A cycle ends after it begins. Nothing was kept."))
    refuse_unless(1 <= every <= 366, _("A check-in comes at least once a year and at most once a day."))


def _refuse_the_unreviewed(cycle: Cycle, by: Person | None) -> None:
    """Name what is missing, as far as `by` may see it."""
    missing = cycle.objectives.exclude(state=Objective.State.CLOSED)
    count = missing.count()
    if not count:
        return
    seen = Objective.objects.filter(pk__in=missing).visible_to(by) if by else missing.none()
    titles = [_("“%s”") % title for title in seen.values_list("title", flat=True)[:MOST_NAMED]]
    more = count - len(titles)
    if more:
        titles.append(ngettext("%(n)s more", "%(n)s more", more) % {"n": more})
    raise Refused(_("Not reviewed yet: %(titles)s. Nothing was changed.") % {"titles": ", ".join(titles)})


def _write(cycle: Cycle, **changes: Any) -> None:
    for name, value in changes.items():
        setattr(cycle, name, value)
    cycle.save(update_fields=list(changes))


def _tell(cycle: Cycle, by: Person | None) -> None:
    if cycle.stage != Cycle.Stage.CLOSED:
        record(CycleMoved(cycle.name, str(Cycle.Stage(cycle.stage).label)), on=cycle, by=by)
        return
    closed = cycle.objectives.all()
    reached = closed.filter(ending=Objective.Ending.REACHED).count()
    record(CycleClosed(cycle.name, closed.count(), reached), on=cycle, by=by)
