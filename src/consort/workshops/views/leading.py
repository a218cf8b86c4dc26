"""What whoever leads presses."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from consort.web.requests import MemberRequest
from consort.web.responses import is_htmx, see
from consort.workshops import policy
from consort.workshops.actions import leading as actions
from consort.workshops.contexts.leading import leading
from consort.workshops.forms import HandOverForm
from consort.workshops.models import Activity, Workshop
from consort.workshops.views.fetching import fetch, fetch_activity, fetch_to_lead

MORE = 2


@never_cache
@require_GET
def lead(request: MemberRequest, id: UUID) -> HttpResponse:
    """The screen of whoever leads."""
    workshop = fetch_to_lead(request, id)
    if not workshop.is_live:
        return redirect(workshop)
    template = "workshops/_lead.html" if is_htmx(request) else "workshops/lead.html"
    return render(request, template, leading(workshop, request.person))


def _for_workshop(action: Callable[..., None]) -> Callable[[MemberRequest, UUID], HttpResponse]:
    @require_POST
    def view(request: MemberRequest, id: UUID) -> HttpResponse:
        workshop = fetch_to_lead(request, id)
        action(workshop=workshop, by=request.person)
        return see(request, _screen(workshop))

    return view


def _for_activity(action: Callable[..., None]) -> Callable[[MemberRequest, UUID], HttpResponse]:
    @require_POST
    def view(request: MemberRequest, id: UUID) -> HttpResponse:
        activity = _led(request, id)
        action(activity=activity, by=request.person)
        return see(request, _screen(activity.workshop))

    return view


begin = _for_workshop(actions.begin)
hold = _for_workshop(actions.hold)
resume = _for_workshop(actions.resume)
shorten = _for_workshop(actions.shorten)
end = _for_workshop(actions.end)
reveal = _for_activity(actions.reveal)
go_on = _for_activity(actions.go_on)
skip = _for_activity(actions.skip)


@require_POST
def extend(request: MemberRequest, id: UUID) -> HttpResponse:
    """More minutes, two unless others are sent."""
    activity = _led(request, id)
    sent = request.POST.get("minutes", "")
    minutes = int(sent) if sent.isdecimal() and len(sent) < 7 else MORE
    actions.extend(activity=activity, minutes=minutes, by=request.person)
    return see(request, _screen(activity.workshop))


@require_POST
def conclude(request: MemberRequest, id: UUID) -> HttpResponse:
    """What an activity came to, in words."""
    activity = fetch_activity(request, id)
    if not policy.may_prepare(activity.workshop, request.person):
        raise Http404
    actions.conclude(activity=activity, text=request.POST.get("conclusion", "")[:2000], by=request.person)
    return see(request, _screen(activity.workshop, request), _("Kept. It stands in the minutes."))


@require_POST
def hand_over(request: MemberRequest, id: UUID) -> HttpResponse:
    """Somebody else leads from now on."""
    workshop = fetch_to_lead(request, id)
    form = HandOverForm(request.POST, workshop=workshop, person=request.person)
    if not form.is_valid():
        return see(request, _screen(workshop), _("Choose who leads from now on. Nothing was changed."))
    person = form.cleaned_data["person"]
    actions.hand_over(workshop=workshop, to=person, by=request.person)
    where = reverse("workshops:room", args=[workshop.organization.slug, workshop.pk])
    return see(request, where, _("%(name)s leads now.") % {"name": person.first_name})


@require_POST
def take_over(request: MemberRequest, id: UUID) -> HttpResponse:
    """The reader leads from now on."""
    workshop = fetch(request, id)
    actions.take_over(workshop=workshop, by=request.person)
    return see(request, _screen(workshop), _("You lead now."))


def _led(request: MemberRequest, id: UUID) -> Activity:
    activity = fetch_activity(request, id)
    if not policy.may_lead(activity.workshop, request.person):
        raise Http404
    return activity


def _screen(workshop: Workshop, request: Any = None) -> str:
    """The screen of whoever leads while it goes on, else its page."""
    leads = request is None or policy.may_lead(workshop, request.person)
    if workshop.is_live and leads:
        return reverse("workshops:lead", args=[workshop.organization.slug, workshop.pk])
    return workshop.get_absolute_url()
