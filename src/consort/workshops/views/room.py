"""The screens of those who take part, and the one that all look at."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from consort.rounds.answers import BadAnswers, read_answers
from consort.web.ranking import order_in
from consort.web.requests import MemberRequest
from consort.web.responses import is_htmx, see
from consort.workshops import policy
from consort.workshops.actions import taking_part
from consort.workshops.activities import ORDER
from consort.workshops.contexts import found, watching
from consort.workshops.contexts.room import room as room_of
from consort.workshops.contexts.stage import frame_of
from consort.workshops.models import Activity, ActivityKind, Workshop
from consort.workshops.views.fetching import fetch, fetch_activity, fetch_invited


@never_cache
@require_GET
def room(request: MemberRequest, id: UUID) -> HttpResponse:
    """What is played now, for one who takes part."""
    workshop = fetch_invited(request, id)
    return _show(request, workshop) if workshop.is_live else redirect(workshop)


@never_cache
@require_GET
def screen(request: MemberRequest, id: UUID) -> HttpResponse:
    """What all look at, on the wall."""
    workshop = fetch(request, id)
    return (
        render(request, "workshops/screen.html", watching.screen(workshop)) if workshop.is_live else redirect(workshop)
    )


@never_cache
@require_GET
def ahead(request: MemberRequest, id: UUID) -> HttpResponse:
    """An activity that was asked ahead, for whoever answers in their own time."""
    activity = _invited_to(request, id)
    if activity.is_current:
        return redirect(activity)
    if activity.round is None or not activity.round.is_asking:
        return redirect(activity.workshop)
    return _show(request, activity.workshop, ahead=activity)


@never_cache
@require_POST
def answer(request: MemberRequest, id: UUID) -> HttpResponse:
    """Lock in; a mistake brings the page back with every word that was written."""
    activity = _invited_to(request, id)
    if activity.round is None:
        raise Http404
    try:
        taking_part.answer(activity=activity, by=request.person, answers=_answers(request, activity))
    except BadAnswers as mistakes:
        written = _answers(request, activity, partial=True)
        shown = {"written": written, "errors": mistakes.errors, "ahead": None if activity.is_current else activity}
        return _show(request, activity.workshop, status=422, **shown)
    return see(request, _back_to(activity), _("Locked in. You can change it until all is revealed."))


def _answers(request: MemberRequest, activity: Activity, partial: bool = False) -> dict[str, Any]:
    """What was sent. An order comes from the rank list."""
    assert activity.round
    if activity.kind == ActivityKind.RANK:
        sent = order_in(request.POST, ORDER)
        return {ORDER: {key: place for place, key in enumerate(sent, 1)}} if sent else {}
    return read_answers(activity.round, request.POST, partial=True) if partial else _read(request, activity)


def _read(request: MemberRequest, activity: Activity) -> dict[str, Any]:
    assert activity.round
    return read_answers(activity.round, request.POST)


@require_POST
def unlock(request: MemberRequest, id: UUID) -> HttpResponse:
    """Take the answer back to change it."""
    activity = _invited_to(request, id)
    if activity.round is None:
        raise Http404
    taking_part.unlock(activity=activity, by=request.person)
    return see(request, _back_to(activity), _("It is yours again. Lock it in once it says what you mean."))


@require_GET
def result(request: MemberRequest, id: UUID) -> HttpResponse:
    """What an activity brought, once it is open: for an order, how far all agree, before and after."""
    activity = fetch_activity(request, id)
    if activity.round is None or not activity.round.is_opened:
        raise Http404
    context = {**frame_of(activity.workshop), "activity": activity, **found.found(activity)}
    return render(request, "workshops/result.html", context)


def _invited_to(request: MemberRequest, id: UUID) -> Activity:
    activity = fetch_activity(request, id)
    if not policy.is_invited(activity.workshop, request.person):
        raise Http404
    return activity


def _back_to(activity: Activity) -> str:
    if activity.is_current:
        return activity.get_absolute_url()
    return reverse("workshops:ahead", args=[activity.workshop.organization.slug, activity.pk])


def _show(request: MemberRequest, workshop: Workshop, status: int = 200, **sent: Any) -> HttpResponse:
    return _part(request, "room", room_of(workshop, request.person, **sent), status)


def _part(request: MemberRequest, name: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    """The page, or what stands in it where a page asks for that again."""
    template = f"workshops/_{name}.html" if is_htmx(request) else f"workshops/{name}.html"
    return render(request, template, context, status=status)
