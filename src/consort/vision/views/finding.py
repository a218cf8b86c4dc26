"""Finding what an address names. What the reader may not see, or may not change, does not exist."""

from uuid import UUID

from django.shortcuts import get_object_or_404

from consort.core.errors import require
from consort.vision.models import Carrier, Initiative, KeyResult, Objective, Priority
from consort.vision.policy import initiatives as initiative_policy
from consort.vision.policy import objectives as objective_policy
from consort.vision.policy import priorities as priority_policy
from consort.vision.queries import objectives as queries
from consort.web.requests import MemberRequest


def objective(request: MemberRequest, id: UUID) -> Objective:
    return get_object_or_404(queries.visible(request.person), pk=id)


def objective_to_change(request: MemberRequest, id: UUID) -> Objective:
    found = objective(request, id)
    require(objective_policy.may_change(found, request.person))
    return found


def key_result_to_change(request: MemberRequest, id: UUID) -> KeyResult:
    found = get_object_or_404(KeyResult.objects.select_related("metric", "owner"), pk=id)
    found.objective = objective_to_change(request, found.objective_id)
    return found


def carrier(request: MemberRequest, id: UUID) -> Carrier:
    found = get_object_or_404(Carrier.objects.select_related("department", "by"), pk=id)
    found.objective = objective(request, found.objective_id)
    return found


def priority(request: MemberRequest, id: UUID) -> Priority:
    found = Priority.objects.visible_to(request.person).select_related("organization", "owner", "partnership")
    return get_object_or_404(found, pk=id)


def priority_to_change(request: MemberRequest, id: UUID) -> Priority:
    found = priority(request, id)
    require(priority_policy.may_change(found, request.person))
    return found


def initiative(request: MemberRequest, id: UUID) -> Initiative:
    found = Initiative.objects.visible_to(request.person).select_related("organization", "owner", "partnership")
    return get_object_or_404(found, pk=id)


def initiative_to_change(request: MemberRequest, id: UUID) -> Initiative:
    found = initiative(request, id)
    require(initiative_policy.may_change(found, request.person))
    return found


def status(request: MemberRequest) -> int:
    """Of a page with a form: 422 when it comes back because of a mistake."""
    return 422 if request.method == "POST" else 200
