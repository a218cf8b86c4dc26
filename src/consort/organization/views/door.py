"""The front door, and trying the demonstration as one of its people."""

from uuid import UUID

from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from consort.core.models import Person
from consort.core.queries import organization_exists, people_of, person_of
from consort.organization import queries
from consort.organization.limits import limited
from consort.web.responses import see

LAST = "last_organization"
BACKEND = settings.AUTHENTICATION_BACKENDS[0]


@login_not_required
@never_cache
@require_GET
def door(request: HttpRequest) -> HttpResponse:
    """To Today of the reader's organization; else to the sign-in, or to the set-up when there is nothing yet."""
    if not request.user.is_authenticated:
        return redirect("account_login" if organization_exists() else "set_up")
    chosen = request.GET.get("to") or request.session.get(LAST, "")
    if "choose" not in request.GET and chosen and (person := person_of(request.user, chosen)):
        request.session[LAST] = chosen
        return _today(person)
    people = list(people_of(request.user))
    if len(people) == 1:
        return _today(people[0])
    return render(request, "organization/choose.html", {"people": people})


def _today(person: Person) -> HttpResponse:
    return redirect("weave:today", person.organization.slug)


@login_not_required
@require_POST
@limited("as_person")
def as_person(request: HttpRequest, id: UUID) -> HttpResponse:
    """Sign in as somebody of the demonstration, without a password. There is no such page anywhere else."""
    organization = queries.demonstration() if settings.DEMONSTRATION else None
    if organization is None:
        raise Http404
    person = get_object_or_404(queries.may_be_tried(organization), pk=id)
    login(request, person.user, backend=BACKEND)
    request.session[LAST] = organization.slug
    return see(request, f"/{organization.slug}/")
