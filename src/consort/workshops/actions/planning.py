"""Planning a workshop, changing what was planned, calling it off."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from consort.core import clock
from consort.core.errors import Refused, refuse_unless, require
from consort.core.identities import made_before
from consort.core.ledger import record
from consort.core.models import Level, Partnership, Person
from consort.rounds.actions import withdraw
from consort.workshops import live, policy
from consort.workshops.actions.locking import lock, lock_to_prepare
from consort.workshops.actions.scripting import put_steps
from consort.workshops.facts import WorkshopCalledOff, WorkshopChanged, WorkshopInvited, WorkshopPlanned
from consort.workshops.models import Activity, Participant, Workshop
from consort.workshops.scripts import Script, problems_of

DIGITS, TRIES = 6, 20
MOST_PEOPLE = 1000
NAMES = {
    "title": gettext_lazy("the name"),
    "purpose": gettext_lazy("the purpose"),
    "starts_at": gettext_lazy("the time"),
}


@dataclass(frozen=True)
class Plan:
    """When, with whom, and who reads of it: the members of `partnership`, or all leaders."""

    title: str
    starts_at: datetime
    people: tuple[Person, ...]
    purpose: str = ""
    partnership: Partnership | None = None


@transaction.atomic
def plan_workshop(*, by: Person, plan: Plan, script: Script, id: UUID | None = None) -> Workshop:
    """Plan it with a script. Whoever plans it leads it and takes part."""
    require(policy.may_plan(by))
    if made := made_before(Workshop.objects.filter(organization=by.organization_id, owner=by), id):
        return made
    _check(plan, by)
    if problems := problems_of(script):
        raise Refused(f"{problems[0]} " + _("Nothing was kept."))
    workshop = Workshop.objects.create(
        id=id or uuid4(),
        organization=by.organization,
        owner=by,
        facilitator=by,
        title=plan.title.strip(),
        purpose=plan.purpose.strip(),
        starts_at=plan.starts_at,
        partnership=plan.partnership,
        visibility=Level.PARTNERSHIP if plan.partnership else Level.LEADERS,
        code=_new_code(),
    )
    put_steps(workshop, script.steps)
    record(WorkshopPlanned(workshop.title), on=workshop, by=by)
    _invite(workshop, [by, *plan.people], by)
    return workshop


def _check(plan: Plan, by: Person) -> None:
    require(all(person.organization_id == by.organization_id for person in plan.people))
    require(plan.partnership is None or plan.partnership.pk in by.partnership_ids)
    refuse_unless(bool(plan.title.strip()), _("Give it a name. Nothing was kept."))
    refuse_unless(len(plan.people) <= MOST_PEOPLE, _("A workshop has at most a thousand people. Nothing was kept."))


def _new_code() -> str:
    """Digits that no workshop ahead has. They let nobody in who is not invited."""
    for _try in range(TRIES):
        code = "".join(secrets.choice("0123456789") for _digit in range(DIGITS))
        if not Workshop.objects.filter(code=code, state__in=("planned", "live")).exists():
            return code
    raise Refused(_("No code is free just now. Try once more; nothing was kept."))


@transaction.atomic
def change_plan(*, workshop: Workshop, by: Person, title: str, purpose: str, starts_at: datetime) -> None:
    """Change its name, purpose or time, before it begins."""
    lock_to_prepare(workshop, by)
    refuse_unless(workshop.is_planned, _("It has begun. Nothing was changed."))
    refuse_unless(bool(title.strip()), _("Give it a name. Nothing was kept."))
    given = {"title": title.strip(), "purpose": purpose.strip(), "starts_at": starts_at}
    changed = [name for name, value in given.items() if getattr(workshop, name) != value]
    if not changed:
        return
    for name in changed:
        setattr(workshop, name, given[name])
    workshop.save(update_fields=changed)
    record(WorkshopChanged(", ".join(str(NAMES[name]) for name in changed)), on=workshop, by=by)
    live.announce_stage(workshop)


@transaction.atomic
def invite(*, workshop: Workshop, people: Iterable[Person], by: Person) -> None:
    """Invite more people, also while it goes on. Who had left is asked back."""
    lock_to_prepare(workshop, by)
    _invite(workshop, list(people), by)


def _invite(workshop: Workshop, people: list[Person], by: Person) -> None:
    require(all(person.organization_id == workshop.organization_id for person in people))
    known = set(workshop.participants.values_list("person", flat=True))
    new = [person for person in dict.fromkeys(people) if person.pk not in known]
    refuse_unless(len(known) + len(new) <= MOST_PEOPLE, _("A workshop has at most a thousand people."))
    workshop.participants.filter(person__in=people, left_at__isnull=False).update(left_at=None)
    Participant.objects.bulk_create(Participant(workshop=workshop, person=person) for person in new)
    others = [person.full_name for person in new if person != by]
    if others:
        record(WorkshopInvited(others), on=workshop, by=by)
    live.announce_room(workshop)


@transaction.atomic
def call_off(*, workshop: Workshop, by: Person) -> None:
    """It will not take place. What was asked ahead is destroyed unread."""
    lock(workshop)
    require(policy.may_prepare(workshop, by))
    if workshop.state == Workshop.State.CALLED_OFF:
        return
    refuse_unless(workshop.is_planned, _("It has begun: end it instead. Nothing was changed."))
    for activity in workshop.activities.filter(round__isnull=False).select_related("round"):
        if activity.round and activity.round.is_asking and activity.round.asker:
            withdraw(round=activity.round, by=activity.round.asker)
    workshop.activities.update(state=Activity.State.SKIPPED)
    workshop.state = Workshop.State.CALLED_OFF
    workshop.ended_at = clock.now()
    workshop.save(update_fields=["state", "ended_at"])
    record(WorkshopCalledOff(workshop.title), on=workshop, by=by)
    live.announce_stage(workshop)
