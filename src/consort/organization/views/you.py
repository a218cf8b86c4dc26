"""One's own page: name, clock, appearance, address, ways to sign in."""

from copy import copy

from allauth.account.internal.flows.reauthentication import did_recently_reauthenticate
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from consort.organization import contexts, links
from consort.organization.actions.logins import change_address
from consort.organization.actions.members import describe, set_time_zone
from consort.organization.forms.members import AddressForm, YouForm
from consort.organization.limits import limited
from consort.organization.mail import ask_about_address
from consort.web.requests import MemberRequest
from consort.web.responses import see


@require_http_methods(["GET", "POST"])
def you(request: MemberRequest) -> HttpResponse:
    """What the reader can change of themselves."""
    person = request.person
    form = YouForm(request.POST or None, instance=copy(person))
    if request.method == "POST" and form.is_valid():
        cleaned = form.cleaned_data
        set_time_zone(person=person, time_zone=cleaned.pop("time_zone"))
        describe(person=person, by=person, **cleaned)
        return see(request, request.path, _("Saved."))
    context = {"form": form, **contexts.you(person)}
    return render(request, "organization/you.html", context, status=422 if form.errors else 200)


@never_cache
@require_http_methods(["GET", "POST"])
@limited("new_address")
def address(request: MemberRequest) -> HttpResponse:
    """Ask for another address. It counts once somebody there has said that it is theirs."""
    if not did_recently_reauthenticate(request):
        return redirect(f"{reverse('account_reauthenticate')}?{urlencode({'next': request.path})}")
    form = AddressForm(request.POST or None, person=request.person)
    if request.method == "POST" and form.is_valid():
        email = form.cleaned_data["email"]
        problem = ask_about_address(request.user, request.person, email)
        message = problem or _("A question was sent to %(email)s. Until it is answered your old address counts.")
        return see(request, reverse("organization:you", args=[request.organization.slug]), message % {"email": email})
    context = {"form": form, **contexts.common(request.person, "you")}
    return render(request, "organization/address.html", context, status=422 if form.errors else 200)


@never_cache
@require_http_methods(["GET", "POST"])
def new_address(request: HttpRequest, token: str) -> HttpResponse:
    """The link sent to a new address: whoever is signed in says that it is theirs."""
    assert request.user.is_authenticated
    email = links.read_address(token, request.user)
    if not email:
        return render(request, "organization/address_closed.html", status=410)
    if request.method == "POST":
        change_address(user=request.user, email=email)
        return see(request, "/", _("Your address is now %(email)s.") % {"email": email})
    return render(request, "organization/address_confirm.html", {"email": email})
