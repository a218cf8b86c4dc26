from django.urls import URLPattern

app_name = "weave"

urlpatterns: list[URLPattern] = []
