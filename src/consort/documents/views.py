"""The list of documents, one document, its versions and its forms outside Consort."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from consort.documents import actions, beginnings, contexts, html, markdown, policy, queries, sheets, storage, tree
from consort.documents.forms import BeginForm, SignForm, VersionForm
from consort.documents.models import Document, Version
from consort.web import pdf
from consort.web.requests import MemberRequest
from consort.web.responses import see


@require_GET
def listing(request: MemberRequest) -> HttpResponse:
    """Every document one may see."""
    return render(request, "documents/list.html", contexts.listing(request.person))


@require_http_methods(["GET", "POST"])
def new(request: MemberRequest) -> HttpResponse:
    """Begin a document."""
    if not policy.may_begin(request.person):
        raise Http404
    form = BeginForm(request.POST or None, person=request.person)
    if request.method == "POST" and form.is_valid():
        what = form.cleaned_data
        what["text"] = what["text"].strip() or beginnings.text_of(what["kind"])
        return see(
            request, actions.begin(by=request.person, **what), _("Begun. Everyone who can see it finds it here.")
        )
    return render(request, "documents/new.html", {"form": form}, status=422 if request.method == "POST" else 200)


@require_GET
def document(request: MemberRequest, id: UUID) -> HttpResponse:
    """One document, to be read and written."""
    context = contexts.document(_fetch(request, id), request.person)
    context |= {"version_form": VersionForm(), "sign_form": SignForm(auto_id="sign_%s")}
    return render(request, "documents/document.html", context)


@require_POST
def keep(request: MemberRequest, id: UUID) -> HttpResponse:
    """Keep a version."""
    found = _fetch(request, id)
    form = VersionForm(request.POST)
    if not form.is_valid():
        return render(request, "documents/keep.html", {"document": found, "form": form}, status=422)
    made = actions.keep_version(document=found, by=request.person, **form.cleaned_data)
    return see(request, found, _("Version %(number)s was kept.") % {"number": made.number})


@require_GET
def version(request: MemberRequest, id: UUID) -> HttpResponse:
    """A version as it was kept, and what it changed."""
    return render(request, "documents/version.html", contexts.version(_fetch_version(request, id), request.person))


@require_POST
def sign(request: MemberRequest, id: UUID) -> HttpResponse:
    """Sign a version."""
    found = _fetch_version(request, id)
    form = SignForm(request.POST)
    if not form.is_valid():
        return render(request, "documents/sign.html", {"version": found, "form": form}, status=422)
    actions.sign(version=found, by=request.person, **form.cleaned_data)
    return see(request, found.document, _("Signed. Your name stands below version %(n)s.") % {"n": found.number})


@require_GET
def export(request: MemberRequest, id: UUID) -> HttpResponse:
    """The document as Markdown, HTML or PDF: `?as=md`, `html` or `pdf`."""
    found = _fetch(request, id)
    content, name = tree.read(storage.load(found.pk).content), slugify(found.title) or "document"
    match request.GET.get("as", "md"):
        case "md":
            return _file(f"# {found.title}\n\n{markdown.written(content)}", "text/markdown", f"{name}.md")
        case "html":
            page = {"document": found, "content": html.rendered(content)}
            return _file(render(request, "documents/file.html", page).content.decode(), "text/html", f"{name}.html")
        case "pdf":
            return pdf.sent(sheets.sheet(found, content, queries.signatures_of(found)), name)
        case _:
            raise Http404


def _file(text: str, kind: str, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "X-Content-Type-Options": "nosniff"}
    return HttpResponse(text, content_type=f"{kind}; charset=utf-8", headers=headers)


def _fetch(request: MemberRequest, id: UUID) -> Document:
    return get_object_or_404(queries.documents_for(request.person), pk=id)


def _fetch_version(request: MemberRequest, id: UUID) -> Version:
    visible = queries.documents_for(request.person).order_by().values("pk")
    versions = Version.objects.select_related("document__organization", "by")
    return get_object_or_404(versions.filter(document__in=visible), pk=id)
