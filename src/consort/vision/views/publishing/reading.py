"""For readers: the list, one publication, their answer, one sheet for paper."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from consort.vision.actions.publishing.confirming import confirm
from consort.vision.contexts.publishing import listing, reading
from consort.vision.models import Ask, Reader
from consort.vision.queries.publishing import shown_edition
from consort.vision.views.publishing.finding import find, find_shown
from consort.web.requests import MemberRequest
from consort.web.responses import see

KEPT = {
    Ask.READ: _("Kept: you have read it."),
    Ask.UNDERSTOOD: _("Kept. You can change it until the edition is closed."),
    Ask.SIGNS: _("Signed. You can change it until the edition is closed."),
}


@require_safe
def publications(request: MemberRequest) -> HttpResponse:
    """What waits to be confirmed, what is known, what one publishes."""
    return render(request, "vision/publishing/list.html", listing.listing(request.person))


@require_safe
def publication(request: MemberRequest, id: UUID) -> HttpResponse:
    """What is published, for whoever reads it. A draft leads its publisher to the draft."""
    found = find(request, id)
    edition = shown_edition(found)
    if edition is None:
        return redirect("vision:publication_draft", request.organization.slug, found.pk)
    context = reading.reading(found, edition, request.person)
    return render(request, "vision/publishing/publication.html", context)


@require_POST
def answer(request: MemberRequest, id: UUID) -> HttpResponse:
    """Confirm, say in own words, or sign."""
    found = find(request, id)
    edition = find_shown(found)
    reader = get_object_or_404(
        Reader.objects.select_related("edition"), edition=edition, person=request.person, released=None
    )
    reader.edition = edition
    form = reading.answer_form(reader, list(edition.sections.all()), request.POST)
    if form.is_valid():
        confirm(reader=reader, by=request.person, **form.answer())
        return see(request, found, str(KEPT[Ask(edition.asks)]))
    context = reading.reading(found, edition, request.person, form)
    return render(request, "vision/publishing/publication.html", context, status=422)


@require_safe
def sheet(request: MemberRequest, id: UUID) -> HttpResponse:
    """The newest edition on one sheet, for paper."""
    found = find(request, id)
    edition = find_shown(found)
    context = {"publication": found, "edition": edition, "sections": list(edition.sections.all())}
    return render(request, "vision/publishing/sheet.html", context)
