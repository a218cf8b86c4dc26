from django.urls import path

from consort.threads import views

app_name = "threads"

urlpatterns = [
    path("write/", views.write, name="write"),
    path("about/<str:kind>/<uuid:id>/", views.thread, name="thread"),
    path("<uuid:id>/edit/", views.edit, name="edit"),
    path("<uuid:id>/withdraw/", views.withdraw, name="withdraw"),
]
