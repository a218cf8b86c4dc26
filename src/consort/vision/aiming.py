"""A key result aims a shared metric: its unit, decimals and rhythm, with another start, target and dates."""

from consort.metrics.models import Metric
from consort.vision.models import KeyResult


def aimed(key_result: KeyResult) -> Metric | None:
    """The metric as the key result aims it, never saved; None for a milestone.

    What the key result leaves open comes from its objective (dates) and from the metric (start). Runs no query when
    metric and objective are fetched.
    """
    metric = key_result.metric
    if metric is None:
        return None
    own_start = key_result.baseline is not None
    objective = key_result.objective
    return Metric(
        id=metric.pk,
        organization_id=metric.organization_id,
        name=key_result.title,
        unit=metric.unit,
        decimals=metric.decimals,
        every=metric.every,
        direction=key_result.aim,
        target_low=key_result.target_low,
        target_high=key_result.target_high,
        baseline=key_result.baseline if own_start else metric.baseline,
        begins=key_result.begins or (objective.begins if own_start else None) or metric.begins,
        target_date=key_result.due or objective.due or metric.target_date,
    )
