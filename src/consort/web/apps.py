from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "consort.web"
    label = "web"
