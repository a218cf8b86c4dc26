from django.apps import AppConfig
from django.db.backends.signals import connection_created


class CoreConfig(AppConfig):
    name = "consort.core"
    label = "core"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from consort.core import database, facts, kinds, search  # noqa: F401  (registers facts, kinds, readers)

        connection_created.connect(database.harden)
