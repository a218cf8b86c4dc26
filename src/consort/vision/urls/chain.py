"""Purpose, priorities, objectives, key results, initiatives, and what ties them."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
