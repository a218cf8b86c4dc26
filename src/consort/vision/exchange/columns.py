"""What stands in the strategy, in the same columns as the items of a file."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from consort.metrics.models import Metric
from consort.metrics.values import plain
from consort.vision.exchange.items import Columns, Kind
from consort.vision.models import KeyResult, Objective, Priority, Purpose

MODELS: dict[Kind, Any] = {
    Kind.PURPOSE: Purpose,
    Kind.PRIORITY: Priority,
    Kind.METRIC: Metric,
    Kind.OBJECTIVE: Objective,
    Kind.KEY_RESULT: KeyResult,
}


def columns_of(kind: Kind, thing: Any) -> Columns:
    """Runs no query when leads, values, will nots and owner are fetched."""
    return OF[kind](thing)


def written(value: Any) -> str:
    """A value of a column as text: days, numbers, people by name; empty for None."""
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    return plain(value, 0) if isinstance(value, Decimal) else str(value)


def _purpose(purpose: Purpose) -> Columns:
    plain_ones = {name: written(getattr(purpose, name)) for name in ("title", "vision", "mission", "begins", "ends")}
    return plain_ones | {
        "values": [[value.name, value.meaning] for value in purpose.values.all()],
        "will_nots": [[each.text, each.because] for each in purpose.will_nots.all()],
    }


def _priority(priority: Priority) -> Columns:
    return {"title": priority.title, "why": priority.why, "leads": _names(priority)}


def _objective(objective: Objective) -> Columns:
    plain_ones = {name: written(getattr(objective, name)) for name in ("title", "why", "begins", "due")}
    return plain_ones | {"leads": _names(objective)}


def _names(thing: Priority | Objective) -> list[str]:
    return sorted(person.full_name for person in thing.leads.all())


METRIC_COLUMNS = (
    "name", "definition", "unit", "decimals", "direction", "baseline", "begins",
    "target_low", "target_high", "target_date", "every", "source",
)  # fmt: skip
KEY_RESULT_COLUMNS = ("title", "aim", "baseline", "target_low", "target_high", "begins", "due", "passed", "owner")


def _metric(metric: Metric) -> Columns:
    return {name: written(getattr(metric, name)) for name in METRIC_COLUMNS}


def _key_result(key_result: KeyResult) -> Columns:
    return {name: written(getattr(key_result, name)) for name in KEY_RESULT_COLUMNS}


OF: dict[Kind, Callable[[Any], Columns]] = {
    Kind.PURPOSE: _purpose,
    Kind.PRIORITY: _priority,
    Kind.METRIC: _metric,
    Kind.OBJECTIVE: _objective,
    Kind.KEY_RESULT: _key_result,
}
