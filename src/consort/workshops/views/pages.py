"""The list of workshops; planning one, its page, changing it, calling it off; joining by code."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from consort.web.requests import MemberRequest
from consort.web.responses import see, tell
from consort.workshops import policy
from consort.workshops.actions import asking, planning
from consort.workshops.actions.planning import Plan
from consort.workshops.actions.scripting import script_of
from consort.workshops.contexts import minutes, pages
from consort.workshops.forms import PlanForm, TimeForm
from consort.workshops.models import Workshop
from consort.workshops.queries import invitation_by_code, workshops_for
from consort.workshops.scripts import Script
from consort.workshops.scripts.ready import ready
from consort.workshops.views.fetching import fetch, fetch_to_prepare


@require_GET
def listing(request: MemberRequest) -> HttpResponse:
    """What goes on, what comes, what is over, and scripts to begin with."""
    return render(request, "workshops/list.html", pages.listing(request.person))


@require_http_methods(["GET", "POST"])
def new(request: MemberRequest) -> HttpResponse:
    """Plan a workshop from a ready script, or from one that took place."""
    if not policy.may_plan(request.person):
        raise Http404
    script = _script(request)
    initial = {"title": script.title, "purpose": script.purpose}
    form = PlanForm(request.POST or None, person=request.person, initial=initial)
    if request.method == "POST" and form.is_valid():
        return see(request, plan_from(request, form, script), _("Planned. Its script can still be changed."))
    context = {"form": form, "script": script, "about": pages.about_script(script)}
    return render(request, "workshops/new.html", context, status=422 if request.method == "POST" else 200)


def plan_from(request: MemberRequest, form: PlanForm, script: Script) -> Workshop:
    found = form.cleaned_data
    plan = Plan(found["title"], found["starts_at"], form.everybody, found["purpose"], form.partnership)
    return planning.plan_workshop(by=request.person, plan=plan, script=script, id=found["id"])


def _script(request: MemberRequest) -> Script:
    """The script that the address names; the first of the ready ones where it names none."""
    if again := request.GET.get("again", ""):
        try:
            earlier = workshops_for(request.person).filter(pk=UUID(again)).first()
        except ValueError:
            earlier = None
        if earlier is None:
            raise Http404
        return script_of(earlier)
    script = ready(request.GET.get("ready", "priorities"))
    if script is None:
        raise Http404
    return script


@require_GET
def workshop(request: MemberRequest, id: UUID) -> HttpResponse:
    """Its plan before and while it goes on, its minutes afterwards."""
    found = fetch(request, id)
    if found.is_ended:
        return render(request, "workshops/minutes.html", minutes.minutes(found, request.person))
    if found.state == Workshop.State.CALLED_OFF:
        return render(request, "workshops/called_off.html", pages.called_off(found, request.person))
    return render(request, "workshops/plan.html", pages.plan(found, request.person))


@require_http_methods(["GET", "POST"])
def edit(request: MemberRequest, id: UUID) -> HttpResponse:
    """Change its name, purpose or time."""
    found = fetch_to_prepare(request, id)
    initial = {"title": found.title, "purpose": found.purpose, "starts_at": found.starts_at}
    form = TimeForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        planning.change_plan(workshop=found, by=request.person, **form.cleaned_data)
        return see(request, found, _("Changed."))
    status = 422 if request.method == "POST" else 200
    return render(request, "workshops/edit.html", {"form": form, "workshop": found}, status=status)


@require_POST
def call_off(request: MemberRequest, id: UUID) -> HttpResponse:
    """It will not take place."""
    found = fetch_to_prepare(request, id)
    planning.call_off(workshop=found, by=request.person)
    return see(request, found, _("Called off. What had been answered ahead is destroyed unread."))


@require_POST
def ask_ahead(request: MemberRequest, id: UUID) -> HttpResponse:
    """Ask what needs nothing from the room, for those who answer in their own time."""
    found = fetch_to_prepare(request, id)
    asking.ask_ahead(workshop=found, by=request.person)
    return see(request, found, _("Asked. Who takes part in their own time can answer now; all open in the workshop."))


@require_http_methods(["GET", "POST"])
def join(request: MemberRequest) -> HttpResponse:
    """Find the workshop by the code that was read out."""
    code = request.POST.get("code", "")[:20]
    found = invitation_by_code(request.person, code) if request.method == "POST" else None
    if found:
        return redirect(way_in(found))
    if request.method == "POST":
        tell(request, _("There is no workshop with this code to which you are invited."))
    status = 422 if request.method == "POST" else 200
    return render(request, "workshops/join.html", {"code": code}, status=status)


def way_in(workshop: Workshop) -> str:
    """Where somebody who is invited goes: the room while it goes on, else the plan."""
    name = "workshops:room" if workshop.is_live else "workshops:workshop"
    return reverse(name, args=[workshop.organization.slug, workshop.pk])
