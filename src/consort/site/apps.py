from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "consort.site"
    label = "site"
