"""Inside an organization, beside its settings."""

from django.urls import path

from consort.channels.views import feeds, reach

app_name = "channels"

urlpatterns = [
    path("reach/", reach.reach, name="reach"),
    path("calendar/", feeds.feeds, name="feeds"),
    path("calendar/<uuid:id>/close/", feeds.close, name="feed_close"),
]
