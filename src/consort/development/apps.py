from django.apps import AppConfig


class DevelopmentConfig(AppConfig):
    name = "consort.development"
    label = "development"

    def ready(self) -> None:
        from consort.development import facts, registered  # noqa: F401  (registers facts, kinds, waiting, tabs)
