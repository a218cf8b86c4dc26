"""Initiatives: the list, one, writing it down, changing it, moving it on."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from consort.core.errors import require
from consort.vision.actions import initiatives as actions
from consort.vision.contexts import initiatives as contexts
from consort.vision.forms.initiatives import InitiativeForm
from consort.vision.forms.objectives import ReasonForm
from consort.vision.policy import initiatives as policy
from consort.vision.views import finding
from consort.web.requests import MemberRequest
from consort.web.responses import see


@require_safe
def listing(request: MemberRequest) -> HttpResponse:
    """What is under way, and what ended."""
    return render(request, "vision/initiatives/list.html", contexts.listing(request.person))


@require_safe
def initiative(request: MemberRequest, id: UUID) -> HttpResponse:
    """One initiative and what it serves."""
    found = finding.initiative(request, id)
    return render(request, "vision/initiatives/initiative.html", contexts.page(found, request.person))


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: MemberRequest) -> HttpResponse:
    """Write one down."""
    require(policy.may_add(request.person))
    form = InitiativeForm(request.POST or None, person=request.person, initial={"leads": [request.person]})
    if request.method == "POST" and form.is_valid():
        made = actions.add_initiative(by=request.person, id=form.cleaned_data["id"], **form.columns())
        return see(request, made, _("Written down. Say what it serves."))
    return _form(request, form)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: MemberRequest, id: UUID) -> HttpResponse:
    """Change one."""
    found = finding.initiative_to_change(request, id)
    form = InitiativeForm(request.POST or None, person=request.person, thing=found)
    if request.method == "POST" and form.is_valid():
        actions.change_initiative(initiative=found, by=request.person, **form.columns())
        return see(request, found, _("Changed. What stood before is on record."))
    return _form(request, form, thing=found)


@require_POST
def begin(request: MemberRequest, id: UUID) -> HttpResponse:
    """Begin it, or take it up again."""
    found = finding.initiative_to_change(request, id)
    actions.begin_initiative(initiative=found, by=request.person)
    return see(request, found, _("It is running."))


@require_POST
def finish(request: MemberRequest, id: UUID) -> HttpResponse:
    """Note that it is done."""
    found = finding.initiative_to_change(request, id)
    actions.finish_initiative(initiative=found, by=request.person)
    return see(request, found, _("Done."), undo=contexts.begin_url(found))


@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: MemberRequest, id: UUID) -> HttpResponse:
    """Stop it, and say why."""
    found = finding.initiative_to_change(request, id)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.stop_initiative(initiative=found, by=request.person, **form.cleaned_data)
        return see(request, found, _("Stopped. Your reason is on record."), undo=contexts.begin_url(found))
    context = {"form": form, "thing": found, "title": _("Stop this initiative"), "act": _("Stop it")}
    return render(request, "vision/act.html", context, status=finding.status(request))


def _form(request: MemberRequest, form: InitiativeForm, **more: Any) -> HttpResponse:
    return render(request, "vision/initiatives/form.html", {"form": form, **more}, status=finding.status(request))
