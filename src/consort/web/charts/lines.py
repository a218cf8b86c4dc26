"""Values over time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from consort.web.charts.drawing import Number, dot, joined, known, plain, rule, share, short, steps, svg, words


@dataclass(frozen=True)
class Corridor:
    """Between which values the series was meant to be at one index."""

    index: int
    low: float
    high: float


@dataclass(frozen=True)
class _Field:
    """The plane of a line chart: slots from left to right, marks from bottom to top."""

    slots: int
    marks: list[float]
    height: float

    def x(self, index: float) -> float:
        return index / (self.slots - 1) * 100 if self.slots > 1 else 50.0

    def y(self, value: float) -> float:
        return (1 - share(value, self.marks[0], self.marks[-1])) * self.height

    def path(self, points: Sequence[tuple[int, float]]) -> str:
        return " ".join(f"{short(self.x(index))},{short(self.y(value))}" for index, value in points)


def line(
    values: Sequence[Number | None],
    *,
    label: str,
    low: Number | None = None,
    high: Number | None = None,
    ticks: Sequence[tuple[int, str]] = (),
    corridor: Sequence[Corridor] = (),
    is_below: bool = False,
    events: Sequence[tuple[int, str]] = (),
    end: str = "",
    target: str = "",
    span: int = 0,
    height: int = 220,
    written: Callable[[float], str] | None = None,
) -> SafeString:
    """A series with the corridor it was meant to keep to.

    `values` has a slot per period, None where nothing came in; a value with none beside it is a dot. The dotted edge of
    the corridor is the one not to be crossed: the lower, or the upper when the series `is_below` it.
    `low` and `high` are the least the axis shows; it grows
    to hold every value. `ticks` and `events` are (index, words); `end` is written beside the last value, `target`
    beside the corridor; `span` is the number of slots when the future is to be seen; `written` puts axis values into
    words.
    """
    known_values = [(index, number) for index, value in enumerate(values) if (number := known(value)) is not None]
    field = _field(known_values, corridor, known(low), known(high), max(span, len(values)), height)
    pieces = [
        *_grid(field, written),
        *(words(text, f"{short(field.x(index))}%", height + 22, "middle") for index, text in ticks),
        _curves(field, values, corridor, is_below),
        *(dot(f"{short(field.x(index))}%", field.y(value), 3) for index, value in _lone(values)),
        *_events(field, dict(known_values), events),
        *_endings(field, known_values, corridor, end, target),
    ]
    return format_html('<div class="plot">{}</div>', svg(joined(pieces), label, height))


def _field(
    values: list[tuple[int, float]],
    corridor: Sequence[Corridor],
    low: float | None,
    high: float | None,
    slots: int,
    height: int,
) -> _Field:
    seen = [value for _, value in values]
    seen += [bound for place in corridor for bound in (known(place.low), known(place.high)) if bound is not None]
    seen += [bound for bound in (low, high) if bound is not None]
    marks = steps(min(seen, default=0.0), max(seen, default=1.0))
    return _Field(slots, marks, height)


def _grid(field: _Field, written: Callable[[float], str] | None) -> list[SafeString]:
    step = field.marks[1] - field.marks[0]
    pieces = []
    for mark in field.marks:
        height = field.y(mark)
        pieces.append(rule("grid", "0", "100%", height, height))
        pieces.append(words(written(mark) if written else plain(mark, step), "-10", height + 4, "end"))
    return pieces


def _curves(field: _Field, values: Sequence[Number | None], corridor: Sequence[Corridor], is_below: bool) -> SafeString:
    """The corridor and the series, stretched to the width; the series breaks where nothing came in."""
    pieces = []
    if corridor:
        top = [(place.index, place.high) for place in corridor]
        bottom = [(place.index, place.low) for place in corridor]
        around = f"{field.path(top)} {field.path(bottom[::-1])}"
        pieces.append(format_html('<polygon class="band" points="{}"/>', around))
        pieces.append(format_html('<polyline class="band-edge" points="{}"/>', field.path(top if is_below else bottom)))
    pieces += [
        format_html('<polyline class="series" points="{}"/>', field.path(run)) for run in _runs(values) if len(run) > 1
    ]
    box = 'viewBox="0 0 100 {0}" preserveAspectRatio="none" height="{0}" width="100%" overflow="visible"'
    return format_html(f"<svg {box}>{{1}}</svg>", short(field.height), joined(pieces))


def _runs(values: Sequence[Number | None]) -> list[list[tuple[int, float]]]:
    """Stretches of values with nothing missing between."""
    runs: list[list[tuple[int, float]]] = [[]]
    for index, value in enumerate(values):
        number = known(value)
        if number is None:
            runs.append([])
        else:
            runs[-1].append((index, number))
    return [run for run in runs if run]


def _lone(values: Sequence[Number | None]) -> list[tuple[int, float]]:
    """Values with nothing beside them, but for the last of all, which is marked anyway."""
    return [run[0] for run in _runs(values)[:-1] if len(run) == 1]


def _events(field: _Field, values: dict[int, float], events: Sequence[tuple[int, str]]) -> list[SafeString]:
    pieces = []
    for number, (index, text) in enumerate((index, text) for index, text in events if index in values):
        x, y, level = f"{short(field.x(index))}%", field.y(values[index]), field.height - 12 - 20 * (number % 2)
        late = field.x(index) > 60
        pieces.append(rule("event dotted", x, x, min(y + 7, level), level))
        pieces.append(dot(x, y, 4, "dot ink"))
        pieces.append(words(text, x, level + 4, "end" if late else "start", "note", -5 if late else 5))
    return pieces


def _endings(
    field: _Field, values: list[tuple[int, float]], corridor: Sequence[Corridor], end: str, target: str
) -> list[SafeString]:
    pieces = []
    if values:
        index, value = values[-1]
        x, y = f"{short(field.x(index))}%", field.y(value)
        pieces.append(dot(x, y, 5))
        pieces.append(words(end, x, y + 4, kind="c", shift=10))
    if corridor:
        last = corridor[-1]
        y = (field.y(last.low) + field.y(last.high)) / 2 + 4
        pieces.append(words(target or _("target"), f"{short(field.x(last.index))}%", y, kind="note", shift=10))
    return pieces


def spark(
    values: Sequence[Number | None], label: str, *, low: Number | None = None, high: Number | None = None
) -> SafeString:
    """A series as small as a word, 96 by 24; constant values lie in the middle."""
    seen = [number for value in values if (number := known(value)) is not None]
    least, most = known(low), known(high)
    bottom = min(seen, default=0.0) if least is None else least
    top = max(seen, default=0.0) if most is None else most
    width = max(len(seen) - 1, 1)
    points = [(3 + index / width * 88, 20 - share(value, bottom, top) * 16) for index, value in enumerate(seen)]
    path = " ".join(f"{short(x)},{short(y)}" for x, y in points)
    last = dot(short(points[-1][0]), points[-1][1], 3.5) if points else ""
    curve = format_html('<polyline class="series ink" points="{}"/>{}', path, last)
    pattern = '<svg class="v spark" viewBox="0 0 96 24" role="img" aria-label="{}">{}</svg>'
    return format_html(pattern, label, curve)
