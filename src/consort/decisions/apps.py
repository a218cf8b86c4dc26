from django.apps import AppConfig


class DecisionsConfig(AppConfig):
    name = "consort.decisions"
    label = "decisions"

    def ready(self) -> None:
        from consort.decisions import facts, registered  # noqa: F401  (registers facts, kinds, rounds, sweeps, waiting)
