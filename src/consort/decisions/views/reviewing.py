"""Looking back."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from consort.core.errors import require
from consort.decisions import policy
from consort.decisions.actions import reviewing
from consort.decisions.cases import Case
from consort.decisions.forms import CloseForm, LessonForm, SettleForm
from consort.decisions.models import Forecast
from consort.decisions.views.finding import done, find_bare, mistaken
from consort.web.requests import MemberRequest


@require_POST
def look_back(request: MemberRequest, number: int) -> HttpResponse:
    decision = find_bare(request, number)
    reviewing.begin_review(decision=decision, by=request.person)
    return done(request, decision, _("The review begins. First everyone judges how we decided."))


@require_POST
def settle(request: MemberRequest, number: int, forecast: UUID) -> HttpResponse:
    decision = find_bare(request, number)
    require(policy.sees_outcomes(Case(decision), request.person))
    found = get_object_or_404(Forecast.objects.select_related("decision__organization"), pk=forecast, decision=decision)
    form = SettleForm(request.POST, key=found.position)
    if not form.is_valid():
        return mistaken(request, decision, f"settle-{found.pk}", form, forecast=found)
    given = form.cleaned_data
    reviewing.settle_forecast(forecast=found, by=request.person, happened=given["happened"], note=given["note"])
    return done(request, decision, _("Settled. Every forecast of it is scored."), "#judged")


@require_POST
def lesson(request: MemberRequest, number: int) -> HttpResponse:
    decision = find_bare(request, number)
    require(policy.sees_outcomes(Case(decision), request.person))
    form = LessonForm(request.POST)
    if not form.is_valid():
        return mistaken(request, decision, "lesson", form)
    given = form.cleaned_data
    reviewing.draw_lesson(
        decision=decision, by=request.person, text=given["text"], change=given["change"], id=given["id"]
    )
    return done(request, decision, _("Kept with the decision."), "#lessons")


@require_POST
def close(request: MemberRequest, number: int) -> HttpResponse:
    decision = find_bare(request, number)
    require(policy.steers(Case(decision), request.person))
    form = CloseForm(request.POST)
    if not form.is_valid():
        return mistaken(request, decision, "close", form)
    given = form.cleaned_data
    reviewing.close_review(decision=decision, by=request.person, verdict=given["verdict"], change=given["change"])
    return done(request, decision, _("The review is closed."))
