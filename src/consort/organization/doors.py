"""Addresses outside any organization: the front door, set-up, invitations."""

from django.urls import path

from consort.organization.views import door, invitations, setup, you

urlpatterns = [
    path("", door.door, name="door"),
    path("set-up/", setup.set_up, name="set_up"),
    path("invitation/<str:token>/", invitations.invitation, name="invitation"),
    path("new-address/<str:token>/", you.new_address, name="new_address"),
    path("as/<uuid:id>/", door.as_person, name="as_person"),
]
