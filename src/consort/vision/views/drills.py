"""Pages of recall drills: asking, sorting, settling, the result."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from consort.vision.actions import coding
from consort.vision.actions.drills import start_drill
from consort.vision.contexts import drills as contexts
from consort.vision.forms.drills import DrillForm
from consort.vision.models import Coder, Drill, DrillItem, Wording
from consort.vision.policy import alignment as policy
from consort.vision.queries.drills import drills_for
from consort.web.requests import MemberRequest
from consort.web.responses import is_htmx, see


@require_http_methods(["GET", "POST"])
def new(request: MemberRequest) -> HttpResponse:
    """Ask many people what they can name."""
    if not policy.may_start(request.person):
        raise Http404
    form = DrillForm(request.POST or None, person=request.person)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        made = start_drill(
            by=request.person,
            title=given["title"],
            items=given["items"],
            enough=given["enough"],
            asking=form.asking(),
            coders=form.coders(),
            id=given["id"],
        )
        return see(request, made, _("Asked. Nobody reads an answer before all open without names."))
    context = {"form": form}
    return render(request, "vision/alignment/drill_new.html", context, status=422 if request.method == "POST" else 200)


@never_cache
@require_GET
def drill(request: MemberRequest, id: UUID) -> HttpResponse:
    """One drill, whatever it waits for."""
    return render(request, "vision/alignment/drill.html", contexts.page(_visible(request, id), request.person))


@never_cache
@require_http_methods(["GET", "POST"])
def code(request: MemberRequest, id: UUID) -> HttpResponse:
    """Sort one wording after the other."""
    coder = _coder(request, id)
    if request.method == "POST":
        wording = _wording(coder.drill, request.POST.get("wording", ""))
        coding.code(wording=wording, by=request.person, item=_item(coder.drill, request.POST.get("item", "")))
        if not is_htmx(request):
            return see(request, reverse("vision:drill_code", args=[request.organization.slug, id]))
        return _card(request, contexts.sorting(coder.drill, coder), "sorting")
    at = request.GET.get("at", "")
    looked_at = _wording(coder.drill, at) if at and coder.done is None else None
    return _card(request, contexts.sorting(coder.drill, coder, looked_at), "sorting")


@require_POST
def hand_in(request: MemberRequest, id: UUID) -> HttpResponse:
    """Hand in what one has sorted."""
    coder = _coder(request, id)
    coding.hand_in(drill=coder.drill, by=request.person)
    return see(request, coder.drill, _("Handed in. Your codes stay as they are."))


@never_cache
@require_http_methods(["GET", "POST"])
def settle(request: MemberRequest, id: UUID) -> HttpResponse:
    """Decide where the two differ."""
    found = _visible(request, id)
    if not policy.may_settle(found, request.person) or contexts.state_of(found).name not in ("settling", "counted"):
        raise Http404
    if request.method == "POST":
        wording = _wording(found, request.POST.get("wording", ""))
        coding.settle(wording=wording, by=request.person, item=_item(found, request.POST.get("item", "")))
        if not is_htmx(request):
            return see(request, reverse("vision:drill_settle", args=[request.organization.slug, id]))
    at = request.GET.get("at", "")
    return _card(request, contexts.settling(found, _wording(found, at) if at else None), "settling")


def _card(request: MemberRequest, context: dict[str, Any], name: str) -> HttpResponse:
    """The whole page, or the card alone."""
    part = "_card" if is_htmx(request) else ""
    return render(request, f"vision/alignment/{name}{part}.html", context)


def _visible(request: MemberRequest, id: UUID) -> Drill:
    return get_object_or_404(drills_for(request.person), pk=id)


def _coder(request: MemberRequest, id: UUID) -> Coder:
    """The reader's part in sorting a drill whose answers have opened, or 404."""
    found = _visible(request, id)
    coder = policy.coder_of(found, request.person)
    if coder is None or contexts.state_of(found).name in ("asking", "withdrawn", "withheld"):
        raise Http404
    coder.drill = found
    return coder


def _wording(drill: Drill, text: str) -> Wording:
    try:
        identity = UUID(text)
    except ValueError as error:
        raise Http404 from error
    found = get_object_or_404(drill.wordings.all(), pk=identity)
    found.drill = drill
    return found


def _item(drill: Drill, text: str) -> DrillItem | None:
    """The entry of the codebook under this digit; None for 0."""
    if text == str(contexts.NONE):
        return None
    if not text.isdecimal() or len(text) > 3:
        raise Http404
    return get_object_or_404(drill.items.all(), position=int(text))
