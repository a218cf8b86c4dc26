"""The journal: its owner writes, reads and removes; there is no page for anybody else."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from consort.development.actions import journal as actions
from consort.development.forms.journal import EntryForm
from consort.development.models import JournalEntry
from consort.web.requests import MemberRequest
from consort.web.responses import see


@never_cache
@require_http_methods(["GET", "POST"])
def journal(request: MemberRequest) -> HttpResponse:
    """One's own journal."""
    form = EntryForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.write_entry(by=request.person, **form.cleaned_data)
        return see(request, _address(request), _("Written. Nobody else reads it."))
    context = {"form": form, "entries": actions.read_journal(request.person)}
    return render(request, "development/journal/journal.html", context, status=422 if form.errors else 200)


@require_POST
def remove(request: MemberRequest, id: UUID) -> HttpResponse:
    """Remove an entry for good."""
    found = get_object_or_404(JournalEntry, pk=id, journal=request.person.pk)
    actions.remove_entry(entry=found, by=request.person)
    return see(request, _address(request), _("Removed for good."))


def _address(request: MemberRequest) -> str:
    return reverse("development:journal", args=[request.organization.slug])
