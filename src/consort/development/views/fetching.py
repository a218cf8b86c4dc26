"""Fetching what the reader may see, or 404."""

from uuid import UUID

from django.http import Http404
from django.shortcuts import get_object_or_404

from consort.core.models import Partnership
from consort.core.queries import partnerships_of, with_members
from consort.development import queries
from consort.development.models import Agreement
from consort.web.requests import MemberRequest


def partnership_of(request: MemberRequest, id: UUID) -> Partnership:
    """One of the reader's own, which are at hand, or another that they may see."""
    own = next((each for each in partnerships_of(request.person) if each.id == id), None)
    return own or get_object_or_404(with_members(Partnership.objects.visible_to(request.person)), pk=id)


def own_partnership(request: MemberRequest, id: UUID) -> Partnership:
    """One in which the reader sits."""
    found = next((each for each in partnerships_of(request.person) if each.id == id), None)
    if found is None:
        raise Http404
    return found


def agreement_of(request: MemberRequest, id: UUID) -> Agreement:
    return get_object_or_404(queries.whole(Agreement.objects.visible_to(request.person)), pk=id)
