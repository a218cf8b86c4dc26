"""The addresses of everything, by package. Whatever belongs to an organization begins with its slug."""

from django.urls import URLPattern, URLResolver, include, path

from consort.site import health
from consort.site.api import api

inside = [
    path("", include("consort.weave.urls")),
    path("decisions/", include("consort.decisions.urls")),
    path("rounds/", include("consort.rounds.urls")),
    path("commitments/", include("consort.commitments.urls")),
    path("strategy/", include("consort.vision.urls")),
    path("metrics/", include("consort.metrics.urls")),
    path("development/", include("consort.development.urls")),
    path("workshops/", include("consort.workshops.urls")),
    path("threads/", include("consort.threads.urls")),
    path("documents/", include("consort.documents.urls")),
    path("settings/", include("consort.organization.urls")),
    path("settings/", include("consort.channels.urls")),
    path("api/v1/", api.urls),
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("health", health.health, name="health"),
    path("ready", health.ready, name="ready"),
    path("accounts/", include("allauth.urls")),
    path("", include("consort.organization.doors")),
    path("", include("consort.web.urls")),
    path("", include("consort.vision.urls.world")),
    path("", include("consort.workshops.urls.codes")),
    path("", include("consort.channels.urls.world")),
    path("<slug:organization>/", include(inside)),
]

handler400 = "consort.web.views.errors.bad_request"
handler403 = "consort.web.views.errors.not_found"
handler404 = "consort.web.views.errors.not_found"
handler500 = "consort.web.views.errors.server_error"
