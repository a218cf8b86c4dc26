"""The chain through one node."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from consort.vision.contexts.trace import trace as context_of
from consort.web.requests import MemberRequest
from consort.web.responses import is_htmx

FURTHEST = 1_000_000


@require_safe
def trace(request: MemberRequest, kind: str, id: UUID) -> HttpResponse:
    """From any node to the vision and to everything below it; for htmx only what lies below, from `?from=` on."""
    context = context_of(kind, id, request.person, _number(request.GET.get("from", "")))
    return render(request, "vision/map/trace.html#below" if is_htmx(request) else "vision/map/trace.html", context)


def _number(text: str) -> int:
    return min(int(text), FURTHEST) if text.isdecimal() and len(text) < 8 else 0
