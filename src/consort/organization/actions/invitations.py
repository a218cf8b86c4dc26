"""What is done with invitations. Mail is sent by the caller, after the commit: see `organization.mail.deliver`."""

from collections.abc import Iterable
from uuid import UUID, uuid5

from django.db import transaction
from django.utils.translation import gettext as _

from consort.core import clock
from consort.core.actions.people import add_person, claim_seat
from consort.core.errors import refuse_unless, require
from consort.core.ledger import record
from consort.core.models import Department, Person, User
from consort.organization.actions.logins import make_login
from consort.organization.facts import InvitationCancelled, InvitationResent
from consort.organization.lines import Invitee
from consort.organization.models import Invitation, new_key
from consort.organization.policy import may_administer


def identity_of(id: UUID, email: str) -> UUID:
    """The id of the person whom the sheet of invitations `id` adds for `email`: sent twice, it adds them once."""
    return uuid5(id, email)


@transaction.atomic
def invite(
    *,
    by: Person,
    id: UUID,
    invitees: Iterable[Invitee],
    department: Department | None = None,
    is_leader: bool = True,
    is_facilitator: bool = False,
    is_administrator: bool = False,
) -> list[Invitation]:
    """Add the people and an invitation for each; gives the new ones. The same `id` and address make one person."""
    require(may_administer(by))
    made = []
    for invitee in invitees:
        person = add_person(
            by=by,
            id=identity_of(id, invitee.email),
            first_name=invitee.first_name,
            last_name=invitee.last_name,
            email=invitee.email,
            title=invitee.title,
            department=department,
            is_leader=is_leader,
            is_facilitator=is_facilitator,
            is_administrator=is_administrator,
        )
        invitation, is_new = Invitation.objects.get_or_create(person=person)
        made += [invitation] if is_new else []
    return made


def _still_open(person: Person) -> None:
    refuse_unless(person.user_id is None, _("This invitation was accepted already. Nothing was changed."))
    refuse_unless(person.left is None, _("This invitation was taken back. Nothing was changed."))
    refuse_unless(bool(person.email), _("There is no email address to send an invitation to. Nothing was changed."))


@transaction.atomic
def send_again(*, person: Person, by: Person) -> Invitation:
    """Open the question anew for another 14 days. Links sent before stay as they are."""
    require(may_administer(by, other=person))
    _still_open(person)
    invitation, _made = Invitation.objects.get_or_create(person=person)
    record(InvitationResent(person.full_name), on=person, by=by)
    return invitation


@transaction.atomic
def cancel_invitation(*, person: Person, by: Person) -> None:
    """Take the invitation back: every link to it is closed."""
    require(may_administer(by, other=person))
    _still_open(person)
    person.left = clock.now()
    person.save(update_fields=["left"])
    person.seats.filter(left=None).update(left=person.left)
    Invitation.objects.filter(person=person).update(key=new_key())
    record(InvitationCancelled(person.full_name), on=person, by=by)


@transaction.atomic
def accept_with_password(*, person: Person, password: str) -> User:
    """The invited person joins with a new login. Raises Refused when the invitation was used in the meantime."""
    locked = Person.objects.select_for_update().get(pk=person.pk)
    refuse_unless(locked.user_id is None and locked.left is None, _("This invitation was used already."))
    user = make_login(email=locked.email, password=password)
    claim_seat(person=locked, user=user)
    return user


@transaction.atomic
def accept_with_login(*, person: Person, user: User) -> None:
    """The invited person joins with the login they have. Raises Refused when it is somebody else's."""
    refuse_unless(user.email == person.email, _("This invitation is for another address. Nothing was changed."))
    locked = Person.objects.select_for_update().get(pk=person.pk)
    refuse_unless(locked.left is None, _("This invitation was taken back. Nothing was changed."))
    claim_seat(person=locked, user=user)
