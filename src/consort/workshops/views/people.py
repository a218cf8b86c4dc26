"""Who is invited, who is there, who goes."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from consort.core.queries import colleagues_of
from consort.web.requests import MemberRequest
from consort.web.responses import see
from consort.workshops.actions import planning, taking_part
from consort.workshops.contexts import pages
from consort.workshops.forms import InviteForm
from consort.workshops.models import Participant
from consort.workshops.views.fetching import fetch_invited, fetch_to_prepare


@require_POST
def invite(request: MemberRequest, id: UUID) -> HttpResponse:
    """Invite more people, also while it goes on."""
    workshop = fetch_to_prepare(request, id)
    form = InviteForm(request.POST, workshop=workshop)
    if not form.is_valid():
        return render(request, "workshops/plan.html", pages.plan(workshop, request.person, form), status=422)
    planning.invite(workshop=workshop, people=form.cleaned_data["people"], by=request.person)
    return see(request, workshop, _("Invited. They find the way in on their page."))


@require_POST
def excuse(request: MemberRequest, id: UUID) -> HttpResponse:
    """Go on without somebody."""
    workshop = fetch_to_prepare(request, id)
    person = get_object_or_404(colleagues_of(request.person), pk=_uuid(request.POST.get("person", "")))
    taking_part.excuse(workshop=workshop, person=person, by=request.person)
    where = reverse("workshops:lead", args=[workshop.organization.slug, workshop.pk]) if workshop.is_live else workshop
    return see(request, where, _("You go on without %(name)s.") % {"name": person.first_name})


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


@require_POST
def way(request: MemberRequest, id: UUID) -> HttpResponse:
    """How the reader takes part."""
    workshop = fetch_invited(request, id)
    chosen = request.POST.get("way", "")
    if chosen not in Participant.Way.values:
        return render(request, "workshops/plan.html", pages.plan(workshop, request.person), status=422)
    taking_part.choose_way(workshop=workshop, way=chosen, by=request.person)
    return see(request, workshop, _("Kept. Whoever leads sees it."))


@require_POST
def here(request: MemberRequest, id: UUID) -> HttpResponse:
    """The reader's page says that it is open."""
    taking_part.here(workshop=fetch_invited(request, id), by=request.person)
    return HttpResponse(status=204)


@require_POST
def leave(request: MemberRequest, id: UUID) -> HttpResponse:
    """The reader has to go."""
    workshop = fetch_invited(request, id)
    taking_part.leave(workshop=workshop, by=request.person)
    return see(request, workshop, _("You left. What you locked in stays; nobody waits for you."))
