from django.apps import AppConfig


class WeaveConfig(AppConfig):
    name = "consort.weave"
    label = "weave"

    def ready(self) -> None:
        from consort.weave import outcomes

        outcomes.register_all()
