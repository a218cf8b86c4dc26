"""What the pages about metrics show."""

from consort.metrics.contexts.files import report
from consort.metrics.contexts.pages import listing, metric

__all__ = ["listing", "metric", "report"]
