"""Files in: read, shown, kept, undone. Files out: records of decisions."""

import io
from collections.abc import Iterable
from uuid import UUID
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from consort.core.errors import require
from consort.core.foreign_files import Unreadable
from consort.decisions import policy, queries
from consort.decisions.actions import bringing as actions
from consort.decisions.contexts import bringing as contexts
from consort.decisions.exchange.bundles import File
from consort.decisions.exchange.describing import file_of, loomio_of
from consort.decisions.forms.bringing import BallotChoicesForm, BringForm
from consort.decisions.models import Bringing, Decision
from consort.decisions.views.downloading import downloaded
from consort.decisions.views.finding import find
from consort.web.requests import MemberRequest
from consort.web.responses import see

MARKDOWN, ARCHIVE, LINES = "text/markdown; charset=utf-8", "application/zip", "application/x-ndjson"


@require_safe
def files(request: MemberRequest) -> HttpResponse:
    """What can be brought in and taken out, and what one brought."""
    return render(request, "decisions/files/home.html", contexts.home(request.person))


@require_http_methods(["GET", "HEAD", "POST"])
def bring_in(request: MemberRequest) -> HttpResponse:
    """Read files and show what keeping them would do. Nothing of ours changes yet."""
    require(policy.may_frame(request.person))
    form = BringForm(request.POST or None, request.FILES or None, person=request.person)
    if request.method == "POST" and form.is_valid():
        try:
            return see(request, _received(request, form))
        except Unreadable as error:
            form.add_error(None, f"{contexts.where(error)} {_('Nothing was kept.')}")
    status = 422 if request.method == "POST" else 200
    return render(request, "decisions/files/bring_in.html", {"form": form}, status=status)


def _received(request: MemberRequest, form: BringForm) -> Bringing:
    file = form.file()
    return actions.receive(
        by=request.person,
        file_name=file.name,
        content=file.content,
        choices=form.choices(),
        id=form.cleaned_data["id"],
    )


@require_http_methods(["GET", "HEAD", "POST"])
def report(request: MemberRequest, id: UUID) -> HttpResponse:
    """What keeping it would do; for ballots a POST counts them in another way."""
    bringing = _find(request, id)
    form = BallotChoicesForm(request.POST) if request.method == "POST" else None
    if form is not None and form.is_valid():
        before = actions.Choices.from_json(bringing.choices, request.person)
        actions.choose(bringing=bringing, by=request.person, choices=form.choices(before))
        return see(request, bringing, _("Counted again."))
    context = contexts.report(bringing, form)
    return render(request, "decisions/files/report.html", context, status=422 if form else 200)


@require_POST
def keep(request: MemberRequest, id: UUID) -> HttpResponse:
    """Keep exactly what the report showed, all of it or nothing."""
    bringing = _find(request, id)
    actions.keep(bringing=bringing, by=request.person)
    undo = reverse("decisions:bringing_undo", args=[request.organization.slug, bringing.pk])
    return see(request, contexts.where_it_went(bringing), contexts.said(bringing), undo=undo)


@require_POST
def undo(request: MemberRequest, id: UUID) -> HttpResponse:
    bringing = _find(request, id)
    actions.undo(bringing=bringing, by=request.person)
    return see(request, bringing, _("Undone. What the file had brought is gone."))


@require_safe
def madr(request: MemberRequest, number: int) -> HttpResponse:
    """One decision as a record in Markdown; one that came as such and was not changed leaves as it came."""
    file = file_of(find(request, number))
    return downloaded(file, MARKDOWN)


@require_safe
def take_out(request: MemberRequest) -> HttpResponse:
    """Every record one may see: as Markdown in an archive, or `?as=loomio`."""
    decisions = queries.complete(queries.visible(request.person)).prefetch_related("arguments").order_by("number")
    name = slugify(request.organization.name) or "decisions"
    if request.GET.get("as") == "loomio":
        return downloaded(File(f"{name}-loomio.jsonl", loomio_of(decisions).encode()), LINES)
    return downloaded(File(f"{name}-decisions.zip", _archive(decisions)), ARCHIVE)


def _archive(decisions: Iterable[Decision]) -> bytes:
    packed, names = io.BytesIO(), set[str]()
    with ZipFile(packed, "w") as archive:
        for decision in decisions:
            file = file_of(decision)
            entry = ZipInfo(_free(file, decision, names))  # of no time: the same records make the same file
            archive.writestr(entry, file.content, ZIP_DEFLATED)
    return packed.getvalue()


def _free(file: File, decision: Decision, names: set[str]) -> str:
    """Its name, with the number of the decision before it where another record has the same."""
    name = file.name if file.name not in names else f"{decision.number:04d}-{file.name}"
    names.add(name)
    return name


def _find(request: MemberRequest, id: UUID) -> Bringing:
    found = Bringing.objects.visible_to(request.person).filter(owner=request.person).select_related("organization")
    return get_object_or_404(found, pk=id)
