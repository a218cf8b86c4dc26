"""Cycles, check-ins and reviews."""

from django.urls import path

from consort.vision import stages
from consort.vision.views import check_ins, cycles

urlpatterns = [
    path("cycles/", cycles.listing, name="cycles"),
    path("cycles/new/", cycles.new, name="cycle_new"),
    path("cycles/<uuid:id>/", cycles.cycle, name="cycle"),
    path("cycles/<uuid:id>/edit/", cycles.edit, name="cycle_edit"),
    path("cycles/<uuid:id>/review/", cycles.review, name="cycle_review"),
    *(
        path(f"cycles/<uuid:id>/{way.name}/", cycles.move, {"verb": way.name}, f"cycle_{way.name}")
        for way in stages.MOVES
    ),
    path("objectives/<uuid:id>/pursuit/", check_ins.pursuit, name="pursuit"),
    path("objectives/<uuid:id>/check-in/", check_ins.check_in, name="check_in"),
    path("objectives/<uuid:id>/review/", check_ins.review, name="review"),
    path("objectives/<uuid:id>/review/undo/", check_ins.review_undo, name="review_undo"),
    path("check-ins/<uuid:id>/take-back/", check_ins.take_back, name="check_in_take_back"),
]
