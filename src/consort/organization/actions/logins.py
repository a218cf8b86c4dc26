"""What is done with logins: made, given another address, removed with their last person."""

from allauth.account.models import EmailAddress
from django.db import transaction
from django.utils.translation import gettext as _

from consort.core.errors import refuse_unless
from consort.core.ledger import record
from consort.core.models import Person, User
from consort.organization.facts import PersonReaddressed


def login_of(email: str) -> User | None:
    return User.objects.filter(email=email.strip().lower()).first()


@transaction.atomic
def make_login(*, email: str, password: str) -> User:
    """A login whose address is known to be theirs. Raises Refused when there is one with this address."""
    refuse_unless(login_of(email) is None, _("There is a login with this address already: sign in with it."))
    user = User.objects.create_user(email, password)
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


@transaction.atomic
def change_address(*, user: User, email: str) -> None:
    """Give the login, and the people who use it, an address that has been shown to be theirs. Old ones stop working."""
    people = list(Person.objects.select_for_update().filter(user=user))
    organizations = [person.organization_id for person in people]
    taken = Person.objects.filter(organization__in=organizations, email=email).exclude(user=user).exists()
    refuse_unless(login_of(email) in (None, user) and not taken, _("Somebody has this address already."))
    user.email = email
    user.save(update_fields=["email"])
    EmailAddress.objects.filter(user=user).delete()
    EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
    for person in people:
        person.email = email
        person.save(update_fields=["email"])
        record(PersonReaddressed(person.full_name), on=person, by=person)


def remove_unused(user: User | None) -> None:
    """Delete a login that belongs to nobody any more, with its passkeys and codes."""
    if user and not Person.objects.filter(user=user).exists():
        user.delete()
