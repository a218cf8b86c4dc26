"""Priorities: one with what serves it, adding, changing, ordering, closing, reopening."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from consort.core.errors import require
from consort.core.ledger.reading import history_of
from consort.vision.actions import priorities as actions
from consort.vision.contexts import priorities as contexts
from consort.vision.forms.priorities import PriorityClosingForm, PriorityForm
from consort.vision.policy import priorities as policy
from consort.vision.views import finding
from consort.web.requests import MemberRequest
from consort.web.responses import see


@require_safe
def listing(request: MemberRequest) -> HttpResponse:
    """The priorities in their order, and the closed ones."""
    return render(request, "vision/priorities/list.html", contexts.listing(request.person))


@require_safe
def priority(request: MemberRequest, id: UUID) -> HttpResponse:
    """One priority: why, led by whom, and what serves it."""
    found = finding.priority(request, id)
    return render(request, "vision/priorities/priority.html", contexts.page(found, request.person))


@require_safe
def history(request: MemberRequest, id: UUID) -> HttpResponse:
    """What was changed, and by whom."""
    found = finding.priority(request, id)
    return render(request, "vision/history.html", {"thing": found, "changes": history_of(found, 200)})


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: MemberRequest) -> HttpResponse:
    """Add one after the others."""
    require(policy.may_add(request.person))
    form = PriorityForm(request.POST or None, person=request.person)
    if request.method == "POST" and form.is_valid():
        made = actions.add_priority(by=request.person, id=form.cleaned_data["id"], **form.columns())
        return see(request, made, _("Added. Objectives can serve it now."))
    return _form(request, form)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: MemberRequest, id: UUID) -> HttpResponse:
    """Change one."""
    found = finding.priority_to_change(request, id)
    form = PriorityForm(request.POST or None, person=request.person, thing=found)
    if request.method == "POST" and form.is_valid():
        actions.change_priority(priority=found, by=request.person, **form.columns())
        return see(request, found, _("Changed. What stood before is on record."))
    return _form(request, form, thing=found)


@require_POST
def place(request: MemberRequest, id: UUID) -> HttpResponse:
    """Move one to another place."""
    found = finding.priority(request, id)
    wanted = request.POST.get("place", "")
    if not wanted.isdecimal() or len(wanted) > 4:
        raise Http404
    actions.place_priority(priority=found, by=request.person, place=int(wanted))
    return see(request, contexts.listing_url(request.person), _("“%s” moved.") % found)


@require_http_methods(["GET", "HEAD", "POST"])
def close(request: MemberRequest, id: UUID) -> HttpResponse:
    """Close one, with words."""
    found = finding.priority_to_change(request, id)
    form = PriorityClosingForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.close_priority(priority=found, by=request.person, **form.cleaned_data)
        return see(request, found, _("Closed. It stays on record."), undo=contexts.reopen_url(found))
    context = {"form": form, "thing": found, "title": _("Close this priority"), "act": _("Close it")}
    return render(request, "vision/act.html", context, status=finding.status(request))


@require_POST
def reopen(request: MemberRequest, id: UUID) -> HttpResponse:
    """Open a closed one again."""
    found = finding.priority_to_change(request, id)
    actions.reopen_priority(priority=found, by=request.person)
    return see(request, found, _("Open again, as the last one."))


def _form(request: MemberRequest, form: PriorityForm, **more: Any) -> HttpResponse:
    return render(request, "vision/priorities/form.html", {"form": form, **more}, status=finding.status(request))
