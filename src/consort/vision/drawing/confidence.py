"""How sure the leads of an objective were over time, and how far it had come."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from consort.core.models import Person
from consort.vision.models import CheckIn
from consort.web.charts.drawing import dot, joined, percent, rule, share, svg, words
from consort.web.charts.drawing import short as coordinate
from consort.web.days import short

HEIGHT = 120
MARKS = (0, 50, 100)
SERIES = {"a": "series", "b": "series b"}


@dataclass(frozen=True)
class _Time:
    """Days from left to right."""

    first: date
    last: date

    def at(self, day: date) -> float:
        return share(day.toordinal(), self.first.toordinal(), self.last.toordinal()) * 100


def confidence_chart(check_ins: Sequence[CheckIn], reader: Person, ends: date | None, label: str) -> SafeString:
    """A dot for each that was said, a line through those of one or two people; dashed, the share of the way gone.

    The reader is round; of two, the other is square. Empty without check-ins.
    """
    if not check_ins:
        return SafeString()
    days = [timezone.localdate(each.at) for each in check_ins]
    time = _Time(days[0], max(days[-1], ends or days[-1]))
    people = list(dict.fromkeys(each.person_id for each in check_ins))
    sides = _sides(people, reader)
    pieces = [*_ground(time), _curves(check_ins, days, time, people if len(people) < 3 else [], sides)]
    pieces += [_mark(each, time.at(day), sides[each.person_id]) for each, day in zip(check_ins, days, strict=True)]
    return format_html('<div class="plot">{}</div>', svg(joined(pieces), label, HEIGHT))


def _sides(people: Sequence[UUID | None], reader: Person) -> dict[UUID | None, str]:
    """Of two, the reader is round and the other square; more are all round, and so is one alone."""
    first = reader.pk if reader.pk in people else people[0]
    return {person: "b" if len(people) == 2 and person != first else "a" for person in people}


def _ground(time: _Time) -> list[SafeString]:
    pieces = []
    for mark in MARKS:
        level = _level(mark)
        pieces.append(rule("grid", "0", "100%", level, level))
        pieces.append(words(f"{mark}%", "-10", level + 4, "end"))
    pieces.append(words(short(time.first), "0", HEIGHT + 22, "start"))
    if time.last > time.first:
        pieces.append(words(short(time.last), "100%", HEIGHT + 22, "end"))
    return pieces


def _curves(
    check_ins: Sequence[CheckIn],
    days: Sequence[date],
    time: _Time,
    people: Sequence[UUID | None],
    sides: dict[UUID | None, str],
) -> SafeString:
    """Stretched to the width of the plot."""
    dated = list(zip(check_ins, days, strict=True))
    gone = [(time.at(day), float(each.progress) * 100) for each, day in dated if each.progress is not None]
    pieces = [_line("band-edge", gone)]
    for person in people:
        said = [(time.at(day), float(each.confidence)) for each, day in dated if each.person_id == person]
        pieces.append(_line(SERIES[sides[person]], said))
    box = 'viewBox="0 0 100 {0}" preserveAspectRatio="none" height="{0}" width="100%" overflow="visible"'
    return format_html(f"<svg {box}>{{1}}</svg>", HEIGHT, joined(pieces))


def _line(kind: str, points: Sequence[tuple[float, float]]) -> SafeString:
    if len(points) < 2:
        return SafeString()
    path = " ".join(f"{coordinate(x)},{coordinate(_level(value))}" for x, value in points)
    return format_html('<polyline class="{}" points="{}"/>', kind, path)


def _mark(check_in: CheckIn, at: float, side: str) -> SafeString:
    x, y = percent(at, 0, 100), _level(check_in.confidence)
    if side == "a":
        return dot(x, y, 5)
    rect = '<rect class="dot b" x="-4.5" y="-4.5" width="9" height="9" rx="2"/>'
    return format_html(f'<svg x="{{}}" y="{{}}" overflow="visible">{rect}</svg>', x, coordinate(y))


def _level(value: float) -> float:
    return HEIGHT * (1 - value / 100)


def spoken(check_ins: Sequence[CheckIn]) -> str:
    """The same for those who hear the page."""
    said = [f"{short(timezone.localdate(each.at))} {each.confidence}%" for each in check_ins]
    return _("How likely it was held, by day: %(said)s") % {"said": "; ".join(said)}
