"""Numbers and pieces of SVG shared by the charts."""

import math
from collections.abc import Iterable
from decimal import Decimal

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

Number = float | Decimal
GREATEST = 1e15  # further out no axis could be read, and differences lose their digits


def known(value: Number | None) -> float | None:
    """`value` as a float within ±1e15; None for what is missing, infinite or not a number."""
    if value is None or not math.isfinite(value):
        return None
    return max(-GREATEST, min(GREATEST, float(value)))


def share(value: Number, low: Number, high: Number) -> float:
    """Where `value` lies between `low` and `high`, 0 to 1; the middle when the two are equal."""
    at, begin, end = known(value) or 0.0, known(low) or 0.0, known(high) or 0.0
    if begin == end:
        return 0.5
    return max(0.0, min(1.0, (at - begin) / (end - begin)))


def short(value: float) -> str:
    """A coordinate with at most two decimals."""
    return f"{value:.2f}".rstrip("0").rstrip(".") or "0"


def percent(value: Number, low: Number, high: Number) -> str:
    """`share` as a coordinate."""
    return f"{short(share(value, low, high) * 100)}%"


def joined(pieces: Iterable[SafeString]) -> SafeString:
    return mark_safe("".join(pieces))


def svg(content: SafeString, label: str, height: float, kind: str = "v") -> SafeString:
    """The drawing with its sentence; without one it is hidden, as its numbers stand beside it."""
    spoken = format_html('role="img" aria-label="{}"', label) if label else mark_safe('aria-hidden="true"')
    return format_html('<svg class="{}" height="{}" {}>{}</svg>', kind, short(height), spoken, content)


def rule(kind: str, x1: str, x2: str, y1: float, y2: float, width: float | None = None) -> SafeString:
    """A line; `x` are coordinates such as "40%"."""
    thick = format_html(' stroke-width="{}"', short(width)) if width else ""
    pattern = '<line class="{}" x1="{}" x2="{}" y1="{}" y2="{}"{}/>'
    return format_html(pattern, kind, x1, x2, short(y1), short(y2), thick)


def dot(x: str, y: float, radius: float, kind: str = "dot") -> SafeString:
    return format_html('<circle class="{}" cx="{}" cy="{}" r="{}"/>', kind, x, short(y), short(radius))


def words(text: str, x: str, y: float, anchor: str = "start", kind: str = "", shift: float = 0) -> SafeString:
    """Text at a point; `anchor` is start, middle or end."""
    style = format_html(' class="{}"', kind) if kind else ""
    aside = format_html(' dx="{}"', short(shift)) if shift else ""
    pattern = '<text{} x="{}"{} y="{}" text-anchor="{}">{}</text>'
    return format_html(pattern, style, x, aside, short(y), anchor, text)


def steps(low: float, high: float, about: int = 5) -> list[float]:
    """Round values that enclose `low` to `high`, about so many."""
    if low == high:
        low, high = low - (abs(low) * 0.1 or 1), high + (abs(high) * 0.1 or 1)
    raw = (high - low) / about
    power = 10.0 ** math.floor(math.log10(raw))
    size = next(factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= raw * 0.999)
    first, last = math.floor(low / size + 1e-9), math.ceil(high / size - 1e-9)
    return [number * size for number in range(first, last + 1)]


def plain(value: float, step: float = 1) -> str:
    """A number with as many decimals as `step` needs and a thin space between thousands."""
    decimals = max(0, math.ceil(-math.log10(step) - 1e-9)) if step else 0
    if step and not math.isclose(step * 10**decimals, round(step * 10**decimals), rel_tol=1e-9):
        decimals += 1
    return f"{value + 0.0:,.{min(decimals, 8)}f}".replace(",", "\N{NARROW NO-BREAK SPACE}")
