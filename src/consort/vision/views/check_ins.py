"""Checking in on an objective, and reviewing it."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from consort.core import clock
from consort.vision.actions import checking_in, reviewing
from consort.vision.contexts import check_ins as contexts
from consort.vision.contexts import reviews
from consort.vision.contexts.pursuit import part_of
from consort.vision.forms.cycles import CheckInForm, ReviewForm
from consort.vision.models import CheckIn, Objective
from consort.vision.policy.cycles import may_check_in, may_review, may_take_back
from consort.vision.queries.cycles import open_cycles, with_people
from consort.vision.scoring import progress_of
from consort.vision.where import address
from consort.web.requests import MemberRequest
from consort.web.responses import is_htmx, see

State = Objective.State


@require_safe
def pursuit(request: MemberRequest, id: UUID) -> HttpResponse:
    """Check-ins, what is needed from others, catchball: a part of the objective's page, or a page without scripts."""
    context = part_of(fetch(request, id), request.person)
    return render(request, f"vision/pursuit/{'part' if is_htmx(request) else 'page'}.html", context)


@never_cache
@require_http_methods(["GET", "POST"])
def check_in(request: MemberRequest, id: UUID) -> HttpResponse:
    """A minute on the phone: how likely, and what happened. Several leads answer alone, into one sealed round."""
    objective = fetch(request, id)
    if not may_check_in(objective, request.person) or objective.state == State.DRAFT:
        raise Http404
    form = CheckInForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = checking_in.check_in(objective=objective, by=request.person, **form.cleaned_data)
        return _checked_in(request, objective, made)
    context = contexts.page(objective, request.person, form)
    return render(request, "vision/check_ins/check_in.html", context, status=_status(request))


def _checked_in(request: MemberRequest, objective: Objective, made: Any) -> HttpResponse:
    if isinstance(made, CheckIn):
        undo = reverse("vision:check_in_take_back", args=[request.organization.slug, made.pk])
        return see(request, objective, _("Kept."), undo=undo)
    if made.is_opened:
        return see(request, objective, _("Sealed, and it was the last: all are open now."))
    return see(request, objective, _("Sealed. The others are asked now; all open together."))


@require_POST
def take_back(request: MemberRequest, id: UUID) -> HttpResponse:
    """One's own check-in, while nobody answered alone to it."""
    rows = CheckIn.objects.select_related("objective__organization", "objective__cycle")
    found = get_object_or_404(rows, pk=id, objective__in=Objective.objects.visible_to(request.person))
    if not may_take_back(found, request.person):
        raise Http404
    checking_in.take_back(check_in=found, by=request.person)
    return see(request, found.objective, _("Taken back."))


@require_http_methods(["GET", "POST"])
def review(request: MemberRequest, id: UUID) -> HttpResponse:
    """The review of one objective, step by step on one page."""
    objective = fetch(request, id)
    if not may_review(objective, request.person):
        raise Http404
    cycles = open_cycles(request.person, objective.cycle)
    suggested = progress_of(objective, clock.today())
    initial = {"score": None if suggested is None else f"{suggested:.2f}", "title": objective.title}
    form = ReviewForm(request.POST or None, cycles=cycles, initial=initial)
    if request.method == "POST" and form.is_valid():
        reviewing.review_objective(objective=objective, by=request.person, verdict=form.verdict())
        return see(request, _where_next(objective), _("Reviewed."), undo=address("review_undo", objective))
    context = reviews.page(objective, request.person, form)
    return render(request, "vision/cycles/objective.html", context, status=_status(request))


@require_POST
def review_undo(request: MemberRequest, id: UUID) -> HttpResponse:
    """Open it again, and take away what was to follow."""
    objective = fetch(request, id)
    reviewing.undo_review(objective=objective, by=request.person)
    return see(request, objective, _("The review is taken back; the objective is open again."))


def fetch(request: MemberRequest, id: UUID) -> Objective:
    """The objective with its cycle and leads, or 404."""
    return get_object_or_404(with_people(Objective.objects.visible_to(request.person)), pk=id)


def _where_next(objective: Objective) -> Any:
    return address("cycle_review", objective.cycle) if objective.cycle else objective


def _status(request: MemberRequest) -> int:
    return 422 if request.method == "POST" else 200
