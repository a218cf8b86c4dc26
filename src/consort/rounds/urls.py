"""Addresses of rounds, below the organization's."""

from django.urls import path

from consort.rounds import views

app_name = "rounds"

urlpatterns = [
    path("<uuid:id>/", views.round_page, name="round"),
    path("<uuid:id>/draft/", views.draft, name="draft"),
    path("<uuid:id>/seal/", views.seal, name="seal"),
    path("<uuid:id>/unseal/", views.unseal, name="unseal"),
    path("<uuid:id>/decline/", views.decline, name="decline"),
    path("<uuid:id>/receipt/", views.receipt, name="receipt"),
    path("<uuid:id>/open/", views.open_now, name="open"),
    path("<uuid:id>/move/", views.move, name="move"),
    path("<uuid:id>/withdraw/", views.withdraw, name="withdraw"),
]
