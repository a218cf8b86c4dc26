"""Setting up: the organization and its first person, then its people, then the first partnership."""

from uuid import uuid4

from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods

from consort.core.actions.partnerships import form_partnership
from consort.core.errors import require
from consort.core.queries import organization_exists
from consort.organization import contexts
from consort.organization.actions.details import set_up as found
from consort.organization.actions.invitations import invite
from consort.organization.forms.members import InviteForm
from consort.organization.forms.setup import FirstPartnershipForm, SetUpForm
from consort.organization.limits import limited
from consort.organization.mail import deliver
from consort.organization.policy import may_administer
from consort.organization.views.door import BACKEND
from consort.organization.words import told
from consort.web.requests import MemberRequest
from consort.web.responses import see


@login_not_required
@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
@limited("set_up")
def set_up(request: HttpRequest) -> HttpResponse:
    """The first page of an empty installation. There is none once it holds an organization."""
    if organization_exists():
        raise Http404
    form = SetUpForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        cleaned = form.cleaned_data
        names = {"organization": form.organization(), "person": form.person()}
        person = found(**names, email=cleaned["email"], password=cleaned["password"])
        login(request, person.user, backend=BACKEND)
        return see(request, reverse("organization:set_up_people", args=[person.organization.slug]))
    context = {"form": form, "steps": contexts.first_steps()}
    return render(request, "organization/set_up/first.html", context, status=422 if form.errors else 200)


def _next(request: MemberRequest, name: str) -> str:
    return reverse(f"organization:{name}", args=[request.organization.slug])


@require_http_methods(["GET", "POST"])
def people(request: MemberRequest) -> HttpResponse:
    """Who is to join."""
    require(may_administer(request.person))
    form = InviteForm(request.POST or None, organization=request.organization, initial={"id": uuid4()})
    if request.method == "POST" and form.is_valid():
        invitations = invite(by=request.person, **form.sheet())
        untold = deliver(invitations, by=request.person)
        return see(request, _next(request, "set_up_partnership"), told(len(invitations), untold))
    context = {"form": form, **contexts.set_up(request.person, "people")}
    return render(request, "organization/set_up/people.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def partnership(request: MemberRequest) -> HttpResponse:
    """Who leads together."""
    require(may_administer(request.person))
    person = request.person
    form = FirstPartnershipForm(request.POST or None, person=person, initial={"id": uuid4()})
    if request.method == "POST" and form.is_valid():
        cleaned = form.cleaned_data
        name = cleaned["name"] if len(cleaned["people"]) > 1 else ""
        everyone = [person, *cleaned["people"]]
        form_partnership(by=person, id=cleaned["id"], people=everyone, name=name, purpose=cleaned["purpose"])
        return see(request, _next(request, "set_up_confidential"), _("It has begun."))
    context = {"form": form, **contexts.set_up(person, "partnership")}
    return render(request, "organization/set_up/partnership.html", context, status=422 if form.errors else 200)


@require_GET
def confidential(request: MemberRequest) -> HttpResponse:
    """What stays confidential, and then to work."""
    require(may_administer(request.person))
    context = {**contexts.set_up(request.person, "confidential"), **contexts.confidentiality(request.organization)}
    return render(request, "organization/set_up/confidential.html", context)
