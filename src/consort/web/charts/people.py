"""Many people at once: where they stand, and how they split on one statement."""

from collections.abc import Sequence

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from consort.web.charts.drawing import dot, joined, percent, rule, svg, words

KINDS = ("dot", "dot b", "dot ink", "dot hollow", "dot")


def split(agree: int, passed: int, disagree: int, label: str) -> SafeString:
    """One bar: who agrees from the left, who disagrees from the right, who passed between them."""
    whole = max(1, agree + passed + disagree)
    left, right = percent(agree, 0, whole), percent(whole - disagree, 0, whole)
    pieces = [rule("axis", "0", "100%", 7, 7, 2)]
    if agree:
        pieces.append(rule("up", "0", left, 7, 7, 10))
    if disagree:
        pieces.append(rule("down", right, "100%", 7, 7, 10))
    return svg(joined(pieces), label, 14)


def crowd(
    dots: Sequence[Sequence[float]], middles: Sequence[tuple[str, float, float]], label: str, *, height: int = 320
) -> SafeString:
    """People near one another vote alike. `dots`: x and y in per cent, group, people; `middles`: name, x and y."""
    pieces = [rule("grid", "0", "100%", height / 2, height / 2), rule("grid", "50%", "50%", 0, height)]
    for x, y, group, people in dots:
        radius = min(12.0, 2.5 + people**0.5)
        pieces.append(dot(percent(x, 0, 100), height * (1 - y / 100), radius, KINDS[max(0, int(group)) % len(KINDS)]))
    for name, x, y in middles:
        pieces.append(words(name, percent(x, 0, 100), height * (1 - y / 100) - 14, "middle", "note"))
    if not dots and not middles:
        pieces.append(words(_("Nobody stands here yet"), "50%", height / 2 - 6, "middle", "note"))
    return svg(joined(pieces), label, height)


def between(places: Sequence[tuple[float, int, str, bool]], label: str) -> SafeString:
    """Several people between two poles. `places`: where (0 to 100), in which lane from the line upwards, initials, and
    whether it is the reader."""
    height = 30 + 24 * max((lane for _x, lane, _initials, _own in places), default=0)
    line = height - 15
    pieces = [rule("axis", "0", "100%", line, line)]
    pieces += [rule("axis", x, x, line - reach, line + reach) for x, reach in (("0", 5), ("50%", 4), ("100%", 5))]
    for x, lane, initials, own in places:
        at, y = percent(x, 0, 100), line - 24 * lane
        pieces += [dot(at, y, 11, "place own" if own else "place"), words(initials, at, y + 4, "middle", "in")]
    return svg(joined(pieces), label, height)
