"""Accepting an invitation. Looking at the link changes nothing, as mail programs look at links too."""

from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from consort.core.models import Person
from consort.organization import queries
from consort.organization.actions.invitations import accept_with_login, accept_with_password
from consort.organization.actions.logins import login_of
from consort.organization.forms.fields import PasswordForm
from consort.organization.limits import limited
from consort.organization.links import Found, Standing, read_invitation
from consort.organization.views.door import BACKEND
from consort.web.responses import see

STATUS = {Standing.FORGED: 404, Standing.EXPIRED: 410, Standing.USED: 410, Standing.CANCELLED: 410}


@login_not_required
@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
@limited("invitation")
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Join with a new password, or with the login one has."""
    found = read_invitation(token)
    person = found.person
    if found.standing is not Standing.OPEN or person is None:
        return _closed(request, found)
    if isinstance(request.user, AnonymousUser):
        return _with_password(request, person) if login_of(person.email) is None else _sign_in_first(request, person)
    if request.user.email != person.email:
        return render(request, "organization/invitation_other.html", _about(person), status=409)
    return _with_login(request, person)


def _closed(request: HttpRequest, found: Found) -> HttpResponse:
    person = found.person
    if found.standing is Standing.USED and person and request.user == person.user:
        return redirect("weave:today", person.organization.slug)
    context = {"standing": found.standing.name, **(_about(person) if person else {})}
    if person and found.standing is Standing.EXPIRED:
        context["administrators"] = queries.administrators_of(person.organization)
    return render(request, "organization/invitation_closed.html", context, status=STATUS[found.standing])


def _with_password(request: HttpRequest, person: Person) -> HttpResponse:
    form = PasswordForm(request.POST or None, login=person.email)
    if request.method == "POST" and form.is_valid():
        user = accept_with_password(person=person, password=form.cleaned_data["password"])
        login(request, user, backend=BACKEND)
        return _welcome(request, person)
    context = {**_about(person), "form": form}
    return render(request, "organization/invitation.html", context, status=422 if form.errors else 200)


def _sign_in_first(request: HttpRequest, person: Person) -> HttpResponse:
    return render(request, "organization/invitation_sign_in.html", _about(person))


def _with_login(request: HttpRequest, person: Person) -> HttpResponse:
    assert request.user.is_authenticated
    if request.method == "POST":
        accept_with_login(person=person, user=request.user)
        return _welcome(request, person)
    return render(request, "organization/invitation.html", _about(person))


def _welcome(request: HttpRequest, person: Person) -> HttpResponse:
    message = _("Welcome, %(name)s. You can add a passkey in Settings.") % {"name": person.first_name}
    return see(request, f"/{person.organization.slug}/", message)


def _about(person: Person) -> dict[str, object]:
    return {"person_invited": person, "organization": person.organization}
