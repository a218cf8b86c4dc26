"""What is done with members besides their roles (`core.actions.people`)."""

from django.db import transaction
from django.utils.translation import gettext as _

from consort.core.actions.people import erase_person
from consort.core.errors import refuse_unless, require
from consort.core.ledger import record
from consort.core.models import Department, Person, User
from consort.organization.actions.logins import remove_unused
from consort.organization.facts import PersonDescribed, PersonReturned
from consort.organization.models import Invitation
from consort.organization.policy import may_administer, may_describe

DESCRIPTION = ["first_name", "last_name", "title"]


@transaction.atomic
def describe(*, person: Person, by: Person, first_name: str, last_name: str, title: str) -> None:
    """Change what a person is called. Nothing is recorded when it is the same as before."""
    require(may_describe(by, other=person))
    new = {"first_name": first_name.strip(), "last_name": last_name.strip(), "title": title.strip()}
    _change(person, by, {name: value for name, value in new.items() if getattr(person, name) != value})


@transaction.atomic
def place(*, person: Person, by: Person, department: Department | None) -> None:
    """Put a person into a department, or into none."""
    require(may_administer(by, other=person))
    require(department is None or department.organization_id == by.organization_id)
    if person.department_id != (department.pk if department else None):
        _change(person, by, {"department": department})


def _change(person: Person, by: Person, new: dict[str, object]) -> None:
    for name, value in new.items():
        setattr(person, name, value)
    if new:
        person.save(update_fields=list(new))
        record(PersonDescribed(person.full_name), on=person, by=by)


def set_time_zone(*, person: Person, time_zone: str) -> None:
    """Whose clock the person's dates follow; empty means the organization's. A preference, so nothing is recorded."""
    person.time_zone = time_zone
    person.save(update_fields=["time_zone"])


@transaction.atomic
def let_back(*, person: Person, by: Person) -> Invitation | None:
    """Undo a leaving or a cancelled invitation. Gives the invitation to be sent when they have no login here."""
    require(may_administer(by, other=person))
    if person.left is None:
        return None
    refuse_unless(bool(person.email), _("Whoever was erased cannot come back. Nothing was changed."))
    person.left = None
    person.save(update_fields=["left"])
    record(PersonReturned(person.full_name), on=person, by=by)
    if person.user_id:
        return None
    return Invitation.objects.get_or_create(person=person)[0]


@transaction.atomic
def erase(*, person: Person, by: Person) -> None:
    """Erase a person who has left, and the login when it belongs to nobody else."""
    user: User | None = person.user
    erase_person(person=person, by=by)
    Invitation.objects.filter(person=person).delete()
    remove_unused(user)
