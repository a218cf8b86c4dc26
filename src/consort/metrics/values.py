"""Values as people read them."""

from decimal import ROUND_HALF_UP, Decimal

from django.utils import formats

from consort.metrics.models import Metric


def plain(value: Decimal, decimals: int) -> str:
    """A number for machines: a decimal point, no grouping, as many decimals as the metric has or the value needs."""
    exact = value.normalize()
    needed = max(decimals, -int(exact.as_tuple().exponent))
    return f"{value:.{min(needed, 6)}f}"


def in_words(value: Decimal | None, metric: Metric) -> str:
    """A value with its unit: 86.4%, 22.5 weeks, €1.5m. Rounded to the metric's decimals; empty for None."""
    if value is None:
        return ""
    rounded = abs(value).quantize(Decimal(1).scaleb(-metric.decimals), ROUND_HALF_UP)
    number = formats.number_format(rounded, decimal_pos=metric.decimals, use_l10n=True, force_grouping=True)
    sign = "−" if value < 0 and rounded else ""
    unit = metric.unit
    if unit[:1] in {"€", "£", "$"}:
        return f"{sign}{unit[0]}{number}{unit[1:].rstrip()}"
    if unit in {"%", "°"}:
        return f"{sign}{number}{unit}"
    return f"{sign}{number} {unit}".strip()
