"""Marks on one line: progress, evidence, a person among others, two people, forecasts."""

from collections import Counter
from collections.abc import Sequence
from typing import Literal, NamedTuple

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from consort.web.charts.drawing import Number, dot, joined, known, percent, plain, rule, share, short, svg, words


class Evidence(NamedTuple):
    """One event of a strand: when, as 0 to 100 of the time shown; which way it weighs; what it was."""

    at: float
    kind: Literal["up", "down", "miss"]
    what: str = ""


def bullet(
    start: Number, now: Number | None, target: Number, label: str, *, expected: Number | None = None
) -> SafeString:
    """Progress from where it started to where it should be, with a tick for where it should be today."""
    pieces = [rule("axis", "0", "100%", 7, 7, 2)]
    if (value := known(now)) is not None:
        pieces.append(rule("series", "0", _progress(start, value, target), 7, 7, 2))
    if (due := known(expected)) is not None:
        x = _progress(start, due, target)
        pieces.append(rule("event", x, x, 1, 13, 1.5))
    if value is not None:
        pieces.append(dot(_progress(start, value, target), 7, 5))
    pieces.append(rule("axis", "100%", "100%", 2, 12, 2))
    return svg(joined(pieces), label, 14)


def _progress(start: Number, value: float, target: Number) -> str:
    if known(start) == known(target):
        return "100%" if value == known(target) else "0%"
    return percent(value, start, target)


def strip(events: Sequence[Evidence], label: str, *, height: int = 32) -> SafeString:
    """A strand: what supports stands above the line, what weighs against below, what did not happen on it."""
    middle = height / 2
    pieces = [rule("axis", "0", "100%", middle, middle)]
    pieces += [_evidence(event, middle, height) for event in events]
    return svg(joined(pieces), label, height)


def _evidence(event: Evidence, middle: float, height: float) -> SafeString:
    x = percent(event.at, 0, 100)
    title = format_html("<title>{}</title>", event.what) if event.what else mark_safe("")
    if event.kind == "miss":
        pattern = '<rect class="miss" x="{}" width="5" y="{}" height="11" transform="translate(-2.5 0)">{}</rect>'
        return format_html(pattern, x, short(middle - 5.5), title)
    near, far = (middle - 1.5, 3) if event.kind == "up" else (middle + 1.5, height - 3)
    pattern = '<line class="{}" x1="{}" x2="{}" y1="{}" y2="{}">{}</line>'
    return format_html(pattern, event.kind, x, x, short(near), short(far), title)


def dots(
    own: Number | None,
    others: Number | None,
    interval: tuple[Number, Number] | None = None,
    *,
    before: Number | None = None,
    least: int = 1,
    most: int = 7,
    label: str = "",
) -> SafeString:
    """What the others say (dot, with the interval of doubt), what one says oneself (hollow), what they said before."""
    pieces = [rule("grid", "0", "100%", 14, 14)]
    for tick in range(least, min(most, least + 20) + 1):
        x = percent(tick, least, most)
        pieces.append(rule("grid", x, x, 10, 18))
    if (value := known(others)) is not None:
        if interval is not None:
            pieces.append(rule("span", percent(interval[0], least, most), percent(interval[1], least, most), 14, 14))
        if (earlier := known(before)) is not None:
            x = percent(earlier, least, most)
            pieces.append(rule("event", x, x, 6, 22, 1.5))
        pieces.append(dot(percent(value, least, most), 14, 6))
    if (mine := known(own)) is not None:
        pieces.append(_diamond(percent(mine, least, most)))
    return svg(joined(pieces), label, 28)


def _diamond(x: str) -> SafeString:
    return format_html(
        '<svg x="{}" y="14" overflow="visible"><rect class="dot hollow" x="-5" y="-5" width="10" height="10"'
        ' transform="rotate(45)"/></svg>',
        x,
    )


Range = tuple[Number, Number]


def scale(
    one: Number | None,
    other: Number | None,
    label: str,
    *,
    ranges: tuple[Range | None, Range | None] = (None, None),
    least: Number = 0,
    most: Number = 100,
) -> SafeString:
    """Two people between two poles: the reader round, the partner square. Either may be missing.

    `ranges`: how far each leaves it open, drawn as bars under the line.
    """
    pieces = [rule("axis", "0", "100%", 15, 15)]
    for x, reach in (("0", 5), ("50%", 4), ("100%", 5)):
        pieces.append(rule("axis", x, x, 15 - reach, 15 + reach))
    mine, theirs = known(one), known(other)
    same = mine is not None and theirs is not None and abs(share(mine, least, most) - share(theirs, least, most)) < 0.02
    if mine is not None and theirs is not None and not same:
        pieces.append(rule("event", percent(mine, least, most), percent(theirs, least, most), 15, 15, 2))
    if mine is not None:
        pieces.append(dot(percent(mine, least, most), 15, 10 if same else 7))
    if theirs is not None:
        pieces.append(_square(percent(theirs, least, most), 4.5 if same else 6.5))
    for bounds, kind, y in zip(ranges, ("span slim", "span slim b"), (26, 30), strict=True):
        if bounds:
            pieces.append(rule(kind, percent(bounds[0], least, most), percent(bounds[1], least, most), y, y))
    return svg(joined(pieces), label, 34 if any(ranges) else 30)


def _square(x: str, half: float) -> SafeString:
    rect = '<rect class="dot b" x="-{1}" y="-{1}" width="{2}" height="{2}" rx="2"/>'
    return format_html(f'<svg x="{{0}}" y="15" overflow="visible">{rect}</svg>', x, short(half), short(2 * half))


def forecasts(
    values: Sequence[Number | None],
    label: str,
    *,
    low: Number = 0,
    high: Number = 100,
    outcome: Number | None = None,
    unit: str = "%",
) -> SafeString:
    """A dot for every forecast, piled where they agree; a rule where it came out."""
    seen = sorted(number for value in values if (number := known(value)) is not None)
    bins = Counter(round(share(value, low, high) * 20) for value in seen)
    gap = min(9.0, 63 / max(bins.values(), default=1))
    height = 44 + max(0.0, (max(bins.values(), default=1) - 2) * gap)
    base, piled = height - 16, Counter[int]()
    pieces = [rule("axis", "0", "100%", base, base)]
    for value in seen:
        place = round(share(value, low, high) * 20)
        pieces.append(dot(percent(value, low, high), base - 7 - piled[place] * gap, 4.5))
        piled[place] += 1
    middle = (float(low) + float(high)) / 2
    for at, x, anchor in ((low, "0%", "start"), (middle, "50%", "middle"), (high, "100%", "end")):
        pieces.append(words(f"{plain(float(at), 0.5 if float(at) % 1 else 1)}{unit}", x, height, anchor))
    if (came := known(outcome)) is not None:
        x = percent(came, low, high)
        pieces.append(rule("series b", x, x, 0, base + 4))
    return svg(joined(pieces), label, height)
