"""A statement map worked out once: common ground first, groups only if they are there. Plain data for the page.

Nothing is said of fewer than `LEAST` people: a statement with fewer votes has no figures, a smaller group no name.
"""

import io
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from consort.reckon.statements import Grouping
    from consort.reckon.statements.table import Votes

LEAST = 5
ACROSS, DOWN = 48, 30


def votes_of(columns: Iterable[bytes], people: int) -> "Votes":
    """The table of votes, shape (people, statements), from one column of signed bytes for each statement."""
    import numpy as np

    whole = np.frombuffer(b"".join(columns), dtype=np.int8)
    return whole.reshape(-1, people).T if people else whole.reshape(0, 0)


def columns_of(rows: Sequence[Sequence[int]]) -> list[bytes]:
    """The other way round: each person's votes become a column for each statement."""
    return [_column(column) for column in zip(*rows, strict=True)]


def _column(votes: Sequence[int]) -> bytes:
    column = io.BytesIO()
    for vote in votes:
        column.write(vote.to_bytes(1, "big", signed=True))
    return column.getvalue()


def worked_out(votes: "Votes", numbers: Sequence[int], *, with_dots: bool) -> dict[str, Any]:
    """What the page shows. `numbers`: those of the statements; `with_dots`: where people stand, for a public file."""
    from consort.reckon.statements import common_ground, find_groups

    people = int((votes != -9).any(axis=1).sum()) if votes.size else 0
    if people < LEAST:
        return {"people": people, "ground": [], "why_one": "few", "groups": [], "dots": [], "telling": []}
    grouping = find_groups(votes)
    ground = [
        [numbers[each.statement], each.agree, each.disagree, each.passed, each.side, round(each.low, 4)]
        for each in common_ground(votes)
        if each.voted >= LEAST
    ]
    return {
        "people": people,
        "ground": ground,
        "why_one": grouping.why_one,
        "share": _number(grouping.share),
        "p": _number(grouping.p),
        "stability": _number(grouping.stability),
        **_groups(votes, grouping, numbers),
        "dots": _dots(grouping) if with_dots else [],
    }


def _groups(votes: "Votes", grouping: "Grouping", numbers: Sequence[int]) -> dict[str, Any]:
    """Sizes, middles and what tells each from all others. Those below `LEAST` are not spoken of."""
    if grouping.why_one:
        return {"groups": [], "telling": []}
    large = [group for group in range(grouping.number) if int((grouping.groups == group).sum()) >= LEAST]
    return {
        "groups": [_group(grouping, group) for group in large],
        "telling": _telling(votes, grouping.groups, large, numbers),
    }


def _group(grouping: "Grouping", group: int) -> list[float]:
    """Its number, people and middle, in per cent of the space that all take up."""
    members = _spread(grouping)[grouping.groups == group]
    return [group, len(members), *(round(float(each), 1) for each in members.mean(axis=0) * 100)]


def _spread(grouping: "Grouping") -> "NDArray[Any]":
    """Where people stand, from 0 to 1 both ways; NaN for those with too few votes."""
    import numpy as np

    low, high = np.nanmin(grouping.places, axis=0), np.nanmax(grouping.places, axis=0)
    spread: NDArray[Any] = (grouping.places - low) / np.where(high > low, high - low, 1)
    return spread


def _telling(votes: "Votes", groups: "NDArray[Any]", large: list[int], numbers: Sequence[int]) -> list[list[Any]]:
    from consort.reckon.statements import NOTHING, what_tells

    given = votes != NOTHING
    found = []
    for each in what_tells(votes, groups, most=12):
        inside = int((given[:, each.statement] & (groups == each.group)).sum())
        outside = int((given[:, each.statement] & (groups != each.group)).sum())
        if each.group in large and min(inside, outside) >= LEAST:
            found.append(
                [each.group, numbers[each.statement], each.side, round(each.inside, 3), round(each.outside, 3)]
            )
    return [each for group in large for each in [one for one in found if one[0] == group][:5]]


def _dots(grouping: "Grouping") -> list[list[float]]:
    """How many people of which group stand in each cell of a grid: x and y in per cent, group, people."""
    import numpy as np

    known = ~np.isnan(grouping.places).any(axis=1)
    if not known.any():
        return []
    cells = np.round(_spread(grouping)[known] * (ACROSS, DOWN)).astype(int)
    counted = Counter((int(x), int(y), int(group)) for (x, y), group in zip(cells, grouping.groups[known], strict=True))
    dots = [[round(x / ACROSS * 100, 1), round(y / DOWN * 100, 1), group, n] for (x, y, group), n in counted.items()]
    return sorted(dots)


def _number(value: float) -> float | None:
    """None for what is not a number: JSON has no other word for it."""
    return None if value != value else round(value, 4)
