"""Who may do what with a metric. Who may see it is the metric's own visibility."""

from consort.core.models import Person
from consort.metrics.models import Metric


def may_define(person: Person) -> bool:
    return person.sees_leaders


def may_keep(metric: Metric, person: Person) -> bool:
    """Change what it counts and write readings: its owner, the partners it belongs to, and facilitators."""
    if metric.organization_id != person.organization_id:
        return False
    return person.pk == metric.owner_id or metric.partnership_id in person.partnership_ids or person.is_facilitator
