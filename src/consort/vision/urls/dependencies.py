"""Dependencies between departments."""

from django.urls import path

from consort.vision.views import dependencies

urlpatterns = [
    path("dependencies/", dependencies.listing, name="dependencies"),
    path("dependencies/new/", dependencies.new, name="dependency_new"),
    path("dependencies/<uuid:id>/", dependencies.dependency, name="dependency"),
    *(
        path(f"dependencies/<uuid:id>/{verb}/", dependencies.move, {"verb": verb}, f"dependency_{verb}")
        for verb in dependencies.PLAIN
    ),
    *(
        path(f"dependencies/<uuid:id>/{verb}/", dependencies.answer, {"verb": verb}, f"dependency_{verb}")
        for verb in dependencies.WITH_WORDS
    ),
    path("dependencies/<uuid:id>/rests-on/", dependencies.rest, name="dependency_rest"),
    path("dependencies/<uuid:id>/rests-on/<uuid:link>/", dependencies.rest_no_more, name="dependency_rest_no_more"),
]
