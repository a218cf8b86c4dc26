"""Whom a command speaks for."""

from django.core.management.base import CommandError

from consort.core.models import Organization, Person


def person_named(slug: str | None, email: str | None) -> Person:
    """Who has the address `email`, else the first administrator, of the organization at `slug`, else of the only one.

    Raises CommandError.
    """
    organization = _organization(slug)
    people = Person.objects.select_related("organization", "department", "user")
    people = people.filter(organization=organization, left=None)
    if not email:
        found = people.filter(is_administrator=True).order_by("joined").first()
    else:
        found = people.filter(user__email__iexact=email).first() or people.filter(email__iexact=email).first()
    if found is None:
        who = f"nobody with the email {email}" if email else "no administrator"
        raise CommandError(f"There is {who} in {organization.slug}. Nothing was done.")
    return found


def _organization(slug: str | None) -> Organization:
    found = list(Organization.objects.filter(**({"slug": slug} if slug else {}))[:2])
    if len(found) != 1:
        slugs = ", ".join(Organization.objects.values_list("slug", flat=True)[:20])
        raise CommandError(f"Say with --organization which one is meant: {slugs or 'there is none'}. Nothing was done.")
    return found[0]
