"""What views of workshops fetch: what one may not see does not exist."""

from uuid import UUID

from django.http import Http404
from django.shortcuts import get_object_or_404

from consort.web.requests import MemberRequest
from consort.workshops import policy
from consort.workshops.models import Activity, Workshop
from consort.workshops.queries import workshops_for


def fetch(request: MemberRequest, id: UUID) -> Workshop:
    return get_object_or_404(workshops_for(request.person), pk=id)


def fetch_invited(request: MemberRequest, id: UUID) -> Workshop:
    """For somebody who is invited, or leads it; 404 for others who may only read of it."""
    workshop = fetch(request, id)
    if not policy.is_invited(workshop, request.person) and not policy.may_lead(workshop, request.person):
        raise Http404
    return workshop


def fetch_to_prepare(request: MemberRequest, id: UUID) -> Workshop:
    workshop = fetch(request, id)
    if not policy.may_prepare(workshop, request.person):
        raise Http404
    return workshop


def fetch_to_lead(request: MemberRequest, id: UUID) -> Workshop:
    workshop = fetch(request, id)
    if not policy.may_lead(workshop, request.person):
        raise Http404
    return workshop


def fetch_activity(request: MemberRequest, id: UUID) -> Activity:
    """An activity with its workshop, its round and what it takes up."""
    found = get_object_or_404(Activity.objects.select_related("round__seal", "source__round"), pk=id)
    found.workshop = fetch(request, found.workshop_id)
    if found.round:
        found.round.organization = found.workshop.organization
    return found
