from django.apps import AppConfig


class MetricsConfig(AppConfig):
    name = "consort.metrics"
    label = "metrics"
