from django.urls import path

from consort.metrics.views import files, pages, readings

app_name = "metrics"

urlpatterns = [
    path("", pages.listing, name="list"),
    path("new/", pages.new, name="new"),
    path("<uuid:id>/", pages.metric, name="metric"),
    path("<uuid:id>/edit/", pages.edit, name="edit"),
    path("<uuid:id>/reading/", readings.add, name="reading"),
    path("<uuid:id>/import/", files.bring_in, name="import"),
    path("<uuid:id>/import/apply/", files.apply, name="import_apply"),
    path("<uuid:id>/export/", files.export, name="export"),
    path("readings/<uuid:id>/", readings.correct, name="correct"),
]
