"""How a metric is spoken of."""

from collections.abc import Sequence
from decimal import Decimal

from django.contrib.humanize.templatetags.humanize import apnumber
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consort.metrics.models import MOVING, Direction, Metric, Reading
from consort.metrics.queries import Line
from consort.metrics.standing import Finding, Standing, has_plan
from consort.metrics.values import in_words
from consort.web.days import short


def state_words(metric: Metric, finding: Finding) -> str:
    """The word of the state, with how far it is off."""
    if finding.standing is Standing.OFF_COURSE:
        return _off_course(metric, finding.miss)
    if finding.standing is Standing.STALE and finding.newest:
        return _("Stale: last read %s") % short(finding.newest.at)
    return str(finding.standing.label)


def _off_course(metric: Metric, miss: Decimal) -> str:
    by = distance(metric, miss)
    if has_plan(metric):
        return _("Behind plan by %s") % by
    return (_("Too low by %s") if miss < 0 else _("Too high by %s")) % by


def distance(metric: Metric, miss: Decimal) -> str:
    """A difference with its unit; of percentages it is points."""
    if metric.unit == "%":
        number = in_words(abs(miss), Metric(decimals=max(metric.decimals, 1)))
        return _("%s points") % number
    return in_words(abs(miss), metric)


def target_words(metric: Metric) -> str:
    """Where it should go: at least 95% by Fri 31 Dec 2027."""
    low, high = in_words(metric.target_low, metric), in_words(metric.target_high, metric)
    match Direction(metric.direction):
        case Direction.INCREASE | Direction.KEEP_ABOVE:
            words = _("at least %s") % low
        case Direction.DECREASE | Direction.KEEP_BELOW:
            words = _("at most %s") % high
        case Direction.STAY_BETWEEN:
            words = _("%(low)s to %(high)s") % {"low": low, "high": high}
    if metric.direction in MOVING and metric.target_date:
        return _("%(target)s by %(day)s") % {"target": words, "day": short(metric.target_date)}
    return words


def finding_sentence(line: Line) -> str:
    """One sentence on how the metric stands."""
    finding, metric = line.finding, line.metric
    if finding.newest is None:
        return _("There is no reading yet, so nothing is known. It should be %s.") % target_words(metric)
    read = {
        "value": in_words(finding.newest.value, metric),
        "day": short(finding.newest.at),
        "target": target_words(metric),
        "by": distance(metric, finding.miss),
    }
    match finding.standing:
        case Standing.ON_COURSE:
            return _("%(value)s on %(day)s, on course for %(target)s.") % read
        case Standing.OFF_COURSE if has_plan(metric):
            return _("%(value)s on %(day)s, %(by)s behind the plan that leads to %(target)s.") % read
        case Standing.OFF_COURSE:
            return _("%(value)s on %(day)s; it should be %(target)s.") % read
        case _:
            return _("It was %(value)s on %(day)s. Nobody has read it since, so nothing is known today.") % read


def trend_sentence(metric: Metric, readings: Sequence[Reading]) -> str:
    """From where to where the readings went; empty without any."""
    if not readings:
        return ""
    first, last = readings[0], readings[-1]
    names = {"last": in_words(last.value, metric), "today": short(last.at)}
    if first is last:
        return _("%(last)s on %(today)s, the only reading so far.") % names
    names |= {"first": in_words(first.value, metric), "then": short(first.at)}
    return _("From %(first)s on %(then)s to %(last)s on %(today)s.") % names


def list_sentence(lines: list[Line]) -> str:
    """One sentence on all of them."""
    counts = {standing: sum(line.finding.standing is standing for line in lines) for standing in Standing}
    good, off = counts[Standing.ON_COURSE], counts[Standing.OFF_COURSE]
    silent = counts[Standing.STALE] + counts[Standing.NO_READINGS]
    parts = [ngettext("%(n)s is on course", "%(n)s are on course", good) % {"n": apnumber(good) if good else _("None")}]
    if off:
        parts.append(ngettext("%(n)s is not", "%(n)s are not", off) % {"n": apnumber(off)})
    if silent:
        parts.append(
            ngettext("of %(n)s nothing is known", "of %(n)s nothing is known", silent) % {"n": apnumber(silent)}
        )
    sentence = ", ".join(parts)
    return f"{sentence[:1].upper()}{sentence[1:]}."
