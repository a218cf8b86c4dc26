from django.apps import AppConfig


class CommitmentsConfig(AppConfig):
    name = "consort.commitments"
    label = "commitments"
