"""The strand's own page."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from consort.development.contexts.overview import overview
from consort.web.requests import MemberRequest


@require_GET
def home(request: MemberRequest) -> HttpResponse:
    """What there is to develop together, and where the reader stands with it."""
    return render(request, "development/list.html", overview(request.person))
