"""The strategy map, what is not tied to it, and the chain through one node."""

from django.urls import path

from consort.vision.views import map as views
from consort.vision.views import trace

urlpatterns = [
    path("", views.map_, name="map"),
    path("untied/", views.untied, name="untied"),
    path("stop/<slug:kind>/<uuid:id>/", views.stop, name="propose_stop"),
    path("trace/<slug:kind>/<uuid:id>/", trace.trace, name="trace"),
]
