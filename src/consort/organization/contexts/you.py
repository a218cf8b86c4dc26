"""Oneself, and the organization."""

from typing import Any

from allauth.mfa.models import Authenticator

from consort.core.models import Partnership, Person
from consort.core.queries import people_of
from consort.organization import queries
from consort.organization.contexts.common import common


def you(person: Person) -> dict[str, Any]:
    """Ways to sign in and other organizations of the reader. Runs two queries."""
    held = list(Authenticator.objects.filter(user=person.user)) if person.user else []
    passkeys = [each for each in held if each.type == Authenticator.Type.WEBAUTHN]
    codes = next((each for each in held if each.type == Authenticator.Type.RECOVERY_CODES), None)
    return {
        **common(person, "you"),
        "passkeys": len(passkeys),
        "has_code": any(each.type == Authenticator.Type.TOTP for each in held),
        "codes_left": len(codes.wrap().get_unused_codes()) if codes else None,
        "has_password": bool(person.user and person.user.has_usable_password()),
        "others": [other.organization for other in people_of(person.user) if other != person] if person.user else [],
    }


def details(reader: Person) -> dict[str, Any]:
    """The organization, who administers it, and what is left of setting it up. Runs three queries."""
    organization = reader.organization
    joined = Person.objects.filter(organization=organization, left=None).count()
    return {
        **common(reader, "details"),
        "administrators": queries.administrators_of(organization),
        "is_alone": joined == 1,
        "has_partnership": Partnership.objects.filter(organization=organization).exists(),
    }
