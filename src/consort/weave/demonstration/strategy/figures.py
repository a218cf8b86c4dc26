"""The metrics that the objectives are known by, besides those that were shared before."""

from consort.metrics.models import Direction
from consort.weave.demonstration.figures import Figure

UP, DOWN, ABOVE = Direction.INCREASE, Direction.DECREASE, Direction.KEEP_ABOVE


def _figure(
    name: str,
    definition: str,
    unit: str,
    decimals: int,
    direction: Direction,
    course: tuple[float, float, float],
    bound: str,
    days: tuple[int, int],
    owner: str,
) -> Figure:
    """`course`: the first reading, the last, and how much it wanders; `days`: when it began, when it should be there."""
    start, now, noise = course
    low, high = (bound, None) if direction != DOWN else (None, bound)
    return Figure(
        name, definition, unit, decimals, direction, start, now, noise, owner, low, high, first=days[0], until=days[1]
    )


STRATEGY = (
    _figure(
        "Installed cost per kW",
        "Skid, freight and commissioning of all systems handed over in the month, by thermal power.",
        "€", 0, DOWN, (606, 548, 6), "460", (-400, 440), "helene",
    ),
    _figure(
        "Field hours without a stop",
        "Of the best of the four platforms that run at customers.",
        "h", 0, UP, (0, 5200, 120), "8000", (-400, 240), "mats",
    ),
    _figure(
        "Gross margin of contracts",
        "Of heat contracts that have run for a quarter.",
        "%", 0, UP, (22, 27, 0.5), "31", (-280, 320), "priya",
    ),
    _figure(
        "Sites connected",
        "Sites whose data reach the control room in Groningen.",
        "", 0, UP, (60, 118, 2), "180", (-280, 280), "jonas",
    ),
    _figure(
        "Weeks from order to delivery",
        "Median of the orders handed over in the month.",
        "weeks", 1, DOWN, (26, 22.5, 0.4), "18", (-540, 440), "tomasz",
    ),
    _figure(
        "Promises changed after order",
        "Orders whose date we moved, whatever the reason.",
        "%", 0, DOWN, (19, 14, 0.7), "5", (-540, 440), "daniel",
    ),
    _figure(
        "Parts missing at assembly start",
        "Skids begun with a part still on its way.",
        "%", 1, DOWN, (11, 7.2, 0.4), "2", (-360, 440), "tomasz",
    ),
    _figure(
        "Parts with two qualified sources",
        "Of the 210 critical parts.",
        "%", 0, UP, (31, 44, 1), "90", (-280, 440), "tomasz",
    ),
)  # fmt: skip
