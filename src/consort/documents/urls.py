from django.urls import path

from consort.documents import views

app_name = "documents"

urlpatterns = [
    path("", views.listing, name="list"),
    path("new/", views.new, name="new"),
    path("<uuid:id>/", views.document, name="document"),
    path("<uuid:id>/export/", views.export, name="export"),
    path("<uuid:id>/keep/", views.keep, name="keep"),
    path("versions/<uuid:id>/", views.version, name="version"),
    path("versions/<uuid:id>/sign/", views.sign, name="sign"),
]
