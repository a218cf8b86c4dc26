"""Two small drawings that only decisions use: the seven stages in a line, and answers between two poles."""

from collections.abc import Sequence

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from consort.decisions.models import Stage
from consort.decisions.stages import ORDER
from consort.web.charts.drawing import dot, joined, percent, rule, svg

FIRST, LAST = 4.0, 96.0


def progress(stage: str) -> SafeString:
    """Seven dots on a line: done, current, to come."""
    here = len(ORDER) if stage == Stage.CLOSED else ORDER.index(Stage(stage))
    step = (LAST - FIRST) / (len(ORDER) - 1)
    places = [f"{FIRST + place * step:.2f}%" for place in range(len(ORDER))]
    done = places[min(here, len(ORDER) - 1)]
    pieces = [rule("axis", places[0], places[-1], 7, 7), rule("series ink", places[0], done, 7, 7)]
    for place, x in enumerate(places):
        pieces.append(_stage(x, place - here))
    label = _("Closed") if here == len(ORDER) else _("Stage %(n)s of %(all)s") % {"n": here + 1, "all": len(ORDER)}
    return format_html('<div style="max-width:7rem">{}</div>', svg(joined(pieces), label, 14))


def _stage(x: str, ahead: int) -> SafeString:
    """A dot: filled and small when done, in colour where it stands, an empty ring when still to come."""
    if ahead > 0:
        ring = '<circle class="dot hollow" style="stroke:var(--line-2);stroke-width:1.5" cx="{}" cy="7" r="3"/>'
        return format_html(ring, x)
    return dot(x, 7, 3, "dot ink") if ahead else dot(x, 7, 5)


def between(values: Sequence[int], low: str, high: str, *, least: int, most: int) -> SafeString:
    """A dot for every answer between two poles; equal answers are piled."""
    piled: dict[int, int] = {}
    tallest = max((list(values).count(value) for value in values), default=1)
    height = 22 + (tallest - 1) * 8
    base = height - 11
    pieces = [rule("axis", "0", "100%", base, base), rule("axis", "50%", "50%", base - 4, base + 4)]
    for value in sorted(values):
        pieces.append(dot(percent(value, least, most), base - piled.get(value, 0) * 8, 4.5))
        piled[value] = piled.get(value, 0) + 1
    known = {"n": len(values), "low": low, "high": high, "values": ", ".join(str(value) for value in sorted(values))}
    label = _("%(n)s answers between “%(low)s” and “%(high)s”, on a scale of %(most)s: %(values)s") % {
        **known,
        "most": most,
    }
    return svg(joined(pieces), label, height)
