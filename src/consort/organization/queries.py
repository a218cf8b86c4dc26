"""Questions about members, departments, sign-in and the ledger's checkpoints."""

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from consort.core.models import Department, Organization, Person, User

SHOWN = {"everyone": Q(left=None), "invited": Q(left=None, user=None), "left": Q(left__isnull=False)}


def members_of(organization: Organization, show: str = "everyone", words: str = "") -> QuerySet[Person]:
    """People of the organization with department, login and invitation, and `seats_now`, by name."""
    people = Person.objects.filter(SHOWN.get(show, SHOWN["everyone"]), organization=organization)
    for word in words.split()[:5]:
        named = Q(first_name__icontains=word) | Q(last_name__icontains=word) | Q(title__icontains=word)
        people = people.filter(named | Q(department__name__icontains=word))
    seats_now = Count("seats", filter=Q(seats__left=None, seats__partnership__ended=None))
    people = people.select_related("department", "user", "invitation").annotate(seats_now=seats_now)
    return people.order_by("first_name", "last_name", "id")


def ways_to_sign_in(users: Iterable[User]) -> dict[UUID, list[str]]:
    """How each login can be used, in words. Runs two queries."""
    known = {user.pk: user for user in users}
    found: dict[UUID, list[str]] = defaultdict(list)
    types = Authenticator.objects.filter(user__in=known).values_list("user", "type")
    held: dict[UUID, set[str]] = defaultdict(set)
    for key, type in types:
        held[key].add(type)
    accounts = set(SocialAccount.objects.filter(user__in=known).values_list("user", flat=True))
    for key, user in known.items():
        possible = [
            (Authenticator.Type.WEBAUTHN in held[key], _("Passkey")),
            (user.has_usable_password(), _("Password")),
            (Authenticator.Type.TOTP in held[key], _("Code")),
            (key in accounts, _("Company account")),
        ]
        found[key] = [word for is_there, word in possible if is_there]
    return dict(found)


def administrators_of(organization: Organization) -> list[Person]:
    return list(Person.objects.filter(organization=organization, is_administrator=True, left=None))


def departments_of(organization: Organization) -> list[Department]:
    """All departments with `people_now`, by name. Runs one query."""
    people_now = Count("people", filter=Q(people__left=None))
    return list(Department.objects.filter(organization=organization).annotate(people_now=people_now).order_by("name"))


def organization_at_the_door() -> Organization | None:
    """Whose name stands at the sign-in: the only organization, or the only one that is no demonstration."""
    found = list(Organization.objects.order_by("is_demonstration", "created")[:3])
    own = [organization for organization in found if not organization.is_demonstration]
    return (own or found)[0] if len(own or found) == 1 else None


def may_be_tried(organization: Organization) -> QuerySet[Person]:
    """Whoever can be signed in as in a demonstration: people whose login opens nothing but demonstrations."""
    real = Person.objects.filter(organization__is_demonstration=False, user__isnull=False).values("user")
    people = Person.objects.filter(organization=organization, left=None, user__is_active=True)
    return people.exclude(user__in=real).select_related("organization", "user").order_by("joined", "first_name")


def demonstration() -> Organization | None:
    return Organization.objects.filter(is_demonstration=True).order_by("created").first()
