"""The shared metrics and a year and a half of readings, made with a fixed seed."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from consort.core.models import Person
from consort.metrics import actions as metrics
from consort.metrics.models import Direction, Metric
from consort.metrics.sheets.rows import Row
from consort.weave.demonstration.story import Story


@dataclass(frozen=True)
class Figure:
    """`start` and `now` are its first and its last reading, between them it wanders by `noise`; days from `first` on."""

    name: str
    definition: str
    unit: str
    decimals: int
    direction: Direction
    start: float
    now: float
    noise: float
    owner: str
    low: str | None = None
    high: str | None = None
    last: int = -6
    first: int = -540
    until: int = 440


FIGURES = (
    Figure(
        "On-time delivery",
        "Skids that left on the day confirmed to the customer.",
        "%",
        1,
        Direction.INCREASE,
        78,
        86.4,
        1.2,
        "tomasz",
        "95",
    ),
    Figure(
        "Heat contracts signed", "Megawatts under contract.", "MW", 0, Direction.INCREASE, 6, 21, 0.6, "daniel", "40"
    ),
    Figure(
        "Ready successors",
        "Critical roles with somebody ready within a year.",
        "",
        0,
        Direction.INCREASE,
        4,
        9,
        0.4,
        "ruth",
        "18",
    ),
    Figure(
        "Skids late for want of a part",
        "Of all skids that were late.",
        "%",
        0,
        Direction.DECREASE,
        31,
        9,
        2,
        "jonas",
        None,
        "12",
    ),
    Figure(
        "Parts: running cost per year",
        "Rent, people and transport of parts stores.",
        "€m",
        1,
        Direction.KEEP_BELOW,
        2.8,
        2.7,
        0.1,
        "priya",
        None,
        "2.2",
    ),
    Figure(
        "First visit after a call",
        "Days, median of the month.",
        "days",
        1,
        Direction.DECREASE,
        6.5,
        9.1,
        0.5,
        "jonas",
        None,
        "5",
    ),
    Figure("Gross margin", "Of the quarter.", "%", 1, Direction.KEEP_ABOVE, 29.4, 32.1, 0.5, "priya", "31"),
    Figure(
        "Utilization of Groningen",
        "Hours used of hours there are.",
        "%",
        0,
        Direction.STAY_BETWEEN,
        82,
        93,
        1.5,
        "tomasz",
        "80",
        "90",
        -70,
    ),
)
EVERY, BY_HAND = 30, 3


def measure(story: Story, wanted: Sequence[Figure] = FIGURES) -> None:
    """Define each metric, and read it once a month."""
    for number, figure in enumerate(wanted):
        story.on(figure.first - 2, 10 + number / 10, lambda figure=figure: _define(story, figure))  # type: ignore[misc]


def _define(story: Story, figure: Figure) -> None:
    owner = story[figure.owner]
    moving = figure.direction in (Direction.INCREASE, Direction.DECREASE)
    metric = metrics.define_metric(
        by=owner,
        name=figure.name,
        definition=figure.definition,
        unit=figure.unit,
        decimals=figure.decimals,
        direction=figure.direction,
        baseline=_decimal(figure.start, figure.decimals) if moving else None,
        begins=story.day(figure.first) if moving else None,
        target_low=Decimal(figure.low) if figure.low else None,
        target_high=Decimal(figure.high) if figure.high else None,
        target_date=story.day(figure.until) if moving else None,
        every=45,
        owner=owner,
    )
    _schedule_readings(story, figure, metric)


def _schedule_readings(story: Story, figure: Figure, metric: Metric) -> None:
    """The older readings came from a file, the newest were written as they came."""
    rows = list(_rows(story, figure))
    older, newest = rows[:-BY_HAND], rows[-BY_HAND:]
    keeper = story[figure.owner]
    last, _row = older[-1]
    file = [row for _day, row in older]
    story.on(last, 8, lambda: metrics.import_readings(metric=metric, by=keeper, rows=file))
    for day, row in newest:
        story.on(day, 8, lambda row=row: _read(metric, keeper, row))  # type: ignore[misc]


def _rows(story: Story, figure: Figure) -> Iterator[tuple[int, Row]]:
    chance = random.Random(figure.name)
    days = range(figure.first, figure.last + 1, EVERY)
    for number, day in enumerate(days):
        share = number / (len(days) - 1)
        wander = chance.uniform(-figure.noise, figure.noise) if 0 < number < len(days) - 1 else 0
        value = _decimal(figure.start + (figure.now - figure.start) * share + wander, figure.decimals)
        yield day, Row(story.day(day), value, "", "Controlling")


def _read(metric: Metric, keeper: Person, row: Row) -> None:
    metrics.add_reading(metric=metric, by=keeper, at=row.at, value=row.value, source=row.source)


def _decimal(value: float, places: int) -> Decimal:
    return Decimal(f"{value:.{places}f}")
