"""The request as views inside an organization see it, after `OrganizationMiddleware`."""

from django.http import HttpRequest

from consort.core.models import Organization, Person, User


class MemberRequest(HttpRequest):
    """A request from a person in their organization. A view may set `place` to say which rail item it belongs to."""

    user: User
    person: Person
    organization: Organization
    theme: str
    place: str
