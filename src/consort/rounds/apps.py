from django.apps import AppConfig


class RoundsConfig(AppConfig):
    name = "consort.rounds"
    label = "rounds"
