"""What a file holds in the words of the strategy: items with columns, without a database.

Columns are JSON: days as `2026-10-05`, numbers as `86.4`, people by name. `columns.py` gives the same of what stands.
"""

from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any, Self

Columns = dict[str, Any]


class Kind(StrEnum):
    """In the order in which they are made."""

    PURPOSE = "purpose"
    PRIORITY = "priority"
    METRIC = "metric"
    OBJECTIVE = "objective"
    KEY_RESULT = "key_result"


@dataclass
class Item:
    """One thing of a file. `key` names it within the file; `serves` are keys of priorities and objectives.

    `within` is the key of the objective of a key result, `metric` that of its metric. `readings` are (day, value,
    note). One that is `only_new` changes nothing that stands.
    """

    kind: Kind
    key: str
    columns: Columns
    line: int = 0
    within: str = ""
    metric: str = ""
    serves: list[str] = field(default_factory=list)
    readings: list[list[str]] = field(default_factory=list)
    only_new: bool = False

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, found: dict[str, Any]) -> Self:
        return cls(**(found | {"kind": Kind(found["kind"])}))

    @property
    def title(self) -> str:
        name = {Kind.PURPOSE: "vision", Kind.METRIC: "name"}.get(self.kind, "title")
        return str(self.columns[name])


LENGTHS = {
    Kind.PURPOSE: {"title": 120, "vision": 300},
    Kind.PRIORITY: {"title": 120},
    Kind.OBJECTIVE: {"title": 160},
    Kind.METRIC: {"name": 120, "unit": 20, "source": 200},
    Kind.KEY_RESULT: {"title": 160},
}
LONGEST_VALUE, LONGEST_WILL_NOT, LONGEST_BECAUSE, LONGEST_NOTE = 80, 200, 300, 300
BY_TITLE, BETWEEN = "title: ", "\x1f"


def by_title(*titles: str) -> str:
    """The key of a thing that is only known by its title, and by that of what it belongs to."""
    return BY_TITLE + BETWEEN.join(title.casefold() for title in titles)
