from django.apps import AppConfig


class ThreadsConfig(AppConfig):
    name = "consort.threads"
    label = "threads"

    def ready(self) -> None:
        from consort.core import cursors, waiting
        from consort.threads import facts, searching  # noqa: F401  (registers facts)
        from consort.threads.waiting import mentions

        waiting.register(mentions)
        cursors.register("comments", searching.follow)
