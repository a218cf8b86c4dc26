"""Partnerships: the list, a partnership's page and its tabs, beginning one, writing the charter."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from consort.core.actions.partnerships import form_partnership, write_charter
from consort.core.models import Partnership
from consort.core.queries import partnerships_of, with_members
from consort.weave.contexts import partnership as contexts
from consort.weave.evidence import standings
from consort.weave.forms import CharterForm, PartnershipForm
from consort.web.requests import MemberRequest
from consort.web.responses import see


def _fetch(request: MemberRequest, id: UUID) -> Partnership:
    """One of the reader's own, which are at hand, or another that they may see."""
    own = next((each for each in partnerships_of(request.person) if each.id == id), None)
    return own or get_object_or_404(with_members(Partnership.objects.visible_to(request.person)), pk=id)


@require_GET
def partnerships(request: MemberRequest) -> HttpResponse:
    """The reader's own partnerships and how each stands."""
    own = partnerships_of(request.person)
    lines = [(standing.partnership.name_for(request.person), standing) for standing in standings(own).values()]
    return render(request, "weave/partnerships.html", {"lines": lines})


@require_GET
def partnership(request: MemberRequest, id: UUID) -> HttpResponse:
    """How this partnership stands, with its evidence."""
    found = _fetch(request, id)
    return render(request, "weave/partnership.html", contexts.overview(found, request.person))


@require_GET
def partnership_history(request: MemberRequest, id: UUID) -> HttpResponse:
    """What was recorded of this partnership."""
    found = _fetch(request, id)
    return render(request, "weave/partnership_history.html", contexts.history(found, request.person))


@require_http_methods(["GET", "POST"])
def partnership_charter(request: MemberRequest, id: UUID) -> HttpResponse:
    """Read the charter; those who sit here write it."""
    found = _fetch(request, id)
    form = CharterForm(request.POST or None, initial={"charter": found.charter})
    if request.method == "POST" and form.is_valid():
        write_charter(partnership=found, charter=form.cleaned_data["charter"], by=request.person)
        return see(request, found, _("Your charter is written down."))
    context = {**contexts.common(found, request.person), "form": form}
    return render(request, "weave/partnership_charter.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def new_partnership(request: MemberRequest) -> HttpResponse:
    """Begin a partnership."""
    form = PartnershipForm(request.POST or None, person=request.person)
    if request.method == "POST" and form.is_valid():
        made = form_partnership(by=request.person, **form.cleaned_data)
        return see(request, reverse("weave:partnership", args=[request.organization.slug, made.id]), _("It has begun."))
    return render(request, "weave/partnership_new.html", {"form": form}, status=422 if form.errors else 200)
