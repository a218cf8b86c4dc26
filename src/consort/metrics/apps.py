from django.apps import AppConfig


class MetricsConfig(AppConfig):
    name = "consort.metrics"
    label = "metrics"

    def ready(self) -> None:
        from django.utils.translation import gettext_lazy as _

        from consort.core import kinds, waiting
        from consort.metrics import facts  # noqa: F401  (registers facts)
        from consort.metrics.models import Metric
        from consort.metrics.waiting import stale_metrics

        kinds.register(kinds.Kind("metric", Metric, _("metric"), lambda metric: (metric.name, metric.definition)))
        waiting.register(stale_metrics)
