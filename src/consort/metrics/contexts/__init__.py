"""What the pages about metrics show."""

from consort.metrics.contexts.files import questions, report, scope_of, ticket_for
from consort.metrics.contexts.pages import listing, metric

__all__ = ["listing", "metric", "questions", "report", "scope_of", "ticket_for"]
