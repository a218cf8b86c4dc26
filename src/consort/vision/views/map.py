"""The strategy map, and what becomes of that which is not tied to it."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from consort.core import kinds
from consort.threads import actions as threads
from consort.threads.forms import CommentForm
from consort.threads.words import told
from consort.vision.contexts import map as contexts
from consort.vision.views.finding import status
from consort.web.requests import MemberRequest
from consort.web.responses import see


@require_safe
def map_(request: MemberRequest) -> HttpResponse:
    """From the vision to this week."""
    return render(request, "vision/map/map.html", contexts.page(request.person, contexts.read(request.GET)))


@require_safe
def untied(request: MemberRequest) -> HttpResponse:
    """Everything that serves nothing, by kind."""
    context = contexts.untied(request.person, request.GET.get("kind", ""), request.GET.get("page", ""))
    return render(request, "vision/map/untied.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: MemberRequest, kind: str, id: UUID) -> HttpResponse:
    """Propose to stop something: a comment on it, which waits for whoever answers for it."""
    thing, answers = _under_way(request, kind, id)
    opening = f"@{answers.full_name}: " if answers else ""
    words = _("I propose to stop this. It serves none of our objectives, because ")
    form = CommentForm(request.POST or None, initial={"text": f"{opening}{words}"})
    if request.method == "POST" and form.is_valid():
        written = threads.write(by=request.person, about=thing, **form.cleaned_data)
        address = reverse("vision:map", args=[request.organization.slug])
        return see(request, f"{address}#s-untied", told(_("Proposed, on its page."), written.mentioned))
    context = {"form": form, "thing": thing, "title": _("Propose to stop this"), "act": _("Propose it")}
    lede = _("Your words stand on its page for everyone who can see it. Whoever answers for it is asked to reply.")
    return render(request, "vision/act.html", context | {"lede": lede}, status=status(request))


def _under_way(request: MemberRequest, kind: str, id: UUID) -> tuple[Any, Any]:
    """Something of a kind that people are busy with, and who answers for it."""
    thing = kinds.fetch(kind, id, request.person)
    work = kinds.of(thing).work
    if work is None:
        raise Http404
    answers = work.line(thing).answers
    return thing, answers if answers != request.person else None
