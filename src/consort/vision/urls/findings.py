"""What the consistency rules and the writing checks find."""

from django.urls import URLPattern, path

from consort.vision.views import findings, writing

urlpatterns: list[URLPattern] = [
    path("conflicts/", findings.listing, name="findings"),
    path("conflicts/rules/", findings.explained, name="finding_rules"),
    path("conflicts/new/", findings.oppose, name="finding_oppose"),
    path("conflicts/ties/<uuid:id>/untie/", findings.reconcile, name="finding_reconcile"),
    path("conflicts/set-aside/<uuid:id>/take-back/", findings.take_back, name="finding_take_back"),
    path("conflicts/marks/<uuid:id>/withdraw/", findings.withdraw, name="contradiction_withdraw"),
    path("conflicts/marks/<uuid:about>/<uuid:other>/", findings.mark, name="contradiction_mark"),
    path("conflicts/<slug:rule>/<uuid:about>/", findings.finding, name="finding"),
    path("conflicts/<slug:rule>/<uuid:about>/<uuid:other>/", findings.finding, name="finding_of_two"),
    path("objectives/<uuid:id>/findings/", findings.of_objective, name="objective_findings"),
    path("writing/", writing.live, name="writing_live"),
    path("writing/checks/", writing.explained, name="writing_checks"),
    path("objectives/<uuid:id>/writing/", writing.of_objective, name="writing"),
    path("objectives/<uuid:id>/writing/<slug:check>/", writing.set_aside, name="writing_set_aside"),
    path(
        "objectives/<uuid:id>/writing/<slug:check>/<uuid:key_result>/",
        writing.set_aside,
        name="writing_set_aside_result",
    ),
]
