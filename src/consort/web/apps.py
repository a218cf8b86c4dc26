from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "consort.web"
    label = "web"

    def ready(self) -> None:
        from consort.core import live
        from consort.web.hub import hub

        live.subscribe(hub.publish)
