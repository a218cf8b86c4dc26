"""Addresses outside any organization: the front door, set-up, invitations."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
