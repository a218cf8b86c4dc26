from django.apps import AppConfig


class WeaveConfig(AppConfig):
    name = "consort.weave"
    label = "weave"
