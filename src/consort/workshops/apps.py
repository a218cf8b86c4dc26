from django.apps import AppConfig


class WorkshopsConfig(AppConfig):
    name = "consort.workshops"
    label = "workshops"

    def ready(self) -> None:
        from consort.workshops import facts, registered  # noqa: F401  (registers facts, kinds, homes, waiting, tabs)
