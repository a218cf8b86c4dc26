"""Asking departments to carry an objective; their heads answer in one line."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from consort.core.errors import require
from consort.vision.actions import carrying as actions
from consort.vision.forms.carrying import AskForm, LineForm
from consort.vision.policy import objectives as policy
from consort.vision.views import finding
from consort.web.requests import MemberRequest
from consort.web.responses import see


@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: MemberRequest, id: UUID) -> HttpResponse:
    """Ask departments."""
    objective = finding.objective_to_change(request, id)
    form = AskForm(request.POST or None, objective=objective)
    if request.method == "POST" and form.is_valid():
        asked = actions.ask_to_carry(objective=objective, by=request.person, **form.cleaned_data)
        words = ngettext("Asked one department.", "Asked %(n)d departments.", len(asked)) % {"n": len(asked)}
        return see(request, objective, words)
    context = {
        "form": form,
        "thing": objective,
        "title": _("Ask who carries it"),
        "act": _("Ask them"),
        "several": "departments",
    }
    return render(request, "vision/act.html", context, status=finding.status(request))


@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: MemberRequest, id: UUID) -> HttpResponse:
    """Say for one's department what it asks of its people."""
    carrier = finding.carrier(request, id)
    require(policy.may_confirm(carrier, request.person))
    form = LineForm(request.POST or None, initial={"line": carrier.line})
    if request.method == "POST" and form.is_valid():
        actions.confirm_carrying(carrier=carrier, by=request.person, **form.cleaned_data)
        words = _("Confirmed for %s.") % carrier.department
        return see(request, carrier.objective, words)
    title = _("%s carries this") % carrier.department
    context = {"form": form, "thing": carrier.objective, "title": title, "act": _("Confirm that we carry this")}
    return render(request, "vision/act.html", context, status=finding.status(request))


@require_POST
def remind(request: MemberRequest, id: UUID) -> HttpResponse:
    """Remind a department that has not answered."""
    carrier = finding.carrier(request, id)
    actions.remind_carrier(carrier=carrier, by=request.person)
    return see(request, carrier.objective, _("%s is reminded.") % carrier.department)


@require_POST
def release(request: MemberRequest, id: UUID) -> HttpResponse:
    """No longer ask a department."""
    carrier = finding.carrier(request, id)
    actions.release_carrier(carrier=carrier, by=request.person)
    return see(request, carrier.objective, _("%s is no longer asked.") % carrier.department)
