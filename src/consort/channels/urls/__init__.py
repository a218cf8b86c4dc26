"""Inside an organization, beside its settings."""

from django.urls import path

from consort.channels.views import reach

app_name = "channels"

urlpatterns = [
    path("reach/", reach.reach, name="reach"),
]
