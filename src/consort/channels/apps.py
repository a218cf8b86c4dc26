from django.apps import AppConfig


class ChannelsConfig(AppConfig):
    name = "consort.channels"
    label = "channels"

    def ready(self) -> None:
        from consort.channels import registered  # noqa: F401  (registers mail, sweeps, tabs)
