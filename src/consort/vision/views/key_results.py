"""Key results: adding, changing, ordering and removing them, and milestones."""

from typing import Any
from uuid import UUID

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from consort.metrics import actions as metrics
from consort.vision.actions import key_results as actions
from consort.vision.forms.key_results import KeyResultForm, PassedForm
from consort.vision.models import KeyResult, Objective
from consort.vision.views import finding
from consort.web.requests import MemberRequest
from consort.web.responses import see


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: MemberRequest, id: UUID) -> HttpResponse:
    """Add one, on a metric that is there or on a new one."""
    objective = finding.objective_to_change(request, id)
    initial = {"owner": request.person, "begins": objective.begins}
    form = KeyResultForm(request.POST or None, person=request.person, objective=objective, initial=initial)
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            what = _what(form, objective, request)
            actions.add_key_result(objective=objective, by=request.person, id=form.cleaned_data["id"], **what)
        return see(request, objective, _("Added."))
    return _form(request, form, objective=objective)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: MemberRequest, id: UUID) -> HttpResponse:
    """Change one, or take it away."""
    found = finding.key_result_to_change(request, id)
    form = KeyResultForm(request.POST or None, person=request.person, objective=found.objective, key_result=found)
    if request.method == "POST" and form.is_valid():
        return see(request, found.objective, _changed(request, found, form))
    return _form(request, form, objective=found.objective, key_result=found)


@require_POST
def lead(request: MemberRequest, id: UUID) -> HttpResponse:
    """Draw this one on the page."""
    found = finding.key_result_to_change(request, id)
    actions.lead_with(key_result=found, by=request.person)
    return see(request, found.objective, _("It comes first now."))


@require_http_methods(["GET", "HEAD", "POST"])
def passed(request: MemberRequest, id: UUID) -> HttpResponse:
    """Note when a milestone was passed."""
    found = finding.key_result_to_change(request, id)
    form = PassedForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.pass_milestone(key_result=found, by=request.person, **form.cleaned_data)
        undo = reverse("vision:key_result_not_passed", args=[request.organization.slug, found.pk])
        return see(request, found.objective, _("Noted: “%s” was passed.") % found.title, undo=undo)
    context = {"form": form, "thing": found.objective, "title": found.title, "act": _("Note it")}
    return render(request, "vision/act.html", context, status=finding.status(request))


@require_POST
def not_passed(request: MemberRequest, id: UUID) -> HttpResponse:
    """Take that back."""
    found = finding.key_result_to_change(request, id)
    actions.unpass_milestone(key_result=found, by=request.person)
    return see(request, found.objective, _("Noted: “%s” is open.") % found.title)


def _what(form: KeyResultForm, objective: Objective, request: MemberRequest) -> dict[str, Any]:
    """The fields of the action; a metric is defined first where none was chosen."""
    new = form.new_metric(objective, request.person)
    what = form.what()
    return what | {"metric": metrics.define_metric(by=request.person, **new)} if new else what


def _changed(request: MemberRequest, key_result: KeyResult, form: KeyResultForm) -> str:
    because = form.cleaned_data.get("because", "")
    if "remove" in request.POST:
        actions.remove_key_result(key_result=key_result, by=request.person, because=because)
        return _("Removed. The metric and its readings stay.")
    with transaction.atomic():
        what = _what(form, key_result.objective, request)
        actions.change_key_result(key_result=key_result, by=request.person, because=because, **what)
    return _("Changed. What stood before is on record.")


def _form(request: MemberRequest, form: KeyResultForm, **more: Any) -> HttpResponse:
    return render(request, "vision/objectives/key_result.html", {"form": form, **more}, status=finding.status(request))
