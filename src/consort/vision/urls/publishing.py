"""Publishing goals: drafts, readers' pages, answers, the public page."""

from django.urls import URLPattern, path

from consort.vision.views.publishing import public, publisher, reading

urlpatterns: list[URLPattern] = [
    path("published/", reading.publications, name="publications"),
    path("published/new/", publisher.new, name="publication_new"),
    path("published/permit/<uuid:section>/", publisher.permit, name="publication_permit"),
    path("published/<uuid:id>/", reading.publication, name="publication"),
    path("published/<uuid:id>/answer/", reading.answer, name="publication_answer"),
    path("published/<uuid:id>/sheet/", reading.sheet, name="publication_sheet"),
    path("published/<uuid:id>/draft/", publisher.draft, name="publication_draft"),
    path("published/<uuid:id>/edit/", publisher.edit, name="publication_edit"),
    path("published/<uuid:id>/next/", publisher.next_edition, name="publication_next"),
    path("published/<uuid:id>/drop/", publisher.drop, name="publication_drop"),
    path("published/<uuid:id>/publish/", publisher.publish, name="publication_publish"),
    path("published/<uuid:id>/standing/", publisher.standing, name="publication_standing"),
    path("published/<uuid:id>/remind/", publisher.remind, name="publication_remind"),
    path("published/<uuid:id>/close/", publisher.close, name="publication_close"),
    path("published/<uuid:id>/take-back/", publisher.take_back, name="publication_take_back"),
    path("published/<uuid:id>/readback/", publisher.readback, name="publication_readback"),
    path("published/<uuid:id>/readback/<uuid:reader>/", publisher.mark, name="publication_mark"),
    path("published/<uuid:id>/export/", publisher.answers, name="publication_answers"),
    path("published/<uuid:id>/public/", public.settings, name="publication_public"),
    path("published/<uuid:id>/withdraw/", public.withdraw, name="publication_withdraw"),
]
