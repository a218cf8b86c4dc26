"""Writing, changing and withdrawing comments. Threads themselves stand on the pages of their things."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from consort.core import kinds
from consort.threads import actions, contexts
from consort.threads.forms import CommentForm
from consort.threads.models import Comment
from consort.threads.words import told
from consort.web.requests import MemberRequest
from consort.web.responses import is_htmx, part, see


@require_GET
def thread(request: MemberRequest, kind: str, id: UUID) -> HttpResponse:
    """The thread of one thing: the region that a page fetches again, and a page of its own without script."""
    thing = kinds.fetch(kind, id, request.person)
    return _shown(request, contexts.thread(thing, request.person, next=_next(request, request.GET.get("next", ""))))


@require_POST
def write(request: MemberRequest) -> HttpResponse:
    """Say something about the thing named by `kind` and `thing`."""
    thing = kinds.fetch(request.POST.get("kind", ""), _identity(request.POST.get("thing", "")), request.person)
    where = _next(request, request.POST.get("next", ""))
    form = CommentForm(request.POST)
    if not form.is_valid():
        return _shown(request, contexts.thread(thing, request.person, form, where), status=422)
    written = actions.write(by=request.person, about=thing, **form.cleaned_data)
    message = told(_("Written."), written.mentioned)
    if is_htmx(request):
        context = contexts.thread(thing, request.person, next=where)
        return part(request, "threads/_thread.html", context, message)
    return see(request, f"{where or thing.get_absolute_url()}#{written.comment.anchor}", message)


@require_http_methods(["GET", "POST"])
def edit(request: MemberRequest, id: UUID) -> HttpResponse:
    """Change one's own comment, on a page of its own."""
    comment = _own(request, id)
    thing = kinds.fetch(comment.about_kind, comment.about_id, request.person)
    form = CommentForm(request.POST or None, initial={"id": comment.pk, "text": comment.text})
    if request.method == "POST" and form.is_valid():
        written = actions.edit(comment=comment, by=request.person, text=form.cleaned_data["text"])
        where = f"{thing.get_absolute_url()}#{comment.anchor}"
        return see(request, where, told(_("Changed."), written.mentioned))
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "comment": comment, **contexts.edit(thing, request.person)}
    return render(request, "threads/edit.html", context, status=status)


@require_POST
def withdraw(request: MemberRequest, id: UUID) -> HttpResponse:
    """Take one's own comment away."""
    comment = _own(request, id)
    thing = kinds.fetch(comment.about_kind, comment.about_id, request.person)
    actions.withdraw(comment=comment, by=request.person)
    message = _("Withdrawn. Its words are gone; that there was a comment stays.")
    return see(request, f"{thing.get_absolute_url()}#{comment.anchor}", message)


def _own(request: MemberRequest, id: UUID) -> Comment:
    return get_object_or_404(Comment.objects.filter(author=request.person, withdrawn=None), pk=id)


def _identity(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as error:
        raise Http404 from error


def _next(request: MemberRequest, given: str) -> str:
    """An address on this installation, or nothing."""
    return given if url_has_allowed_host_and_scheme(given, None) and given.startswith("/") else ""


def _shown(request: MemberRequest, context: dict[str, object], status: int = 200) -> HttpResponse:
    template = "threads/_thread.html" if is_htmx(request) else "threads/thread.html"
    return render(request, template, context, status=status)
