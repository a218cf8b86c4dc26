"""The addresses of the strategy, by noun."""

from django.urls import URLPattern

app_name = "vision"
urlpatterns: list[URLPattern] = []
