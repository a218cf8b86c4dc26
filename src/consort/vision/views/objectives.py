"""The list of objectives, one objective, writing, changing, agreeing, closing."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from consort.core import clock
from consort.core.errors import require
from consort.core.ledger.reading import history_of
from consort.core.models import Person
from consort.vision.actions import objectives as actions
from consort.vision.actions.tying import serve, unserve
from consort.vision.contexts import objective as one
from consort.vision.contexts import objectives as many
from consort.vision.forms.objectives import ClosingForm, ObjectiveForm, ReasonForm, new_initial
from consort.vision.models import Objective, Priority
from consort.vision.policy import objectives as policy
from consort.vision.queries import objectives as queries
from consort.vision.views import finding
from consort.web.requests import MemberRequest
from consort.web.responses import see


@require_safe
def listing(request: MemberRequest) -> HttpResponse:
    """Every objective one may see, by priority, department or person."""
    return render(request, "vision/objectives/list.html", many.listing(request.person, many.wanted(request.GET)))


@require_safe
def objective(request: MemberRequest, id: UUID) -> HttpResponse:
    """One objective: its line, its key results, what moves it, who carries it."""
    found = get_object_or_404(queries.complete(queries.visible(request.person)), pk=id)
    return render(request, "vision/objectives/objective.html", one.page(found, request.person))


@require_safe
def history(request: MemberRequest, id: UUID) -> HttpResponse:
    """What was changed, by whom and why."""
    found = finding.objective(request, id)
    context = {"thing": found, "changes": history_of(found, 200)}
    return render(request, "vision/history.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: MemberRequest) -> HttpResponse:
    """Write one down."""
    require(policy.may_write(request.person))
    initial = new_initial(request.person, clock.today()) | _asked_for(request)
    form = ObjectiveForm(request.POST or None, person=request.person, initial=initial)
    if request.method == "POST" and form.is_valid():
        made = actions.write_objective(by=request.person, id=form.cleaned_data["id"], **form.what())
        _serve(made, form.cleaned_data["serves"], request.person)
        return see(request, made, _("Written. It is agreed when everyone who leads it says so."))
    return _form(request, form)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: MemberRequest, id: UUID) -> HttpResponse:
    """Change one."""
    found = finding.objective_to_change(request, id)
    initial = {"serves": queries.priorities_served(found)}
    form = ObjectiveForm(request.POST or None, person=request.person, objective=found, initial=initial)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data.get("because", "")
        actions.change_objective(objective=found, by=request.person, because=reason, **form.what())
        _serve(found, form.cleaned_data["serves"], request.person)
        return see(request, found, _("Changed. What stood before is on record."))
    return _form(request, form, objective=found)


@require_POST
def agree(request: MemberRequest, id: UUID) -> HttpResponse:
    """Say that one answers for it."""
    found = finding.objective(request, id)
    actions.agree_objective(objective=found, by=request.person)
    agreed = found.state == Objective.State.AGREED
    return see(request, found, _("Agreed by everyone who leads it.") if agreed else _("You have agreed."))


@require_http_methods(["GET", "HEAD", "POST"])
def close(request: MemberRequest, id: UUID) -> HttpResponse:
    """Say how it ended."""
    found = finding.objective_to_change(request, id)
    form = ClosingForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.close_objective(objective=found, by=request.person, **form.cleaned_data)
        return see(request, found, _("Closed. It stays on record."))
    context = {"form": form, "thing": found, "title": _("Close this objective"), "act": _("Close it")}
    return render(request, "vision/act.html", context, status=finding.status(request))


@require_http_methods(["GET", "HEAD", "POST"])
def reopen(request: MemberRequest, id: UUID) -> HttpResponse:
    """Open a closed one again."""
    found = finding.objective_to_change(request, id)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.reopen_objective(objective=found, by=request.person, **form.cleaned_data)
        return see(request, found, _("Open again."))
    context = {"form": form, "thing": found, "title": _("Reopen this objective"), "act": _("Reopen it")}
    return render(request, "vision/act.html", context, status=finding.status(request))


def _serve(objective: Objective, wanted: Any, by: Person) -> None:
    """Tie it to the chosen priorities, and untie it from open ones that are no longer chosen."""
    offered = {each.pk: each for each in queries.open_priorities(by)}
    standing = set(queries.priorities_served(objective))
    chosen = {each.pk for each in wanted}
    for key, priority in offered.items():
        if key in chosen - standing:
            serve(source=objective, target=priority, by=by)
        elif key in standing - chosen:
            unserve(source=objective, target=priority, by=by)


def _asked_for(request: MemberRequest) -> dict[str, Any]:
    """What the address asks the empty form to begin with: the priority it was opened from."""
    asked = request.GET.get("priority", "")
    known = {str(each.pk): each for each in Priority.objects.visible_to(request.person)} if asked else {}
    return {"serves": [known[asked]]} if asked in known else {}


def _form(request: MemberRequest, form: ObjectiveForm, **more: Any) -> HttpResponse:
    return render(request, "vision/objectives/form.html", {"form": form, **more}, status=finding.status(request))
