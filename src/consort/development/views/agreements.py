"""Working agreements: writing, signing, noting whether they are kept, ending."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from consort.core.errors import refuse_unless
from consort.development.actions import agreements as actions
from consort.development.contexts import agreements as contexts
from consort.development.forms.styles import AgreementForm, NoteForm
from consort.development.views.fetching import agreement_of, own_partnership, partnership_of
from consort.web.requests import MemberRequest
from consort.web.responses import see


@require_http_methods(["GET", "POST"])
def new(request: MemberRequest, id: UUID) -> HttpResponse:
    """Write what is agreed in a partnership, and sign it."""
    request.place = "partnerships"
    partnership = own_partnership(request, id)
    form = AgreementForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.write_agreement(partnership=partnership, by=request.person, **form.cleaned_data)
        address = reverse("development:together", args=[request.organization.slug, partnership.pk])
        return see(request, address, _("Written and signed by you. It holds once the others have signed."))
    context = {"form": form, "partnership": partnership}
    return render(request, "development/agreements/new.html", context, status=422 if form.errors else 200)


@require_GET
def agreement(request: MemberRequest, id: UUID) -> HttpResponse:
    """What was agreed, who signed, and what was noted."""
    request.place = "partnerships"
    found = agreement_of(request, id)
    assert found.partnership_id
    partnership = partnership_of(request, found.partnership_id)
    context = contexts.detail(found, list(partnership.members), request.person)
    return render(request, "development/agreements/agreement.html", {**context, "partnership": partnership})


@require_POST
def sign(request: MemberRequest, id: UUID) -> HttpResponse:
    """Sign it."""
    found = agreement_of(request, id)
    actions.sign_agreement(agreement=found, by=request.person)
    return see(request, found, _("Signed."))


@require_POST
def note(request: MemberRequest, id: UUID) -> HttpResponse:
    """Say whether it was kept."""
    found = agreement_of(request, id)
    form = NoteForm(request.POST)
    refuse_unless(form.is_valid(), _("Choose one of the three. Nothing was noted."))
    actions.note_agreement(agreement=found, by=request.person, outcome=form.cleaned_data["outcome"])
    return see(request, found, _("Noted for today."))


@require_POST
def end(request: MemberRequest, id: UUID) -> HttpResponse:
    """It no longer holds."""
    found = agreement_of(request, id)
    actions.end_agreement(agreement=found, by=request.person)
    return see(request, found, _("Ended. What was noted of it stays."))
