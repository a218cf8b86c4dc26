"""The short address that can be read out."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET

from consort.core.queries import people_of
from consort.workshops.queries import invitation_by_code
from consort.workshops.views.pages import way_in


@require_GET
def by_code(request: HttpRequest, code: str) -> HttpResponse:
    """To the room of the workshop with this code, for whoever is signed in and invited; 404 for anybody else."""
    assert request.user.is_authenticated
    for person in people_of(request.user).filter(left=None):
        workshop = invitation_by_code(person, code)
        if workshop:
            return redirect(way_in(workshop))
    raise Http404
