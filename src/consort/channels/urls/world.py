"""Outside any organization: what is opened without signing in, because the address is the proof."""

from django.urls import path

from consort.channels.views import feeds, reach

urlpatterns = [
    path("stop/<str:token>/", reach.stop_mail, name="stop_mail"),
    path("calendar/<str:token>.ics", feeds.calendar, name="calendar"),
]
