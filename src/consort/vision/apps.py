from django.apps import AppConfig


class VisionConfig(AppConfig):
    name = "consort.vision"
    label = "vision"

    def ready(self) -> None:
        from consort.vision import facts, pursuit, registered  # noqa: F401  (registers facts, kinds, sweeps, waiting)
        from consort.vision.alignment import registered as alignment  # noqa: F401
        from consort.vision.exchange import registered as exchange  # noqa: F401
        from consort.vision.publishing import registered as publishing  # noqa: F401
