"""What the strategy shows to everybody, outside any organization's frame."""

from django.urls import path

from consort.vision.views.publishing import public

urlpatterns = [path("<slug:house>/published/<slug:address>/", public.public_goals, name="public_goals")]
