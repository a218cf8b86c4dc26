"""Purpose, priorities, objectives, key results, initiatives, and what ties them."""

from django.urls import path

from consort.vision.views import carrying, initiatives, key_results, objectives, priorities, purpose, tying

ends = "<slug:from_kind>/<uuid:from_id>/<slug:to_kind>/<uuid:to_id>/"

urlpatterns = [
    path("vision/", purpose.now, name="purposes"),
    path("vision/new/", purpose.new, name="purpose_new"),
    path("vision/<int:version>/", purpose.purpose, name="purpose"),
    path("vision/<int:version>/edit/", purpose.edit, name="purpose_edit"),
    path("vision/<int:version>/discard/", purpose.discard, name="purpose_discard"),
    path("vision/<int:version>/agree/", purpose.agree, name="purpose_agree"),
    path("vision/<int:version>/sign/", purpose.sign, name="purpose_sign"),
    path("vision/<int:version>/against/<int:other>/", purpose.differences, name="purpose_differences"),
    path("priorities/", priorities.listing, name="priorities"),
    path("priorities/new/", priorities.new, name="priority_new"),
    path("priorities/<uuid:id>/", priorities.priority, name="priority"),
    path("priorities/<uuid:id>/edit/", priorities.edit, name="priority_edit"),
    path("priorities/<uuid:id>/history/", priorities.history, name="priority_history"),
    path("priorities/<uuid:id>/place/", priorities.place, name="priority_place"),
    path("priorities/<uuid:id>/close/", priorities.close, name="priority_close"),
    path("priorities/<uuid:id>/reopen/", priorities.reopen, name="priority_reopen"),
    path("objectives/", objectives.listing, name="objectives"),
    path("objectives/new/", objectives.new, name="objective_new"),
    path("objectives/<uuid:id>/", objectives.objective, name="objective"),
    path("objectives/<uuid:id>/edit/", objectives.edit, name="objective_edit"),
    path("objectives/<uuid:id>/history/", objectives.history, name="objective_history"),
    path("objectives/<uuid:id>/agree/", objectives.agree, name="objective_agree"),
    path("objectives/<uuid:id>/close/", objectives.close, name="objective_close"),
    path("objectives/<uuid:id>/reopen/", objectives.reopen, name="objective_reopen"),
    path("objectives/<uuid:id>/key-results/new/", key_results.new, name="key_result_new"),
    path("key-results/<uuid:id>/edit/", key_results.edit, name="key_result_edit"),
    path("key-results/<uuid:id>/lead/", key_results.lead, name="key_result_lead"),
    path("key-results/<uuid:id>/passed/", key_results.passed, name="key_result_passed"),
    path("key-results/<uuid:id>/not-passed/", key_results.not_passed, name="key_result_not_passed"),
    path("objectives/<uuid:id>/ask/", carrying.ask, name="carrier_ask"),
    path("carriers/<uuid:id>/confirm/", carrying.confirm, name="carrier_confirm"),
    path("carriers/<uuid:id>/remind/", carrying.remind, name="carrier_remind"),
    path("carriers/<uuid:id>/release/", carrying.release, name="carrier_release"),
    path("initiatives/", initiatives.listing, name="initiatives"),
    path("initiatives/new/", initiatives.new, name="initiative_new"),
    path("initiatives/<uuid:id>/", initiatives.initiative, name="initiative"),
    path("initiatives/<uuid:id>/edit/", initiatives.edit, name="initiative_edit"),
    path("initiatives/<uuid:id>/begin/", initiatives.begin, name="initiative_begin"),
    path("initiatives/<uuid:id>/finish/", initiatives.finish, name="initiative_finish"),
    path("initiatives/<uuid:id>/stop/", initiatives.stop, name="initiative_stop"),
    path("tie/<slug:kind>/<uuid:id>/", tying.add, name="tie"),
    path("serves/<slug:kind>/<uuid:id>/", tying.serves, name="serves"),
    path(f"serve/{ends}", tying.serve, name="serve"),
    path(f"unserve/{ends}", tying.unserve, name="unserve"),
]
