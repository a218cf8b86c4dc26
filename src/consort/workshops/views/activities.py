"""The script of a workshop, activity by activity."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from consort.web.requests import MemberRequest
from consort.web.responses import see
from consort.workshops import policy
from consort.workshops.actions import scripting
from consort.workshops.forms import ActivityForm
from consort.workshops.models import Activity
from consort.workshops.queries import activities_of
from consort.workshops.views.fetching import fetch_activity, fetch_to_prepare


@require_http_methods(["GET", "POST"])
def new(request: MemberRequest, id: UUID) -> HttpResponse:
    """Add an activity at the end."""
    workshop = fetch_to_prepare(request, id)
    form = ActivityForm(request.POST or None, before=activities_of(workshop))
    if request.method == "POST" and form.is_valid():
        scripting.add_step(workshop=workshop, step=form.step, by=request.person, id=form.cleaned_data["id"])
        return see(request, workshop, _("Added at the end of the script."))
    status = 422 if request.method == "POST" else 200
    return render(request, "workshops/activity.html", {"form": form, "workshop": workshop}, status=status)


@require_http_methods(["GET", "POST"])
def edit(request: MemberRequest, id: UUID) -> HttpResponse:
    """Change an activity that has not begun."""
    activity = _to_prepare(request, id)
    before = [each for each in activities_of(activity.workshop) if each.position < activity.position]
    form = ActivityForm(request.POST or None, before=before, activity=activity)
    if request.method == "POST" and form.is_valid():
        scripting.change_step(activity=activity, step=form.step, by=request.person)
        return see(request, activity.workshop, _("Changed."))
    context = {"form": form, "workshop": activity.workshop, "activity": activity}
    return render(request, "workshops/activity.html", context, status=422 if request.method == "POST" else 200)


@require_POST
def move(request: MemberRequest, id: UUID) -> HttpResponse:
    """Let it change places with its neighbour."""
    activity = _to_prepare(request, id)
    scripting.move_step(activity=activity, up=request.POST.get("to") == "up", by=request.person)
    return see(request, activity.workshop)


@require_POST
def remove(request: MemberRequest, id: UUID) -> HttpResponse:
    """Take it out of the script."""
    activity = _to_prepare(request, id)
    scripting.remove_step(activity=activity, by=request.person)
    return see(request, activity.workshop, _("Taken out of the script."))


def _to_prepare(request: MemberRequest, id: UUID) -> Activity:
    activity = fetch_activity(request, id)
    if not policy.may_prepare(activity.workshop, request.person):
        raise Http404
    return activity
