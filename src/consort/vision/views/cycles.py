"""Pages of cycles, and what is done with them."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from consort.vision import stages
from consort.vision.actions import cycles as actions
from consort.vision.contexts import cycles as contexts
from consort.vision.contexts import reviews
from consort.vision.forms.cycles import CycleForm, LearnedForm, following
from consort.vision.models import Cycle
from consort.vision.policy.cycles import may_plan, may_steer
from consort.vision.queries.cycles import cycles_for
from consort.vision.where import address, cycle_verb_url
from consort.web.requests import MemberRequest
from consort.web.responses import see

FIELDS = ("name", "begins", "ends", "every")


@require_safe
def listing(request: MemberRequest) -> HttpResponse:
    """Every cycle."""
    return render(request, "vision/cycles/list.html", contexts.listing(request.person))


@require_safe
def cycle(request: MemberRequest, id: UUID) -> HttpResponse:
    """One cycle, its objectives by how they stand."""
    return render(request, "vision/cycles/cycle.html", contexts.page(fetch(request, id), request.person))


@require_http_methods(["GET", "POST"])
def new(request: MemberRequest) -> HttpResponse:
    """Plan a cycle; `?after=` names the one it follows."""
    if not may_plan(request.person):
        raise Http404
    after = _after(request)
    form = CycleForm(request.POST or None, initial=following(after) if after else None)
    if request.method == "POST" and form.is_valid():
        made = actions.plan_cycle(by=request.person, after=after, **form.cleaned_data)
        return see(request, made, _("Planned. Objectives can be written into it now."))
    context = {"form": form, "after": after}
    return render(request, "vision/cycles/form.html", context, status=_status(request))


@require_http_methods(["GET", "POST"])
def edit(request: MemberRequest, id: UUID) -> HttpResponse:
    """Change its name, its days and its rhythm."""
    found = fetch_to_steer(request, id)
    form = CycleForm(request.POST or None, initial={name: getattr(found, name) for name in FIELDS})
    if request.method == "POST" and form.is_valid():
        given = {name: value for name, value in form.cleaned_data.items() if name != "id"}
        actions.change_cycle(cycle=found, by=request.person, **given)
        return see(request, found, _("Changed."))
    return render(request, "vision/cycles/form.html", {"form": form, "cycle": found}, status=_status(request))


@require_POST
def move(request: MemberRequest, id: UUID, verb: str) -> HttpResponse:
    """From one stage to the next, or back."""
    way, found = stages.named(verb), fetch(request, id)
    actions.move_cycle(cycle=found, name=verb, by=request.person)
    where = address("cycle_review", found) if way.target == stages.Stage.REVIEW else found
    message = _("%(name)s is at “%(stage)s” now.") % {"name": found.name, "stage": way.target.label}
    return see(request, where, message, undo=cycle_verb_url(found, way.undo))


@require_http_methods(["GET", "POST"])
def review(request: MemberRequest, id: UUID) -> HttpResponse:
    """The review of the whole cycle; what is sent is what it taught."""
    found = fetch(request, id)
    form = LearnedForm(request.POST or None, initial={"learned": found.learned})
    if request.method == "POST" and form.is_valid():
        actions.write_learned(cycle=found, by=request.person, learned=form.cleaned_data["learned"])
        return see(request, address("cycle_review", found), _("Kept with the cycle."))
    context = reviews.whole(found, request.person, form)
    return render(request, "vision/cycles/review.html", context, status=_status(request))


def fetch(request: MemberRequest, id: UUID) -> Cycle:
    """The cycle, or 404."""
    return get_object_or_404(cycles_for(request.person), pk=id)


def fetch_to_steer(request: MemberRequest, id: UUID) -> Cycle:
    """The cycle for somebody who steers it, or 404."""
    found = fetch(request, id)
    if not may_steer(found, request.person):
        raise Http404
    return found


def _after(request: MemberRequest) -> Cycle | None:
    try:
        key = UUID(request.GET.get("after", ""))
    except ValueError:
        return None
    return cycles_for(request.person).filter(pk=key).first()


def _status(request: MemberRequest) -> int:
    return 422 if request.method == "POST" else 200
