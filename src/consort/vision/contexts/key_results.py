"""A key result as a row: where it began, where it is, where it should be."""

from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from consort.metrics.models import Metric
from consort.vision.models import KeyResult
from consort.vision.progress import Progress
from consort.vision.queries.measuring import Measured
from consort.vision.words import number_of, pace_words, target_alone, target_of
from consort.web import charts


@dataclass(frozen=True)
class Row:
    """Values are written short, `unit` is what they count where that is a word.

    `drawing` is empty where there is no way from a start to a target.
    """

    key_result: KeyResult
    drawing: SafeString
    start: str
    now: str
    target: str
    shape: str
    word: str
    state: str
    owner: str
    unit: str = ""


def row_of(measured: Measured) -> Row:
    """The row; of a metric that is not open to the reader only what the key result itself says."""
    key_result, metric, progress = measured.key_result, measured.metric, measured.progress
    owner = key_result.owner.first_name if key_result.owner else ""
    target = target_alone(key_result)
    if progress is None:
        closed = _("Its metric is not open to you")
        return Row(key_result, SafeString(), "", "", target, "thin", closed, closed, owner)
    word, state = pace_words(key_result, progress), str(progress.pace.label)
    if metric is None:
        return Row(key_result, SafeString(), "", _milestone(key_result), target, progress.shape, word, state, owner)
    now = number_of(progress.newest.value if progress.newest else None, metric)
    start = number_of(metric.baseline, metric)
    drawing, unit = _drawing(measured, metric, progress), _unit_of(metric)
    return Row(key_result, drawing, start, now, target, progress.shape, word, state, owner, unit)


def _unit_of(metric: Metric) -> str:
    """The unit where it is a word, which numbers in a table do not repeat."""
    return metric.unit if metric.unit[:1].isalpha() else ""


def _milestone(key_result: KeyResult) -> str:
    return _("passed") if key_result.passed else _("open")


def _drawing(measured: Measured, metric: Metric, progress: Progress) -> SafeString:
    """The way from start to target with what was read, and a tick where the plan has it today."""
    target = metric.target_low if metric.target_high is None else metric.target_high
    if metric.baseline is None or target is None or progress.share is None:
        return SafeString()
    now = progress.newest.value if progress.newest else None
    key_result = measured.key_result
    label = f"{key_result.title}: {pace_words(key_result, progress)}, {target_of(key_result)}"
    return charts.bullet(metric.baseline, now, target, label, expected=progress.expected)
