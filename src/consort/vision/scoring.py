"""How far an objective has come, by a published rule. It is what progress and the suggested score are read from.

1. A milestone counts 1 once it is passed, and 0 until then.
2. What should rise or fall counts the share of the way from its start to its target that the newest reading has gone,
   never less than 0 nor more than 1. Without a start it counts 1 at the target and 0 before it.
3. What should stay somewhere counts the share of the readings since its beginning that lay there.
4. A key result that nobody has read counts 0: silence is never green.
5. The objective is the mean of its key results. Without any there is nothing to suggest.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from statistics import fmean
from uuid import UUID

from consort.metrics.models import MOVING, Metric, Reading
from consort.metrics.standing import corridor_on
from consort.vision.aiming import aimed
from consort.vision.models import KeyResult, Objective
from consort.vision.progress import Pace, of_metric

ZERO, ONE = Decimal(0), Decimal(1)


@dataclass(frozen=True)
class Attained:
    """A key result, its newest reading if it has one, and how far it has come, 0 to 1."""

    key_result: KeyResult
    newest: Reading | None
    share: Decimal


def attained(key_result: KeyResult, readings: Sequence[Reading], until: date) -> Attained:
    """Apply rules 1 to 4 to the readings of the key result's metric, oldest first, up to the day `until`."""
    metric = aimed(key_result)
    if metric is None:
        passed = key_result.passed is not None and key_result.passed <= until
        return Attained(key_result, None, ONE if passed else ZERO)
    known = [each for each in readings if each.at <= until]
    if not known:
        return Attained(key_result, None, ZERO)
    share = _gone(metric, known[-1], until) if metric.direction in MOVING else _kept(metric, known)
    return Attained(key_result, known[-1], share)


def _gone(metric: Metric, newest: Reading, until: date) -> Decimal:
    found = of_metric(metric, newest, until)
    if found.share is None:
        return ONE if found.pace == Pace.REACHED else ZERO
    return min(max(found.share, ZERO), ONE)


def _kept(metric: Metric, readings: Sequence[Reading]) -> Decimal:
    since = [each for each in readings if metric.begins is None or each.at >= metric.begins]
    inside = sum(not corridor_on(metric, each.at).miss(each.value) for each in since)
    return Decimal(inside) / Decimal(len(since)) if since else ZERO


def progress(every: Sequence[Attained]) -> Decimal | None:
    """Rule 5; None for an objective without key results."""
    if not every:
        return None
    return Decimal(f"{fmean(each.share for each in every):.3f}")


def readings_of(key_results: Iterable[KeyResult]) -> dict[UUID, list[Reading]]:
    """The readings of their metrics, oldest first. Runs one query, none without metrics."""
    metrics = {each.metric_id for each in key_results if each.metric_id}
    found: dict[UUID, list[Reading]] = {}
    for reading in Reading.objects.filter(metric__in=metrics).order_by("at") if metrics else ():
        found.setdefault(reading.metric_id, []).append(reading)
    return found


def attained_by(objectives: Sequence[Objective], until: date) -> dict[UUID, list[Attained]]:
    """Each objective's key results by objective id. Runs at most two queries."""
    rows = KeyResult.objects.filter(objective__in=objectives).select_related("metric", "objective").order_by("position")
    key_results = list(rows)
    readings = readings_of(key_results)
    found: dict[UUID, list[Attained]] = {objective.pk: [] for objective in objectives}
    for each in key_results:
        given = readings.get(each.metric_id, []) if each.metric_id else []
        found[each.objective_id].append(attained(each, given, until))
    return found


def progress_of(objective: Objective, until: date) -> Decimal | None:
    """Runs at most two queries."""
    return progress(attained_by([objective], until)[objective.pk])
