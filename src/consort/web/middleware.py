"""Who reads, in which organization; and what happens when something is refused."""

from collections.abc import Callable
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from consort.core.errors import Refused
from consort.core.models import Person
from consort.core.queries import partnerships_of, person_of
from consort.web import responses

Answer = Callable[[HttpRequest], HttpResponseBase]
THEMES = ("light", "dark")
THEME_COOKIE = "theme"


class OrganizationMiddleware:
    """Finds the organization in the address and who the reader is there; anyone else gets the same 404."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        theme = request.COOKIES.get(THEME_COOKIE, "")
        request.theme = theme if theme in THEMES else ""  # type: ignore[attr-defined]
        request.person = request.organization = None  # type: ignore[attr-defined]
        try:
            return self.answer(request)
        finally:
            timezone.deactivate()

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], arguments: Any, named: dict[str, Any]
    ) -> HttpResponseBase | None:
        """Take `organization` out of the view's arguments and put the organization and the person on the request."""
        if "organization" not in named:
            return None
        slug = named.pop("organization")
        if isinstance(request.user, AnonymousUser):
            raise Http404
        person = person_of(request.user, slug)
        if person is None:
            raise Http404
        request.person, request.organization = person, person.organization  # type: ignore[attr-defined]
        if request.method == "GET" and not responses.is_htmx(request):
            partnerships_of(person)  # the rail names them; known first, they also say what the person may see
        timezone.activate(zone_of(person))
        return None


def zone_of(person: Person) -> ZoneInfo:
    """The person's time zone, else the organization's, else the installation's."""
    for name in (person.time_zone, person.organization.time_zone):
        try:
            return ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError):
            continue
    return ZoneInfo(settings.TIME_ZONE)


class ErrorsMiddleware:
    """Refusals become sentences, and htmx never swaps a whole page into a part of one."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.answer(request)
        if not responses.is_htmx(request) or not isinstance(response, HttpResponse):
            return response
        if 300 <= response.status_code < 400 and response.status_code != 304:
            return self._instead_of_redirect(request, response)
        return response

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponseBase | None:
        """`Refused` is answered with its sentence, without leaving the page where htmx is at work."""
        if not isinstance(error, Refused):
            return None
        if responses.is_htmx(request):
            return responses.toast(request, error.message, status=409)
        return render(request, "web/refused.html", {"message": error.message}, status=409)

    def _instead_of_redirect(self, request: HttpRequest, response: HttpResponse) -> HttpResponseBase:
        where = response.headers["Location"]
        if request.user.is_authenticated:
            return HttpResponse(status=204, headers={"HX-Redirect": where})
        words = _("You were signed out. What you typed is still on this page.")
        return responses.toast(request, words, status=401, link=(where.split("?")[0], _("Sign in again")))
