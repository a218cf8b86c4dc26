"""Files in and out."""

from django.urls import path

from consort.vision.views import exchange

urlpatterns = [
    path("files/", exchange.home, name="exchange"),
    path("files/in/", exchange.bring, name="bring_in"),
    path("files/in/keep/", exchange.apply, name="bring_in_apply"),
    path("files/out/", exchange.take_out, name="take_out"),
    path("files/objectives/", exchange.table, name="objectives_table"),
    path("files/<uuid:id>/", exchange.source, name="source"),
]
