"""The short address of a workshop, outside any organization's frame: easily read out in a room."""

from django.urls import path

from consort.workshops.views import codes

urlpatterns = [path("join/<str:code>/", codes.by_code, name="workshops_code")]
