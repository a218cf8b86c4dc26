"""The options of a decision side by side, and what they rest on."""

from dataclasses import dataclass
from typing import Any

from consort.decisions.models import Decision, Option, OptionFact


@dataclass(frozen=True)
class TableRow:
    criterion: str
    cells: list[str]


def options_shown(decision: Decision) -> dict[str, Any]:
    """The options table and what it rests on. Runs two queries."""
    return {
        "rows": table(list(decision.options.all())),
        "evidence": list(decision.evidence.select_related("by")),
    }


def table(options: list[Option]) -> list[TableRow]:
    """The criteria in order, a cell for each option. Runs one query."""
    known = list(OptionFact.objects.filter(option__in=options))
    facts = [{fact.position: fact for fact in known if fact.option_id == option.pk} for option in options]
    places = sorted({place for row in facts for place in row})
    return [
        TableRow(next(row[place].criterion for row in facts if place in row), [_cell(row, place) for row in facts])
        for place in places
    ]


def _cell(row: dict[int, Any], place: int) -> str:
    return row[place].value if place in row else ""
