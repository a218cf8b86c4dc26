"""For publishers: drafting, publishing, seeing who has answered, reading back."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from consort.core import kinds
from consort.core.foreign_files.tables.writing import CSV
from consort.vision.actions.publishing import confirming, drafting, issuing, permitting, reminding
from consort.vision.contexts.publishing import publisher
from consort.vision.forms.publishing import ASK_DETAILS, DraftForm, MarkForm, PermitForm
from consort.vision.models import Edition, Reader, Section
from consort.vision.policy import publishing as policy
from consort.vision.publishing import sheets
from consort.vision.views.publishing.finding import find_draft, find_own, find_shown
from consort.web.requests import MemberRequest
from consort.web.responses import part, see


@require_http_methods(["GET", "POST"])
def new(request: MemberRequest) -> HttpResponse:
    """Begin a publication."""
    if not policy.may_publish(request.person):
        raise Http404
    form = DraftForm(request.POST or None, person=request.person)
    if request.method == "POST" and form.is_valid():
        made = drafting.draft_publication(by=request.person, draft=form.draft(), id=form.cleaned_data["id"])
        return see(request, _to(request, "draft", made.pk), _("Kept as a draft. Nobody was asked yet."))
    return _form(request, form, None)


@require_http_methods(["GET", "POST"])
def edit(request: MemberRequest, id: UUID) -> HttpResponse:
    """Choose and word a draft anew."""
    edition = find_draft(find_own(request, id))
    form = DraftForm(request.POST or None, person=request.person, edition=edition)
    if request.method == "POST" and form.is_valid():
        drafting.change_draft(edition=edition, by=request.person, draft=form.draft())
        return see(request, _to(request, "draft", id), _("Kept. Nobody was asked yet."))
    return _form(request, form, edition)


def _form(request: MemberRequest, form: DraftForm, edition: Edition | None) -> HttpResponse:
    context = {"form": form, "edition": edition, "ask_details": ASK_DETAILS}
    status = 422 if request.method == "POST" else 200
    return render(request, "vision/publishing/form.html", context, status=status)


@require_safe
def draft(request: MemberRequest, id: UUID) -> HttpResponse:
    """A draft as its readers will see it."""
    edition = find_draft(find_own(request, id))
    return render(request, "vision/publishing/draft.html", publisher.draft(edition, request.person))


@require_POST
def next_edition(request: MemberRequest, id: UUID) -> HttpResponse:
    """Begin the next edition, in today's wording."""
    drafting.begin_edition(publication=find_own(request, id), by=request.person)
    return see(request, _to(request, "draft", id))


@require_POST
def drop(request: MemberRequest, id: UUID) -> HttpResponse:
    """Drop a draft."""
    edition = find_draft(find_own(request, id))
    is_first = edition.number == 1
    drafting.drop_draft(edition=edition, by=request.person)
    where = reverse("vision:publications", args=[request.organization.slug]) if is_first else _to(request, "", id)
    return see(request, where, _("Dropped."))


@require_POST
def publish(request: MemberRequest, id: UUID) -> HttpResponse:
    """Hand the draft to its readers."""
    found = find_own(request, id)
    issuing.publish(edition=find_draft(found), by=request.person)
    return see(request, _to(request, "standing", id), _("Published."))


@require_http_methods(["GET", "POST"])
def permit(request: MemberRequest, section: UUID) -> HttpResponse:
    """Agree that something one leads is published more widely than it is seen, or decline."""
    found = get_object_or_404(
        Section.objects.select_related("edition__publication__owner", "edition__publication__organization"),
        pk=section,
        edition__publication__organization=request.organization,
    )
    thing = kinds.find(found.thing_kind, found.thing_id, request.person) if found.thing_id else None
    if thing is None or not found.permission or not policy.may_permit(thing, request.person):
        raise Http404
    form = PermitForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        permitted = form.cleaned_data["permitted"] == "yes"
        because = form.cleaned_data["because"]
        permitting.permit_section(section=found, by=request.person, permitted=permitted, because=because)
        return see(request, _after_permit(request, found), _("Kept. Whoever publishes it sees it."))
    context = {"section": found, "publication": found.edition.publication, "thing": thing, "form": form}
    return render(request, "vision/publishing/permit.html", context, status=422 if request.method == "POST" else 200)


def _after_permit(request: MemberRequest, section: Section) -> str:
    publication = section.edition.publication
    if policy.publishes(publication, request.person):
        return _to(request, "draft", publication.pk)
    return reverse("vision:publications", args=[request.organization.slug])


@require_safe
def standing(request: MemberRequest, id: UUID) -> HttpResponse:
    """Who has and has not answered."""
    found = find_own(request, id)
    context = publisher.standing(found, find_shown(found))
    return render(request, "vision/publishing/standing.html", context)


@require_POST
def remind(request: MemberRequest, id: UUID) -> HttpResponse:
    """Remind those who owe an answer."""
    people = reminding.remind(edition=find_shown(find_own(request, id)), by=request.person)
    said = ngettext("One person gets a mail within a minute.", "%(n)d people get a mail within a minute.", people)
    return see(request, _to(request, "standing", id), said % {"n": people})


@require_POST
def close(request: MemberRequest, id: UUID) -> HttpResponse:
    """Take no more answers."""
    issuing.close_edition(edition=find_shown(find_own(request, id)), by=request.person)
    return see(request, _to(request, "standing", id), _("Closed. The answers stay as they are."))


@require_POST
def take_back(request: MemberRequest, id: UUID) -> HttpResponse:
    """End the publication."""
    issuing.take_back(publication=find_own(request, id), by=request.person)
    return see(request, _to(request, "standing", id), _("Taken back. Nobody but you sees it."))


@require_safe
def readback(request: MemberRequest, id: UUID) -> HttpResponse:
    """What departments wrote, beside what they read; `?edition=` names an earlier one."""
    found = find_own(request, id)
    edition = find_shown(found, request.GET.get("edition", ""))
    return render(request, "vision/publishing/readback.html", publisher.readback(found, edition))


@require_POST
def mark(request: MemberRequest, id: UUID, reader: UUID) -> HttpResponse:
    """Say how what somebody wrote stands to its source."""
    found = find_own(request, id)
    written = get_object_or_404(
        Reader.objects.select_related("edition", "person", "department"), pk=reader, edition__publication=found
    )
    written.edition.publication = found
    form = MarkForm(request.POST)
    if not form.is_valid():
        raise Http404
    confirming.mark_answer(reader=written, by=request.person, **form.cleaned_data)
    return part(request, "vision/publishing/readback.html#answer", {"reader": written, "publication": found})


@require_safe
def answers(request: MemberRequest, id: UUID) -> HttpResponse:
    """Who was asked and what they answered, as CSV."""
    found = find_own(request, id)
    name = slugify(found.title) or "answers"
    headers = {"Content-Disposition": f'attachment; filename="{name}.csv"', "X-Content-Type-Options": "nosniff"}
    return HttpResponse(sheets.answers(find_shown(found)), content_type=CSV, headers=headers)


def _to(request: MemberRequest, page: str, id: UUID) -> str:
    return reverse(f"vision:publication_{page}" if page else "vision:publication", args=[request.organization.slug, id])
