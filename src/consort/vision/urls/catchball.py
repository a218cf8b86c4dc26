"""Catchball."""

from django.urls import path

from consort.vision.views import catchball

urlpatterns = [
    path("objectives/<uuid:id>/catchball/", catchball.new, name="catchball_new"),
    path("catchball/<uuid:id>/", catchball.catchball, name="catchball"),
    path("catchball/<uuid:id>/input/", catchball.what_changed, name="catchball_input"),
    path("catchball/<uuid:id>/propose/", catchball.propose, name="catchball_propose"),
    path("catchball/<uuid:id>/hand-over/", catchball.hand_over, name="catchball_hand_over"),
    path("catchball/<uuid:id>/agree/", catchball.agree, name="catchball_agree"),
    path("catchball/<uuid:id>/again/", catchball.again, name="catchball_again"),
    path("catchball/<uuid:id>/settle/", catchball.settle, name="catchball_settle"),
    path("catchball/<uuid:id>/end/", catchball.end, name="catchball_end"),
    path("proposals/<uuid:proposal>/answer/", catchball.answer, name="proposal_answer"),
    path("proposals/<uuid:proposal>/take-back/", catchball.take_back, name="proposal_take_back"),
]
