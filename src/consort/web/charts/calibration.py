"""How often it happened when people said how likely it was."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from consort.web.charts.drawing import dot, joined, percent, rule, share, svg, words


@dataclass(frozen=True)
class Point:
    """Of `count` questions on which people said `said` per cent, `happened` per cent happened.

    By chance it could have been `low` to `high`.
    """

    said: float
    happened: float
    count: int
    low: float
    high: float


def calibration(points: Sequence[Point], label: str, *, height: int = 300) -> SafeString:
    """Dots on the dashed line are well judged; bars are what could be chance; larger dots, more questions."""
    pieces = [*_ground(height), *(_point(point, height) for point in points)]
    drawing = svg(joined(pieces), label, height)
    return format_html('<div class="plot calibration">{}</div>', drawing)


def _ground(height: int) -> list[SafeString]:
    pieces = []
    for value in (0, 25, 50, 75, 100):
        level = height * (1 - value / 100)
        pieces.append(rule("grid", "0", "100%", level, level))
        pieces.append(words(str(value), "-10", level + 4, "end"))
        pieces.append(words(str(value), f"{value}%", height + 22, "middle"))
    pieces.append(rule("ref", "0", "100%", height, 0))
    pieces.append(words(_("How likely they said, %"), "50%", height + 44, "middle", "note"))
    pieces.append(words(_("too doubtful"), "4%", 18, kind="note"))
    pieces.append(words(_("too confident"), "96%", height - 10, "end", "note"))
    return pieces


def _point(point: Point, height: int) -> SafeString:
    def level(value: float) -> float:
        return height * (1 - share(value, 0, 100))

    x = percent(point.said, 0, 100)
    bar = rule("span thin", x, x, level(point.low), level(point.high))
    radius = min(14.0, 3 + max(point.count, 0) ** 0.5 * 0.55)
    return joined([bar, dot(x, level(point.happened), radius)])
