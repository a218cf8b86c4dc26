from django.apps import AppConfig


class OrganizationConfig(AppConfig):
    name = "consort.organization"
    label = "organization"

    def ready(self) -> None:
        from consort.organization import facts  # noqa: F401  (registers facts)
