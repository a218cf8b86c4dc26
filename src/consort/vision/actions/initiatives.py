"""Initiatives: writing one down, changing it, moving it on."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from consort.core.errors import refuse_unless, require
from consort.core.identities import made_before
from consort.core.ledger import Fact, record
from consort.core.models import Person
from consort.vision.actions import changing
from consort.vision.facts.initiatives import (
    InitiativeAdded,
    InitiativeBegun,
    InitiativeChanged,
    InitiativeDone,
    InitiativeStopped,
)
from consort.vision.models import Initiative
from consort.vision.policy import initiatives as policy

State = Initiative.State
WHAT = ("title", "what", "begins", "ends", "visibility", "partnership", "department")
SOURCES = {
    State.RUNNING: (State.PLANNED, State.STOPPED, State.DONE),
    State.DONE: (State.RUNNING,),
    State.STOPPED: (State.PLANNED, State.RUNNING),
}


@transaction.atomic
def add_initiative(*, by: Person, leads: Iterable[Person] = (), id: UUID | None = None, **what: Any) -> Initiative:
    """Write down an initiative from the fields named in `WHAT`; it is planned until it is begun."""
    require(policy.may_add(by))
    if made := made_before(Initiative.objects.visible_to(by), id):
        return made
    people = list(leads)
    initiative = Initiative(
        id=id or uuid4(), organization=by.organization, owner=by, **changing.check_known(what, WHAT)
    )
    _check(initiative, by, people)
    initiative.save(force_insert=True)
    initiative.leads.set(people)
    record(InitiativeAdded(initiative.title), on=initiative, by=by)
    return initiative


@transaction.atomic
def change_initiative(
    *, initiative: Initiative, by: Person, leads: Iterable[Person] | None = None, **what: Any
) -> None:
    """Change the given fields; the ledger keeps what stood there."""
    _begin(initiative, by)
    people = None if leads is None else list(leads)
    changed = changing.change(initiative, changing.check_known(what, WHAT), people)
    if changed:
        _check(initiative, by, people or ())
        record(InitiativeChanged(changed.what, changed.before), on=initiative, by=by)


@transaction.atomic
def begin_initiative(*, initiative: Initiative, by: Person) -> None:
    """Begin it, or take it up again."""
    _move(initiative, by, State.RUNNING, InitiativeBegun())


@transaction.atomic
def finish_initiative(*, initiative: Initiative, by: Person) -> None:
    _move(initiative, by, State.DONE, InitiativeDone())


@transaction.atomic
def stop_initiative(*, initiative: Initiative, by: Person, because: str) -> None:
    """End it before it is done, and say why."""
    refuse_unless(bool(because.strip()), _("Say in a few words why it is stopped. Nothing was changed."))
    _move(initiative, by, State.STOPPED, InitiativeStopped(because.strip()), because.strip())


def _begin(initiative: Initiative, by: Person) -> None:
    require(policy.may_change(initiative, by))
    initiative.refresh_from_db(from_queryset=Initiative.objects.select_for_update())


def _move(initiative: Initiative, by: Person, state: Initiative.State, fact: Fact, because: str = "") -> None:
    """To another state; being there already changes nothing."""
    _begin(initiative, by)
    if initiative.state == state:
        return
    words = {"state": Initiative.State(initiative.state).label}
    refuse_unless(initiative.state in SOURCES[state], _("It is “%(state)s” now. Nothing was changed.") % words)
    initiative.state, initiative.because = state, because
    initiative.save(update_fields=["state", "because"])
    record(fact, on=initiative, by=by)


def _check(initiative: Initiative, by: Person, leads: Iterable[Person]) -> None:
    changing.check_title(initiative.title)
    changing.check_readers(initiative, by, leads)
    begins, ends = initiative.begins, initiative.ends
    refuse_unless(not begins or not ends or begins < ends, _("It would end before it begins. Nothing was kept."))
