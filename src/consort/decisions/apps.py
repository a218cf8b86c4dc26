from django.apps import AppConfig


class DecisionsConfig(AppConfig):
    name = "consort.decisions"
    label = "decisions"
