"""How key results are spoken of."""

from decimal import Decimal

from django.utils.translation import gettext as _

from consort.metrics.models import Metric
from consort.metrics.values import in_words
from consort.metrics.words import distance, target_words
from consort.vision.aiming import aimed
from consort.vision.models import KeyResult
from consort.vision.progress import Pace, Progress
from consort.web.days import in_full, short


def target_of(key_result: KeyResult) -> str:
    """Where it should go: at least 95% by Fri 31 Dec 2027; of a milestone, its day."""
    metric = aimed(key_result)
    if metric is not None:
        return target_words(metric)
    due = key_result.due or key_result.objective.due
    return _("passed by %s") % in_full(due) if due else _("passed")


def pace_words(key_result: KeyResult, progress: Progress) -> str:
    """The word of its state, with how far it is off."""
    metric = aimed(key_result)
    if progress.pace == Pace.SILENT and progress.newest is not None:
        return _("Silent since %s") % short(progress.newest.at)
    if metric is None or progress.pace != Pace.BEHIND:
        return str(progress.pace.label)
    if progress.is_late:
        return _("%(distance)s short at its date") % {"distance": distance(metric, progress.short_by)}
    if progress.has_plan:
        return _("Behind plan by %s") % distance(metric, progress.short_by)
    return (_("Too low by %s") if progress.short_by < 0 else _("Too high by %s")) % distance(metric, progress.short_by)


def number_of(value: Decimal | None, metric: Metric) -> str:
    """A value in a table: 95%, €460, 22.5. A unit that is a word is left to the heading; no needless zeros."""
    if value is None:
        return ""
    needed = max(0, -int(value.normalize().as_tuple().exponent))
    unit = metric.unit if metric.unit in ("%", "°") or metric.unit[:1] in ("€", "£", "$") else ""
    return in_words(value, Metric(unit=unit, decimals=min(metric.decimals, needed)))


def target_alone(key_result: KeyResult) -> str:
    """The target without its day: 95%, or 80% – 90%."""
    metric = aimed(key_result)
    if metric is None:
        due = key_result.due or key_result.objective.due
        return short(due) if due else ""
    bounds = (metric.target_low, metric.target_high)
    return " – ".join(number_of(bound, metric) for bound in bounds if bound is not None)
