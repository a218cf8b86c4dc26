"""Writing objectives and their key results as a table that reads back."""

from collections.abc import Iterator
from decimal import Decimal

from consort.core.foreign_files.tables.writing import Cell, as_csv, as_xlsx
from consort.core.models import Person
from consort.metrics.models import Metric
from consort.vision.exchange.columns import written
from consort.vision.exchange.gathering import Strategy, Wish, gather
from consort.vision.models import KeyResult, Objective

HEADING = (
    "Id", "Priority", "Objective", "Why", "Led by", "Begins", "Reached by", "State",
    "Key result", "Metric", "Unit", "Direction", "Start", "At least", "At most", "From", "By",
    "Key result owner", "Now",
)  # fmt: skip
OWN = HEADING.index("Key result")


def write_csv(reader: Person, wish: Wish) -> bytes:
    """What `reader` may see."""
    return as_csv(HEADING, _rows(gather(reader, wish)))


def write_xlsx(reader: Person, wish: Wish) -> bytes:
    return as_xlsx("Objectives", HEADING, _rows(gather(reader, wish)))


def _rows(strategy: Strategy) -> Iterator[list[Cell]]:
    titles = {each.pk: each.title for each in strategy.priorities}
    for objective in strategy.objectives:
        served = [titles[key] for key in strategy.serves.get(objective.pk, []) if key in titles]
        beginning = _objective(objective, served[0] if served else "")
        results = [
            each for each in strategy.key_results.get(objective.pk, [])
            if each.metric_id is None or each.metric_id in strategy.metrics
        ]  # fmt: skip
        for each in results:
            yield [*beginning, *_key_result(each, strategy.metrics.get(each.metric_id) if each.metric_id else None)]
        if not results:
            yield [*beginning, *[None] * (len(HEADING) - OWN)]


def _objective(objective: Objective, priority: str) -> list[Cell]:
    leads = "; ".join(sorted(person.full_name for person in objective.leads.all()))
    state = str(objective.get_state_display())
    return [str(objective.pk), priority, objective.title, objective.why, leads, objective.begins, objective.due, state]


def _key_result(key_result: KeyResult, metric: Metric | None) -> list[Cell]:
    newest = list(metric.readings.all())[-1:] if metric else []
    return [
        key_result.title,
        metric.name if metric else "",
        metric.unit if metric else "",
        key_result.aim.replace("_", " "),
        _number(key_result.baseline),
        _number(key_result.target_low),
        _number(key_result.target_high),
        key_result.begins,
        key_result.due,
        written(key_result.owner),
        _number(newest[0].value) if newest else None,
    ]


def _number(value: Decimal | None) -> Decimal | None:
    """Without the zeros that the database adds."""
    return None if value is None else Decimal(written(value))
