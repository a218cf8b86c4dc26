"""Addresses of the frame itself."""

from django.urls import path

from consort.web.views import gallery, theme

urlpatterns = [
    path("gallery/", gallery.gallery, name="gallery"),
    path("theme/", theme.theme, name="theme"),
]
