"""What is done with an organization and its people."""

from uuid import UUID, uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from consort.core import clock
from consort.core.errors import refuse_unless, require
from consort.core.facts import (
    OrganizationFounded,
    PersonChanged,
    PersonErased,
    PersonInvited,
    PersonJoined,
    PersonLeft,
)
from consort.core.identities import made_before
from consort.core.ledger import record
from consort.core.ledger.facts import registered
from consort.core.models import Department, Organization, Payload, Person, User
from consort.core.models.person import new_pseudonym

ROLES = ("is_leader", "is_facilitator", "is_administrator")


@transaction.atomic
def found_organization(
    *, name: str, slug: str, user: User | None, first_name: str, last_name: str, **more: str
) -> Person:
    """Make an organization and its first person, who administers it. Raises Refused when the address is taken."""
    refuse_unless(not Organization.objects.filter(slug=slug).exists(), _("This address is taken. Nothing was made."))
    organization = Organization.objects.create(name=name, slug=slug, short_name=more.get("short_name", ""))
    person = Person.objects.create(
        organization=organization,
        user=user,
        email=user.email if user else more.get("email", ""),
        first_name=first_name,
        last_name=last_name,
        title=more.get("title", ""),
        is_administrator=True,
    )
    record(OrganizationFounded(name), on=organization, by=person)
    record(PersonJoined(person.full_name), on=person, by=person)
    return person


@transaction.atomic
def add_person(
    *,
    by: Person,
    first_name: str,
    last_name: str,
    email: str = "",
    title: str = "",
    department: Department | None = None,
    is_leader: bool = True,
    is_facilitator: bool = False,
    is_administrator: bool = False,
    user: User | None = None,
    id: UUID | None = None,
) -> Person:
    """Add a person. Only administrators may. Raises Refused when the email belongs to somebody already."""
    require(by.is_administrator)
    email = email.strip().lower()
    if made := made_before(Person.objects.filter(organization=by.organization), id):
        return made
    taken = email and Person.objects.filter(organization=by.organization, email=email).exists()
    refuse_unless(not taken, _("Somebody here has this email already. Nobody was added."))
    person = Person.objects.create(
        id=id or uuid4(),
        organization=by.organization,
        first_name=first_name.strip(),
        last_name=last_name.strip(),
        email=email,
        title=title.strip(),
        department=department,
        is_leader=is_leader,
        is_facilitator=is_facilitator,
        is_administrator=is_administrator,
        user=user,
    )
    record(PersonInvited(person.full_name), on=person, by=by)
    return person


@transaction.atomic
def claim_seat(*, person: Person, user: User) -> None:
    """Give the invited person the login with which they came."""
    refuse_unless(person.user_id in (None, user.id), _("This invitation was used already."))
    twice = Person.objects.filter(organization=person.organization, user=user).exclude(pk=person.pk).exists()
    refuse_unless(not twice, _("You are in this organization already."))
    if person.user_id is None:
        person.user = user
        person.save(update_fields=["user"])
        record(PersonJoined(person.full_name), on=person, by=person)


@transaction.atomic
def change_roles(*, person: Person, by: Person, is_leader: bool, is_facilitator: bool, is_administrator: bool) -> None:
    """Change what a person may do. The last administrator cannot step down."""
    require(by.is_administrator and by.organization_id == person.organization_id)
    roles = (is_leader, is_facilitator, is_administrator)
    if roles == tuple(getattr(person, role) for role in ROLES):
        return
    others = Person.objects.filter(organization=by.organization, is_administrator=True, left=None).exclude(pk=person.pk)
    refuse_unless(is_administrator or others.exists(), _("Somebody has to administer. Nothing was changed."))
    person.is_leader, person.is_facilitator, person.is_administrator = roles
    person.save(update_fields=ROLES)
    held = ", ".join(role.removeprefix("is_") for role in ROLES if getattr(person, role)) or "observer"
    record(PersonChanged(person.full_name, held), on=person, by=by)


@transaction.atomic
def let_go(*, person: Person, by: Person) -> None:
    """The person leaves: seats are given up, the login no longer opens this organization."""
    require(by.is_administrator and by.organization_id == person.organization_id)
    refuse_unless(person != by, _("You cannot remove yourself; ask another administrator. Nothing was changed."))
    if person.left:
        return
    person.left = clock.now()
    person.save(update_fields=["left"])
    person.seats.filter(left=None).update(left=person.left)
    record(PersonLeft(person.full_name), on=person, by=by)


@transaction.atomic
def erase_person(*, person: Person, by: Person) -> None:
    """Remove what the person said and who they were; the chain stays verifiable and says that something was erased."""
    require(by.is_administrator and by.organization_id == person.organization_id)
    refuse_unless(person.left is not None, _("Only somebody who has left can be erased. Nothing was changed."))
    kept = [name for name, fact in registered().items() if not fact.registration.erased_with_actor]
    theirs = Payload.objects.filter(actor=person).exclude(entry__type__in=kept) | Payload.objects.filter(
        entry__object_id=person.id
    ).exclude(entry__type__in=kept)
    entries = sorted(set(theirs.values_list("entry__seq", flat=True)))
    Payload.objects.filter(entry__organization=person.organization, entry__seq__in=entries).delete()
    person.first_name, person.last_name, person.title, person.email = _("Erased"), "", "", ""
    person.user, person.pseudonym = None, new_pseudonym()
    person.save(update_fields=["first_name", "last_name", "title", "email", "user", "pseudonym"])
    record(PersonErased(entries), on=person, by=by)
