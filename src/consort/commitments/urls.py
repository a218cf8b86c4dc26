from django.urls import path

from consort.commitments import views
from consort.commitments.views.moving import PLAIN, WITH_WORDS

app_name = "commitments"

urlpatterns = [
    path("", views.listing, name="list"),
    path("new/", views.new, name="new"),
    path("<uuid:id>/", views.commitment, name="commitment"),
    *(path(f"<uuid:id>/{verb.replace('_', '-')}/", views.move, {"verb": verb}, name=verb) for verb in PLAIN),
    *(path(f"<uuid:id>/{verb.replace('_', '-')}/", views.answer, {"verb": verb}, name=verb) for verb in WITH_WORDS),
]
