"""The organization itself."""

from copy import copy

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from consort.core.errors import require
from consort.organization import contexts
from consort.organization.actions.details import change_details
from consort.organization.forms.members import DetailsForm
from consort.organization.policy import may_administer
from consort.web.requests import MemberRequest
from consort.web.responses import see


@require_http_methods(["GET", "POST"])
def details(request: MemberRequest) -> HttpResponse:
    """Name, short name, words at the door, time zone."""
    require(may_administer(request.person))
    form = DetailsForm(request.POST or None, instance=copy(request.organization))
    if request.method == "POST" and form.is_valid():
        change_details(by=request.person, **form.cleaned_data)
        return see(request, request.path, _("Saved."))
    context = {"form": form, **contexts.details(request.person)}
    return render(request, "organization/details.html", context, status=422 if form.errors else 200)
