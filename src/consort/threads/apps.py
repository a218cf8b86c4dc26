from django.apps import AppConfig


class ThreadsConfig(AppConfig):
    name = "consort.threads"
    label = "threads"
