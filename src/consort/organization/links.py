"""Signed links that people get by mail: an invitation, and the question whether a new address is theirs."""

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum
from uuid import UUID

from django.conf import settings
from django.core import signing
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from consort.core.models import Person, User
from consort.organization.models import Invitation

INVITATION = "consort.invitation"
ADDRESS = "consort.address"
INVITATION_VALID_FOR = timedelta(days=14)
ADDRESS_VALID_FOR = timedelta(days=2)


class Standing(Enum):
    """What has become of an invitation."""

    OPEN = _("open")
    FORGED = _("not one of ours")
    EXPIRED = _("expired")
    USED = _("used")
    CANCELLED = _("cancelled")


@dataclass(frozen=True)
class Found:
    """The standing of an invitation link, and whom it invites when it is one of ours."""

    standing: Standing
    person: Person | None = None


def invitation_link(invitation: Invitation) -> str:
    """The full address at which the invitation can be accepted for 14 days from now."""
    token = signing.dumps([invitation.person_id.hex, invitation.key], salt=INVITATION)
    return settings.ADDRESS + reverse("invitation", args=[token])


def read_invitation(token: str) -> Found:
    """What a token stands for. Runs one query."""
    try:
        identity, key = signing.loads(token, salt=INVITATION)
        person = Person.objects.select_related("organization", "user", "invitation").get(pk=UUID(identity))
        return Found(_standing(person, key, token), person)
    except (signing.BadSignature, ValueError, TypeError, Person.DoesNotExist):
        return Found(Standing.FORGED)


def _standing(person: Person, key: str, token: str) -> Standing:
    invitation: Invitation | None = getattr(person, "invitation", None)
    if person.left or invitation is None or invitation.key != key:
        return Standing.CANCELLED
    if person.user_id is not None:
        return Standing.USED
    try:
        signing.loads(token, salt=INVITATION, max_age=INVITATION_VALID_FOR)
    except signing.SignatureExpired:
        return Standing.EXPIRED
    return Standing.OPEN


def address_link(user: User, email: str) -> str:
    """The full address at which `user` confirms for two days that `email` is theirs."""
    token = signing.dumps([user.pk.hex, user.email, email], salt=ADDRESS)
    return settings.ADDRESS + reverse("new_address", args=[token])


def read_address(token: str, user: User) -> str:
    """The new address, or nothing when the link is forged, old, used, or somebody else's."""
    try:
        identity, former, email = signing.loads(token, salt=ADDRESS, max_age=ADDRESS_VALID_FOR)
    except (signing.BadSignature, ValueError, TypeError):
        return ""
    return str(email) if (identity, former) == (user.pk.hex, user.email) else ""
