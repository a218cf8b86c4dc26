"""Weighing options by criteria."""

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from consort.core.errors import refuse_unless, require
from consort.decisions import policy
from consort.decisions.actions import weighing
from consort.decisions.actions.weighing import WEIGHED_IN
from consort.decisions.cases import Case
from consort.decisions.contexts.weighed import weighed_page
from consort.decisions.forms.criteria import AgreementForm, AskScoresForm, AskWeightsForm, CriteriaForm
from consort.decisions.models import Decision, Matrix
from consort.decisions.views.finding import find, find_bare, still_at
from consort.web import responses
from consort.web.requests import MemberRequest


@require_safe
def criteria(request: MemberRequest, number: int) -> HttpResponse:
    """Criteria, weights and scores of one decision; `?part` gives the live part alone."""
    shown = weighed_page(find(request, number), request.person)
    shown["next"] = _address(shown["decision"])
    name = "decisions/criteria.html#main" if "part" in request.GET else "decisions/criteria.html"
    return render(request, name, shown)


@require_POST
def name_criteria(request: MemberRequest, number: int) -> HttpResponse:
    decision = _weighed(request, number)
    form = CriteriaForm([], 0, request.POST)
    if not form.is_valid():
        return _mistaken(request, decision, "criteria", form)
    revision = form.cleaned_data["revision"]
    weighing.name_criteria(decision=decision, by=request.person, criteria=form.criteria(), revision=revision)
    return _done(request, decision, _("These are the criteria. Everyone weighs them alone next."))


@require_POST
def ask_weights(request: MemberRequest, number: int) -> HttpResponse:
    decision = _weighed(request, number)
    form = AskWeightsForm(request.POST)
    if not form.is_valid():
        return _mistaken(request, decision, "ask_weights", form)
    given = form.cleaned_data
    weighing.ask_weights(decision=decision, by=request.person, opens_at=given["opens_at"], id=given["id"])
    return _done(request, decision, _("Asked. All weights open together."))


@require_POST
def agree_weights(request: MemberRequest, number: int) -> HttpResponse:
    decision = _weighed(request, number)
    matrix = Matrix.objects.filter(decision=decision).first()
    named = list(matrix.criteria.all()) if matrix else []
    refuse_unless(bool(named), _("Name the criteria first. Nothing was kept."))
    form = AgreementForm(named, 0, [0] * len(named), request.POST)
    if not form.is_valid():
        return _mistaken(request, decision, "agreement", form)
    revision = form.cleaned_data["revision"]
    weighing.agree_weights(decision=decision, by=request.person, weights=form.weights(), revision=revision)
    return _done(request, decision, _("Agreed. Only now can the options be scored."))


@require_POST
def ask_scores(request: MemberRequest, number: int) -> HttpResponse:
    decision = _weighed(request, number)
    form = AskScoresForm(request.POST)
    if not form.is_valid():
        return _mistaken(request, decision, "ask_scores", form)
    given = form.cleaned_data
    weighing.ask_scores(decision=decision, by=request.person, opens_at=given["opens_at"], id=given["id"])
    return _done(request, decision, _("Asked. All scores open together."))


def _weighed(request: MemberRequest, number: int) -> Decision:
    """The decision, if the reader may weigh it and it is at a stage for that."""
    decision = find_bare(request, number)
    require(policy.may_weigh(Case(decision), request.person))
    still_at(decision, *WEIGHED_IN)
    return decision


def _mistaken(request: MemberRequest, decision: Decision, name: str, form: Form) -> HttpResponse:
    """The whole page with status 422, the reader's words kept."""
    shown = weighed_page(find(request, decision.number), request.person, {name: form})
    return render(request, "decisions/criteria.html", shown | {"next": _address(decision)}, status=422)


def _done(request: MemberRequest, decision: Decision, message: str) -> HttpResponse:
    return responses.see(request, _address(decision), message)


def _address(decision: Decision) -> str:
    return reverse("decisions:criteria", args=[decision.organization.slug, decision.number])
