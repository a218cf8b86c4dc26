"""What is made together: groups, promises, and what else comes of a workshop."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from consort.web.requests import MemberRequest
from consort.web.responses import see
from consort.workshops import policy
from consort.workshops.actions import grouping, keeping
from consort.workshops.contexts.room import room
from consort.workshops.forms import CommitForm
from consort.workshops.models import Heading, Idea, Workshop
from consort.workshops.views.fetching import fetch_invited


@require_POST
def heading_new(request: MemberRequest, id: UUID) -> HttpResponse:
    """A new group."""
    workshop = fetch_invited(request, id)
    grouping.add_heading(
        workshop=workshop, title=request.POST.get("title", ""), by=request.person, id=_uuid(request.POST.get("id", ""))
    )
    return see(request, _back(request, workshop))


@require_POST
def heading(request: MemberRequest, id: UUID, heading: UUID) -> HttpResponse:
    """Another name for a group; without any it is dissolved."""
    workshop = fetch_invited(request, id)
    found = get_object_or_404(Heading, pk=heading, activity__workshop=workshop)
    grouping.rename_heading(workshop=workshop, heading=found, title=request.POST.get("title", ""), by=request.person)
    return see(request, _back(request, workshop))


@require_POST
def put(request: MemberRequest, id: UUID, idea: UUID) -> HttpResponse:
    """Put an idea under a heading."""
    workshop = fetch_invited(request, id)
    found = get_object_or_404(Idea, pk=idea, activity__workshop=workshop)
    wanted = _uuid(request.POST.get("heading", ""))
    under = get_object_or_404(Heading, pk=wanted, activity__workshop=workshop) if wanted else None
    grouping.put(workshop=workshop, idea=found, heading=under, by=request.person)
    return see(request, _back(request, workshop))


@require_POST
def commit(request: MemberRequest, id: UUID) -> HttpResponse:
    """A promise in front of everybody."""
    workshop = fetch_invited(request, id)
    form = CommitForm(request.POST, person=request.person, workshop=workshop)
    if not form.is_valid():
        return render(request, "workshops/room.html", room(workshop, request.person, commit=form), status=422)
    keeping.commit(workshop=workshop, by=request.person, **form.cleaned_data)
    return see(request, _back(request, workshop), _("Promised. Everybody in the workshop can read it."))


@require_POST
def keep(request: MemberRequest, id: UUID) -> HttpResponse:
    """Keep something as a priority, an objective, a decision."""
    workshop = fetch_invited(request, id)
    wanted = _uuid(request.POST.get("id", ""))
    if wanted is None:
        raise Http404
    sent = request.POST
    made = keeping.keep(
        workshop=workshop, name=sent.get("as", ""), title=sent.get("title", "")[:120], by=request.person, id=wanted
    )
    words = _("Kept: %(title)s. It is linked to this workshop.") % {"title": made}
    return see(request, _back(request, workshop), words)


def _back(request: MemberRequest, workshop: Workshop) -> str:
    """The screen one came from: that of whoever leads, of the room, or the minutes."""
    if not workshop.is_live:
        return workshop.get_absolute_url()
    leads = policy.may_lead(workshop, request.person) and "from_room" not in request.POST
    return reverse(f"workshops:{'lead' if leads else 'room'}", args=[workshop.organization.slug, workshop.pk])


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
