from django.apps import AppConfig


class OrganizationConfig(AppConfig):
    name = "consort.organization"
    label = "organization"
