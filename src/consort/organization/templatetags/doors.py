"""What stands at the sign-in, for pages whose views are allauth's."""

from dataclasses import dataclass, field
from typing import Any

from django import template
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import urlencode

from consort.core.models import Organization, Person
from consort.core.queries import people_of
from consort.organization import queries
from consort.organization.views.door import LAST

register = template.Library()
MOST = 12


@dataclass(frozen=True)
class Door:
    """Whose door this is, when it is one organization's, and whom it can be tried as in a demonstration."""

    organization: Organization | None
    demonstration: Organization | None = None
    people: list[Person] = field(default_factory=list)


@register.simple_tag(takes_context=True)
def door(context: dict[str, Any]) -> Door:
    """Runs at most three queries, once per request."""
    request: Any = context["request"]
    if not hasattr(request, "door"):
        request.door = _door()
    found: Door = request.door
    return found


def _door() -> Door:
    demonstration = queries.demonstration() if settings.DEMONSTRATION else None
    people = list(queries.may_be_tried(demonstration)[:MOST]) if demonstration else []
    return Door(queries.organization_at_the_door(), demonstration if people else None, people)


@register.simple_tag(takes_context=True)
def own_settings(context: dict[str, Any]) -> str:
    """The reader's own page in the settings of their organization, or the front door. Runs one query."""
    request: HttpRequest = context["request"]
    if isinstance(request.user, AnonymousUser):
        return "/"
    slugs = list(people_of(request.user).values_list("organization__slug", flat=True))
    last = request.session.get(LAST, "")
    return reverse("organization:you", args=[last if last in slugs else slugs[0]]) if slugs else "/"


@register.simple_tag(takes_context=True)
def with_next(context: dict[str, Any], name: str) -> str:
    """The address of a sign-in page that comes back to where the reader wanted to go."""
    request: HttpRequest = context["request"]
    wanted = request.POST.get("next") or request.GET.get("next")
    return reverse(name) + (f"?{urlencode({'next': wanted})}" if wanted else "")
