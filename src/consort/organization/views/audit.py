"""The ledger, for those who administer: what they may see of it, and the file with which it is checked."""

from django.core.handlers.asgi import ASGIRequest
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from consort.core.errors import require
from consort.organization import contexts, exporting
from consort.organization.policy import may_administer
from consort.web.requests import MemberRequest


@require_GET
def audit(request: MemberRequest) -> HttpResponse:
    """What was recorded, newest first, as far as the reader may see it."""
    require(may_administer(request.person))
    before = request.GET.get("before", "")
    return render(request, "organization/audit.html", contexts.audit(request.person, before))


@require_GET
def ledger(request: MemberRequest) -> StreamingHttpResponse:
    """The ledger as JSON Lines. What the reader may not see stands in it without its content."""
    require(may_administer(request.person))
    lines = exporting.lines_for(request.person)
    pieces = exporting.in_pieces(lines) if isinstance(request, ASGIRequest) else lines
    answer = StreamingHttpResponse(pieces, content_type="application/x-ndjson")
    answer["Content-Disposition"] = f'attachment; filename="{request.organization.slug}-ledger.jsonl"'
    return answer
