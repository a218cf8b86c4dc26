from django.urls import path

from consort.weave.views import pages, partnerships

app_name = "weave"

urlpatterns = [
    path("", pages.today, name="today"),
    path("counts/", pages.counts, name="counts"),
    path("find/", pages.find, name="find"),
    path("strand-words/", pages.words, name="words"),
    path("partnerships/", partnerships.partnerships, name="partnerships"),
    path("partnerships/new/", partnerships.new_partnership, name="partnership_new"),
    path("partnerships/<uuid:id>/", partnerships.partnership, name="partnership"),
    path("partnerships/<uuid:id>/charter/", partnerships.partnership_charter, name="partnership_charter"),
    path("partnerships/<uuid:id>/history/", partnerships.partnership_history, name="partnership_history"),
]
