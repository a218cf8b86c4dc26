"""A small site with nothing but the frame, for the tests of the frame."""

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import include, path
from django.utils import timezone

from consort.core.errors import NotAllowed, Refused
from consort.web import responses
from consort.web.frame import waiting_of


def today(request: HttpRequest) -> HttpResponse:
    return render(request, "web/page.html", {})


def counts(request: HttpRequest) -> HttpResponse:
    waiting_of(request)
    return render(request, "web/parts/counts.html")


def who(request: HttpRequest) -> HttpResponse:
    zone = timezone.get_current_timezone_name()
    return JsonResponse({"person": str(request.person), "place": str(request.organization), "zone": zone})


def refused(request: HttpRequest) -> HttpResponse:
    raise Refused("The round has closed & cannot be opened.")


def not_allowed(request: HttpRequest) -> HttpResponse:
    raise NotAllowed


def missing(request: HttpRequest) -> HttpResponse:
    raise Http404


def forbidden(request: HttpRequest) -> HttpResponse:
    raise PermissionDenied


def too_large(request: HttpRequest) -> HttpResponse:
    raise RequestDataTooBig


def broken(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("secret detail")


def done(request: HttpRequest) -> HttpResponse:
    return responses.see(request, "/varnholt/", "It is <done>.", undo="/varnholt/undo/")


def row(request: HttpRequest) -> HttpResponse:
    return responses.part(request, "web/parts/mark.html", {}, "The row has changed.")


@login_not_required
def door(request: HttpRequest) -> HttpResponse:
    return render(request, "web/door.html", {})


weave = [
    path("", today, name="today"),
    path("counts/", counts, name="counts"),
    path("partnerships/", today, name="partnerships"),
]
decisions = [path("", today, name="list")]
names = (who, refused, not_allowed, missing, forbidden, too_large, broken, done, row)
inside = [
    path("", include((weave, "weave"))),
    path("decisions/", include((decisions, "decisions"))),
    *(path(f"{view.__name__}/", view) for view in names),
]
urlpatterns = [
    path("accounts/", include("allauth.urls")),
    path("", include("consort.web.urls")),
    path("door/", door),
    path("<slug:organization>/", include(inside)),
]
handler400 = "consort.web.views.errors.bad_request"
handler403 = "consort.web.views.errors.not_found"
handler404 = "consort.web.views.errors.not_found"
handler500 = "consort.web.views.errors.server_error"
