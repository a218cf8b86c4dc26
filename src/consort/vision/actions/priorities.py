"""Adding priorities, changing, ordering, closing and reopening them."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID, uuid4

from django.db import models, transaction
from django.utils.translation import gettext as _

from consort.core import clock
from consort.core.errors import refuse_unless, require
from consort.core.identities import made_before
from consort.core.ledger import record
from consort.core.models import Organization, Person
from consort.vision.actions import changing
from consort.vision.facts.priorities import (
    PriorityAdded,
    PriorityChanged,
    PriorityClosed,
    PriorityPlaced,
    PriorityReopened,
)
from consort.vision.models import Priority
from consort.vision.policy import priorities as policy

WHAT = ("title", "why", "visibility", "partnership", "department")


@transaction.atomic
def add_priority(*, by: Person, leads: Iterable[Person] = (), id: UUID | None = None, **what: Any) -> Priority:
    """Add a priority after the others, from the fields named in `WHAT`."""
    require(policy.may_add(by))
    if made := made_before(Priority.objects.visible_to(by), id):
        return made
    people = list(leads)
    priority = Priority(
        id=id or uuid4(),
        organization=by.organization,
        owner=by,
        position=_last_place(by.organization) + 1,
        **changing.check_known(what, WHAT),
    )
    changing.check_title(priority.title)
    changing.check_readers(priority, by, people)
    priority.save(force_insert=True)
    priority.leads.set(people)
    record(PriorityAdded(priority.title), on=priority, by=by)
    return priority


@transaction.atomic
def change_priority(*, priority: Priority, by: Person, leads: Iterable[Person] | None = None, **what: Any) -> None:
    """Change the given fields; the ledger keeps what stood there."""
    require(policy.may_change(priority, by))
    priority.refresh_from_db(from_queryset=Priority.objects.select_for_update())
    people = None if leads is None else list(leads)
    changed = changing.change(priority, changing.check_known(what, WHAT), people)
    changing.check_title(priority.title)
    if changed:
        changing.check_readers(priority, by, people or ())
        record(PriorityChanged(changed.what, changed.before), on=priority, by=by)


@transaction.atomic
def place_priority(*, priority: Priority, by: Person, place: int) -> None:
    """Move an open priority to a place among the open ones that `by` can see, counted from 1."""
    require(policy.may_add(by))
    Organization.objects.select_for_update().get(pk=by.organization_id)
    everyone = list(Priority.objects.visible_to(by).filter(closed=None))
    refuse_unless(priority in everyone, _("This priority is closed. Nothing was moved."))
    former = everyone.index(priority)
    wanted = min(max(place, 1), len(everyone)) - 1
    if wanted == former:
        return
    positions = sorted(each.position for each in everyone)
    everyone.insert(wanted, everyone.pop(former))
    for position, each in zip(positions, everyone, strict=True):
        each.position = position
    Priority.objects.bulk_update(everyone, ["position"])
    record(PriorityPlaced(former + 1, wanted + 1), on=priority, by=by)


@transaction.atomic
def close_priority(*, priority: Priority, by: Person, words: str) -> None:
    """Close it with a word on why; what serves it stays tied."""
    require(policy.may_change(priority, by))
    priority.refresh_from_db(from_queryset=Priority.objects.select_for_update())
    if priority.closed:
        return
    refuse_unless(bool(words.strip()), _("Say in a few words why it is closed. Nothing was changed."))
    priority.closed, priority.closing_words = clock.now(), words.strip()
    priority.save(update_fields=["closed", "closing_words"])
    record(PriorityClosed(words.strip()), on=priority, by=by)


@transaction.atomic
def reopen_priority(*, priority: Priority, by: Person) -> None:
    """Open a closed one again, as the last of the open ones."""
    require(policy.may_change(priority, by))
    priority.refresh_from_db(from_queryset=Priority.objects.select_for_update())
    if not priority.closed:
        return
    priority.closed, priority.closing_words = None, ""
    priority.position = _last_place(by.organization) + 1
    priority.save(update_fields=["closed", "closing_words", "position"])
    record(PriorityReopened(), on=priority, by=by)


def _last_place(organization: Organization) -> int:
    """The organization's row is locked, so that two new ones never get one place."""
    Organization.objects.select_for_update().get(pk=organization.pk)
    found = Priority.objects.filter(organization=organization).aggregate(last=models.Max("position"))["last"]
    return found or 0
